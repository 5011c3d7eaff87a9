/** Times that recur, who is away and who stands in, and the calendars that people read elsewhere. */
export const recurringTimes = `
create table slot_series (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  schedule_id uuid not null references schedule,
  -- Which days, as RFC 5545 writes it. What time it is there is said beside it: the clock on the wall, whatever the season.
  rule text not null check (rule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY)(;INTERVAL=[0-9]{1,2})?(;BYDAY=[-+0-9A-Z,]{2,60})?$'),
  starts_on date not null,
  ends_on date,
  starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null check (minutes between 10 and 480),
  mode text not null check (mode in ('on_site', 'video', 'phone', 'home_visit')),
  places integer not null default 1 check (places between 1 and 30),
  municipality_key text references municipality,
  buffer_before integer not null default 0 check (buffer_before between 0 and 120),
  buffer_after integer not null default 0 check (buffer_after between 0 and 120),
  resource_ids uuid[] not null default '{}' check (cardinality(resource_ids) <= 8),
  on_holidays boolean not null default false,
  -- The series it goes on from, when somebody changed it from a day on.
  follows uuid references slot_series,
  created_by uuid not null references staff,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint slot_series_span check (ends_on is null or ends_on >= starts_on - 1)
);
create index slot_series_running on slot_series (organisation_id, schedule_id);
alter table slot_series enable row level security;
create policy slot_series_seen on slot_series for select using (organisation_id = current_organisation() or is_system());
create policy slot_series_create on slot_series for insert with check (organisation_id = current_organisation() and region_id = current_region());
create policy slot_series_change on slot_series for update using (organisation_id = current_organisation());
grant select, insert, update (ends_on, version) on slot_series to lotse_app;

-- One day of a series that is left out (no time) or is at another time.
create table slot_series_exception (
  series_id uuid not null references slot_series,
  day date not null,
  organisation_id uuid not null references organisation,
  moved_to timestamptz,
  primary key (series_id, day)
);
alter table slot_series_exception enable row level security;
create policy slot_series_exception_own on slot_series_exception for all using (organisation_id = current_organisation())
  with check (organisation_id = current_organisation());
grant select, insert, update (moved_to) on slot_series_exception to lotse_app;

alter table slot
  add column series_id uuid references slot_series,
  add column series_day date,
  add constraint slot_of_series check ((series_id is null) = (series_day is null));
-- A day of a series is made once, also when its slot was cancelled or moved since.
create unique index slot_once_a_series_day on slot (series_id, series_day, place) where series_id is not null;

-- From one day to another, both included. Why is a kind of reason and never an illness.
create table staff_absence (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  from_day date not null,
  until_day date not null,
  reason text not null constraint staff_absence_reason check (reason in ('leave', 'training', 'other_duty', 'unplanned', 'other')),
  deputy_id uuid references staff,
  created_by uuid not null references staff,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  constraint staff_absence_span check (until_day >= from_day),
  constraint staff_absence_deputy check (deputy_id <> staff_id),
  constraint staff_absence_once exclude using gist (staff_id with =, daterange(from_day, until_day, '[]') with &&) where (ended_at is null)
);
alter table staff_absence enable row level security;
create policy staff_absence_own on staff_absence for all using (organisation_id = current_organisation())
  with check (organisation_id = current_organisation() and region_id = current_region());
grant select, insert, update (ended_at, until_day, version) on staff_absence to lotse_app;

-- A secret address under which a calendar program reads when and where, and a reference. The secret itself is kept nowhere.
create table calendar_feed (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_read_at timestamptz,
  revoked_at timestamptz
);
create unique index calendar_feed_one_each on calendar_feed (staff_id) where revoked_at is null;
alter table calendar_feed enable row level security;
create policy calendar_feed_own on calendar_feed for all using (staff_id = current_staff())
  with check (staff_id = current_staff() and organisation_id = current_organisation() and region_id = current_region());
grant select, insert, update (last_read_at, revoked_at) on calendar_feed to lotse_app;
-- Whose address it is: whoever knows the secret knows it, as with a session.
create function calendar_feed_of(given_hash bytea) returns table (staff_id uuid, organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public as $$
  select f.staff_id, f.organisation_id, f.region_id from calendar_feed f join staff s on s.id = f.staff_id
  where f.token_hash = given_hash and f.revoked_at is null and s.disabled_at is null
$$;
revoke all on function calendar_feed_of(bytea) from public;
grant execute on function calendar_feed_of(bytea) to lotse_app;
`;
