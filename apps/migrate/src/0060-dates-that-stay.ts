/** Another date is offered to somebody who has one: that one stays until the other is accepted. Nobody was compared with them, so no rank is kept. */
export const datesThatStay = `
alter table slot_offer
  add column replaces_id uuid references appointment on delete cascade,
  alter column rule_version drop not null,
  alter column rank drop not null,
  alter column rank_inputs drop not null,
  add constraint slot_offer_is_ranked check (case when replaces_id is null
    then rule_version is not null and rank is not null and rank_inputs is not null
    else rule_version is null and rank is null and rank_inputs is null and mode = 'sequential' and second_slot_id is null and not is_reasonable end);
create index slot_offer_replaces on slot_offer (replaces_id) where replaces_id is not null;

do $$
declare
  given regprocedure;
begin
  foreach given in array array['offers_to_try(uuid, uuid[], timestamptz)', 'offers_to_replay(timestamptz, timestamptz, timestamptz, uuid, integer)',
    'offers_out_of_turn()']::regprocedure[] loop
    execute replace(pg_get_functiondef(given), 'o.offered_at >=', 'o.replaces_id is null and o.offered_at >=');
  end loop;
end $$;
`;
