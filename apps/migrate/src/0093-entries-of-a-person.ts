/** Whoever is looked for on a waiting list by name is found by who they are. */
export const entriesOfPerson = `
create index waiting_list_by_person on waiting_list_entry (person_id) where state in ('waiting', 'offered', 'suspended');
`;
