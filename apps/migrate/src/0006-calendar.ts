/** Schedules and slots. They carry no personal data and are seen within the county, so that an offered slot can be shown to the referrer. */
export const calendar = `
create table schedule (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  name text not null
);
create index schedule_by_organisation on schedule (organisation_id, name);

create table slot (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  schedule_id uuid not null references schedule,
  service_id uuid not null references service,
  during tstzrange not null check (not isempty(during)),
  mode text not null check (mode in ('on_site', 'video', 'phone', 'home_visit')),
  state text not null constraint slot_state check (state in ('open', 'held', 'taken', 'cancelled')),
  held_until timestamptz,
  -- The offer or the referral that has the slot.
  holder_id uuid,
  cancel_reason text,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint slot_holder check ((state in ('held', 'taken')) = (holder_id is not null)),
  constraint slot_hold_ends check ((state = 'held') = (held_until is not null)),
  -- Two slots of one schedule never overlap, whoever writes them.
  constraint slot_no_overlap exclude using gist (schedule_id with =, during with &&) where (state <> 'cancelled')
);
create index slot_by_start on slot (organisation_id, lower(during), id);
create index slot_open_by_service on slot (service_id, lower(during)) where state = 'open';
alter table schedule enable row level security;
alter table slot enable row level security;
create policy schedule_in_region on schedule for select using (region_id = current_region());
create policy slot_in_region on slot for select using (region_id = current_region());
create policy slot_open on slot for insert with check (organisation_id = current_organisation() and region_id = current_region());
-- The referrer's side changes a slot when it answers an offer; the rules and the offer's own policy decide about that.
create policy slot_change on slot for update using (region_id = current_region());
grant select on schedule to lotse_app;
grant select, insert, update on slot to lotse_app;
`;
