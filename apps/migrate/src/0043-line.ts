/** A waiting list is read from its beginning or from anywhere, however long it is: of one band with one target, who was received first comes first. */
export const line = `
-- Programs count in milliseconds: what is finer would be in another order there than here.
alter table waiting_list_entry alter column received_at type timestamptz(3);

create index waiting_list_line on waiting_list_entry (service_id, band, target_days, received_at, id)
  where state in ('waiting', 'offered', 'suspended');
drop index waiting_list_in_order;

-- When the next hold ends is looked up with the offers themselves.
drop function next_offer_expiry();
`;
