/** A waiting list is read by name, by date received, by target and by when somebody was last confirmed, however long it is. */
export const listsInOtherOrders = `
-- What other orders go by stands in the row: behind row security only plain columns reach an index. Kept by triggers.
alter table waiting_list_entry add column person_sort text not null default '', add column target_at timestamptz(3);
create function keep_order_of_entry() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.person_sort := coalesce((select sort_of_name(search_name) from person where id = new.person_id), '');
  new.target_at := new.received_at + make_interval(secs => new.target_days * 86400);
  return new;
end $$;
create trigger entry_keeps_order before insert or update of person_id, received_at, target_days on waiting_list_entry
  for each row execute function keep_order_of_entry();
revoke all on function keep_order_of_entry() from public;

-- Before the referrals of the same person: locks are taken in one order.
create function pass_name_on_to_lists() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update waiting_list_entry set person_sort = sort_of_name(new.search_name) where person_id = new.id;
  return null;
end $$;
create trigger person_names_entries after update of family_name, given_name on person for each row
  when (old.search_name is distinct from new.search_name) execute function pass_name_on_to_lists();
revoke all on function pass_name_on_to_lists() from public;

update waiting_list_entry e set person_sort = sort_of_name(p.search_name), target_at = e.received_at + make_interval(secs => e.target_days * 86400)
  from person p where p.id = e.person_id;
alter table waiting_list_entry alter column target_at set not null;

-- One index for each order; read from either end.
create index waiting_list_by_received on waiting_list_entry (service_id, received_at, id) where state in ('waiting', 'offered', 'suspended');
create index waiting_list_by_target on waiting_list_entry (service_id, target_at, id) where state in ('waiting', 'offered', 'suspended');
create index waiting_list_by_name on waiting_list_entry (service_id, person_sort, id) where state in ('waiting', 'offered', 'suspended');
create index waiting_list_by_checked on waiting_list_entry (service_id, last_validated_at, id) where state in ('waiting', 'offered', 'suspended');
`;
