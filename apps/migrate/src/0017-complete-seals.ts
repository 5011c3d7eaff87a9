/** A seal says whether it covers everything that could be seen when it was made: what comes later cannot claim to be much older. */
export const completeSeals = `
alter table chronicle_seal add column is_complete boolean not null;
`;
