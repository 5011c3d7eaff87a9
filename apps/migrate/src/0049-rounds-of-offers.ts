/** Offers of a slot in rounds, in three modes; offers that go out later; two dates in one; opening hours; what a decline leads to. */
export const roundsOfOffers = `
alter table organisation
  -- When somebody there answers: weekday 1 to 7, from, to. Null: the county's usual hours.
  add column opening_hours jsonb check (opening_hours is null or jsonb_typeof(opening_hours) = 'array');
grant update (opening_hours) on organisation to lotse_app;

alter table slot_offer
  -- The offers of a slot that were made together; the slot is held for the round. It has the id of its first offer.
  add column round_id uuid,
  add column lane smallint not null default 1,
  add column mode text not null default 'sequential' check (mode in ('sequential', 'parallel', 'broadcast')),
  -- When it went out or will go out: what is made while nobody is there to answer waits until somebody is.
  add column goes_out_at timestamptz not null default now(),
  add column by_phone boolean not null default false,
  -- Another date in the same offer, and which of the two was taken.
  add column second_slot_id uuid references slot,
  add column taken_slot_id uuid references slot,
  add column attempts smallint not null default 0 check (attempts >= 0),
  add column person_reached boolean,
  -- Two dates, enough notice, the person spoken to: only such an offer counts when it is declined.
  add column is_reasonable boolean not null default false,
  add column consequence text check (consequence in ('keep', 'cool_off', 'review', 'withdraw'));
update slot_offer set round_id = id, goes_out_at = offered_at, taken_slot_id = case when state = 'accepted' then slot_id end;
alter table slot_offer
  alter column round_id set not null,
  drop constraint slot_offer_state,
  add constraint slot_offer_state check (state in ('deferred', 'sent', 'accepted', 'declined', 'expired', 'withdrawn', 'superseded', 'undeliverable')),
  drop constraint slot_offer_answered,
  add constraint slot_offer_answered check ((state in ('deferred', 'sent')) = (answered_at is null)),
  -- Promise 4: how many may be asked at once is the database's word.
  add constraint slot_offer_lanes check (lane between 1 and case mode when 'sequential' then 1 when 'parallel' then 3 else 5 end),
  add constraint slot_offer_two_dates check (second_slot_id is null or (second_slot_id <> slot_id and mode = 'sequential')),
  add constraint slot_offer_taken check ((state = 'accepted') = (taken_slot_id is not null) and coalesce(taken_slot_id in (slot_id, coalesce(second_slot_id, slot_id)), true)),
  add constraint slot_offer_reasonable check (not is_reasonable or (second_slot_id is not null and person_reached is true));

drop index slot_offer_one_a_slot, slot_offer_one_an_entry, slot_offer_running_referrer, slot_offer_running_recipient,
  slot_offer_ended_referrer, slot_offer_ended_recipient, slot_offer_due;
create unique index slot_offer_one_a_slot on slot_offer (slot_id, lane) where state in ('deferred', 'sent');
create unique index slot_offer_one_a_second_slot on slot_offer (second_slot_id) where second_slot_id is not null and state in ('deferred', 'sent');
create unique index slot_offer_one_an_entry on slot_offer (entry_id) where state in ('deferred', 'sent');
create index slot_offer_running_referrer on slot_offer (referrer_organisation_id, expires_at, id) where state in ('deferred', 'sent');
create index slot_offer_running_recipient on slot_offer (organisation_id, expires_at, id) where state in ('deferred', 'sent');
create index slot_offer_ended_referrer on slot_offer (referrer_organisation_id, answered_at, id) where state not in ('deferred', 'sent');
create index slot_offer_ended_recipient on slot_offer (organisation_id, answered_at, id) where state not in ('deferred', 'sent');
create index slot_offer_due on slot_offer (expires_at) where state in ('deferred', 'sent');
create index slot_offer_goes_out on slot_offer (goes_out_at) where state = 'deferred';
create index slot_offer_in_rounds on slot_offer (slot_id) where state in ('deferred', 'sent') and mode <> 'sequential';
create index slot_offer_round on slot_offer (round_id);
create index slot_offer_of_person on slot_offer (person_id) where state in ('deferred', 'sent');

-- Offers with which something has come due by the database's clock: to go out, to end, or to end because somebody else was faster.
drop function due_offers(integer);
create function due_offers(at_most integer) returns table (offer_id uuid, organisation_id uuid, referrer_organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public as $$
  (select id, organisation_id, referrer_organisation_id, region_id from slot_offer
    where state in ('deferred', 'sent') and expires_at <= now() order by expires_at limit at_most)
  union (select id, organisation_id, referrer_organisation_id, region_id from slot_offer
    where state = 'deferred' and goes_out_at <= now() order by goes_out_at limit at_most)
  union (select o.id, o.organisation_id, o.referrer_organisation_id, o.region_id from slot_offer o join slot s on s.id = o.slot_id
    where o.state in ('deferred', 'sent') and o.mode <> 'sequential' and s.holder_id is distinct from o.round_id limit at_most)
$$;
-- Whether others of a round may still answer. Whoever answers does not see them: they may be other practices' people.
create function round_goes_on(given_round uuid, given_offer uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from slot_offer where round_id = given_round and id <> given_offer and region_id = current_region()
    and state in ('deferred', 'sent'))
$$;
-- How many were asked together, for everybody who was.
create function asked_in_round(given_round uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(*)::integer from slot_offer where round_id = given_round and region_id = current_region()
$$;
-- What else runs for the person of an offer, here or elsewhere in the county. For the worker alone: whoever accepts sees none of it.
create function other_offers_of_person(given_offer uuid) returns table (offer_id uuid, organisation_id uuid, referrer_organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public as $$
  select o.id, o.organisation_id, o.referrer_organisation_id, o.region_id
  from slot_offer given join slot_offer o on o.person_id = given.person_id and o.region_id = given.region_id and o.id <> given.id
  where given.id = given_offer and is_system() and o.state in ('deferred', 'sent') order by o.id
$$;
-- Where else that person waits: the referral and who keeps the list, no more.
create function other_entries_of_person(given_offer uuid) returns table (entry_id uuid, organisation_id uuid, referral_id uuid, person_id uuid, reference text)
  language sql stable security definer set search_path = public as $$
  select e.id, e.organisation_id, e.referral_id, e.person_id, r.reference
  from slot_offer given join waiting_list_entry e on e.person_id = given.person_id and e.region_id = given.region_id and e.id <> given.entry_id
    join referral r on r.id = e.referral_id
  where given.id = given_offer and is_system() and e.state in ('waiting', 'offered', 'suspended') order by e.id
$$;
revoke all on function due_offers(integer), round_goes_on(uuid, uuid), asked_in_round(uuid), other_offers_of_person(uuid), other_entries_of_person(uuid) from public;
grant execute on function due_offers(integer), round_goes_on(uuid, uuid), asked_in_round(uuid), other_offers_of_person(uuid), other_entries_of_person(uuid) to lotse_app;

-- Two more kinds of notice; the others stay as they are.
do $$
declare
  known text;
begin
  select string_agg(distinct quote_literal(m.kind), ', ') into known
  from (select unnest(array['offer_superseded', 'offer_undeliverable']) as kind
        union select word[1] from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([a-z_]+)''', 'g') word
          where conname = 'notice_kind') m;
  alter table notice drop constraint notice_kind;
  execute format('alter table notice add constraint notice_kind check (kind in (%s))', known);
end $$;

-- Counties that are there already count as is usual; they may say otherwise.
update region set settings_version = settings_version + 1, settings = settings || '{"offering": {
  "leadTimes": [{"moreThanHours": 336, "holdMinutes": 4320, "byPhone": false}, {"moreThanHours": 72, "holdMinutes": 1440, "byPhone": false},
    {"moreThanHours": 24, "holdMinutes": 240, "byPhone": false}, {"moreThanHours": 0, "holdMinutes": 60, "byPhone": true}],
  "usualHours": [{"weekday": 1, "from": "08:00", "to": "18:00"}, {"weekday": 2, "from": "08:00", "to": "18:00"},
    {"weekday": 3, "from": "08:00", "to": "18:00"}, {"weekday": 4, "from": "08:00", "to": "18:00"}, {"weekday": 5, "from": "08:00", "to": "18:00"}],
  "quietHours": {"from": "20:00", "to": "08:00"},
  "parallel": {"atMost": 3, "belowHours": 48}, "broadcast": {"atMost": 5, "belowHours": 24}}}'
where not settings ? 'offering';
`;
