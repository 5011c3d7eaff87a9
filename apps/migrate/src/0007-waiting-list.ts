/** Waiting-list entries, slot offers, appointments. The guarantees that only the database can give live here. */
export const waitingList = `
create table waiting_list_entry (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  urgency text not null,
  band integer not null check (band between 1 and 5),
  target_days double precision not null,
  -- When the referral was sent: the one clock.
  received_at timestamptz not null,
  short_notice boolean not null,
  minimum_notice_hours integer not null,
  state text not null constraint waiting_list_entry_state check (state in ('waiting', 'offered', 'suspended', 'placed', 'removed')),
  joined_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index waiting_list_entry_once on waiting_list_entry (referral_id) where state <> 'removed';
create index waiting_list_in_order on waiting_list_entry (service_id, band, received_at, id) where state in ('waiting', 'offered', 'suspended');

create table slot_offer (
  id uuid primary key,
  region_id uuid not null references region,
  slot_id uuid not null references slot,
  entry_id uuid not null references waiting_list_entry,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  referrer_organisation_id uuid not null references organisation,
  state text not null constraint slot_offer_state check (state in ('sent', 'accepted', 'declined', 'expired', 'withdrawn')),
  offered_at timestamptz not null default now(),
  offered_by uuid not null references staff,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references staff,
  decline_reason text,
  comment text,
  cascade boolean not null,
  -- What the rank was decided on, so that it can be replayed.
  rule_version integer not null,
  rank integer not null,
  rank_inputs jsonb not null,
  out_of_turn_reason text,
  version integer not null default 1,
  constraint slot_offer_answered check ((state = 'sent') = (answered_at is null))
);
-- Promise 4: one live offer a slot, one live offer an entry.
create unique index slot_offer_one_a_slot on slot_offer (slot_id) where state = 'sent';
create unique index slot_offer_one_an_entry on slot_offer (entry_id) where state = 'sent';
create index slot_offer_running_referrer on slot_offer (referrer_organisation_id, expires_at, id) where state = 'sent';
create index slot_offer_running_recipient on slot_offer (organisation_id, expires_at, id) where state = 'sent';
create index slot_offer_ended_referrer on slot_offer (referrer_organisation_id, answered_at, id) where state <> 'sent';
create index slot_offer_ended_recipient on slot_offer (organisation_id, answered_at, id) where state <> 'sent';
create index slot_offer_due on slot_offer (expires_at) where state = 'sent';
create index slot_offer_by_entry on slot_offer (entry_id);

create table appointment (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  slot_id uuid not null references slot,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  booked_at timestamptz not null default now(),
  booked_by uuid not null references staff,
  cancelled_at timestamptz
);
-- Promise 4: a slot is booked once, whatever the code above it believes.
create unique index appointment_one_a_slot on appointment (slot_id) where cancelled_at is null;
create unique index appointment_one_a_referral on appointment (referral_id) where cancelled_at is null;

alter table waiting_list_entry enable row level security;
alter table slot_offer enable row level security;
alter table appointment enable row level security;
create policy entry_by_referral on waiting_list_entry for select using (
  exists (select from referral r where r.id = waiting_list_entry.referral_id));
create policy entry_join on waiting_list_entry for insert with check (organisation_id = current_organisation());
create policy entry_change on waiting_list_entry for update using (
  exists (select from referral r where r.id = waiting_list_entry.referral_id));
create policy offer_by_referral on slot_offer for select using (
  (organisation_id = current_organisation() or referrer_organisation_id = current_organisation())
  and exists (select from referral r where r.id = slot_offer.referral_id));
create policy offer_make on slot_offer for insert with check (organisation_id = current_organisation());
create policy offer_change on slot_offer for update using (
  organisation_id = current_organisation() or referrer_organisation_id = current_organisation());
create policy appointment_by_referral on appointment for select using (
  exists (select from referral r where r.id = appointment.referral_id));
create policy appointment_book on appointment for insert with check (
  exists (select from referral r where r.id = appointment.referral_id));
grant select, insert, update on waiting_list_entry, slot_offer, appointment to lotse_app;

-- Offers whose hold has ended by the database's clock, for the worker: identifiers only.
create function due_offers(at_most integer) returns table (offer_id uuid, organisation_id uuid, referrer_organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public as $$
  select id, organisation_id, referrer_organisation_id, region_id from slot_offer where state = 'sent' and expires_at <= now() order by expires_at limit at_most
$$;
-- When the next hold ends, so that the worker can wait until then.
create function next_offer_expiry() returns timestamptz
  language sql stable security definer set search_path = public as $$ select min(expires_at) from slot_offer where state = 'sent' $$;
revoke all on function due_offers(integer), next_offer_expiry() from public;
grant execute on function due_offers(integer), next_offer_expiry() to lotse_app;
`;
