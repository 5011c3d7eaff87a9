/** What somebody on a waiting list can and wants to come to, when they pause, and which other services would do. */
export const wishes = `
alter table waiting_list_entry
  -- What holds now: the version of entry_wishes that is named beside it.
  add column wishes jsonb not null default '{}' constraint waiting_list_entry_wishes check (jsonb_typeof(wishes) = 'object'),
  add column wishes_version integer not null default 0 check (wishes_version >= 0),
  -- No offer before this day: it was agreed on after an offer was declined.
  add column cooling_off_until date;

-- Which insurances a service may take; null for every one.
alter table service add column insurances text[]
  constraint service_insurances check (insurances <@ '{statutory,private,accident,social_office,asylum,self_payer,other}');

-- Every version of the wishes of an entry. One is added and none is changed, so that each can be brought back.
create table entry_wishes (
  id uuid primary key,
  entry_id uuid not null references waiting_list_entry on delete cascade,
  version integer not null check (version > 0),
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  wishes jsonb not null check (jsonb_typeof(wishes) = 'object'),
  short_notice boolean not null,
  minimum_notice_hours integer not null check (minimum_notice_hours between 1 and 336),
  further_services uuid[] not null,
  -- The version that this one brings back.
  restores integer,
  -- Whether it was taken over from the referral, and nobody here has said it yet.
  from_referral boolean not null default false,
  staff_id uuid not null references staff,
  at timestamptz not null default now(),
  constraint entry_wishes_once unique (entry_id, version)
);
create index entry_wishes_by_person on entry_wishes (person_id);
alter table entry_wishes enable row level security;
create policy entry_wishes_seen on entry_wishes for select using (
  exists (select from waiting_list_entry e where e.id = entry_wishes.entry_id));
create policy entry_wishes_said on entry_wishes for insert with check (
  organisation_id = current_organisation() and staff_id = current_staff() and region_id = current_region()
  and exists (select from waiting_list_entry e where e.id = entry_wishes.entry_id and e.organisation_id = current_organisation()));
grant select on entry_wishes to lotse_app;
grant insert (id, entry_id, version, region_id, organisation_id, person_id, wishes, short_notice, minimum_notice_hours, further_services, restores,
  from_referral, staff_id) on entry_wishes to lotse_app;

-- Other services of the same organisation that would do as well.
create table entry_service (
  entry_id uuid not null references waiting_list_entry on delete cascade,
  service_id uuid not null references service,
  organisation_id uuid not null references organisation,
  primary key (entry_id, service_id)
);
create index entry_service_by_service on entry_service (service_id, entry_id);
alter table entry_service enable row level security;
create policy entry_service_seen on entry_service for select using (
  exists (select from waiting_list_entry e where e.id = entry_service.entry_id));
create policy entry_service_accept on entry_service for insert with check (
  organisation_id = current_organisation()
  and exists (select from waiting_list_entry e where e.id = entry_service.entry_id and e.organisation_id = current_organisation())
  and exists (select from service s where s.id = entry_service.service_id and s.organisation_id = current_organisation()));
create policy entry_service_drop on entry_service for delete using (organisation_id = current_organisation());
grant select, insert, delete on entry_service to lotse_app;

-- When somebody cannot come, as whole days in the county. The clock that counts goes on; beside it stands one without these days.
create table entry_pause (
  id uuid primary key,
  entry_id uuid not null references waiting_list_entry on delete cascade,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  starts_on date not null,
  -- The last day; null until somebody says so.
  ends_on date,
  reason text not null constraint entry_pause_reason check (reason in ('hospital', 'rehabilitation', 'away', 'family', 'work', 'own_wish', 'other')),
  note text check (length(note) between 1 and 300),
  created_by uuid not null references staff,
  created_at timestamptz not null default now(),
  ended_by uuid references staff,
  version integer not null default 1,
  -- Nobody has paused yesterday: created_at is the database's and cannot be given.
  constraint entry_pause_not_in_hindsight check (starts_on >= (created_at at time zone 'Europe/Berlin')::date),
  -- A pause that was called off before it began has no day.
  constraint entry_pause_in_order check (ends_on >= starts_on - 1),
  constraint entry_pause_no_overlap exclude using gist (entry_id with =, daterange(starts_on, ends_on + 1) with &&)
);
create index entry_pause_by_entry on entry_pause (entry_id, starts_on);
create index entry_pause_by_person on entry_pause (person_id);

-- Nor has anybody come back, or stayed away longer, in hindsight: days that are over stay what they were.
create function pause_goes_forward() returns trigger language plpgsql set search_path = public as $$
declare
  today date := (now() at time zone 'Europe/Berlin')::date;
begin
  if new.starts_on <> old.starts_on or new.entry_id <> old.entry_id or new.created_at <> old.created_at then
    raise exception 'the beginning of a pause stays what it is' using errcode = 'check_violation';
  end if;
  if new.ends_on is distinct from old.ends_on and (old.ends_on < today or new.ends_on < today - 1) then
    raise exception 'a pause is not changed in hindsight' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger pause_goes_forward before update on entry_pause for each row execute function pause_goes_forward();

alter table entry_pause enable row level security;
create policy entry_pause_seen on entry_pause for select using (
  exists (select from waiting_list_entry e where e.id = entry_pause.entry_id));
create policy entry_pause_begin on entry_pause for insert with check (
  organisation_id = current_organisation() and created_by = current_staff() and region_id = current_region()
  and exists (select from waiting_list_entry e where e.id = entry_pause.entry_id and e.organisation_id = current_organisation()));
create policy entry_pause_change on entry_pause for update using (organisation_id = current_organisation());
grant select on entry_pause to lotse_app;
grant insert (id, entry_id, region_id, organisation_id, person_id, starts_on, ends_on, reason, note, created_by) on entry_pause to lotse_app;
grant update (ends_on, ended_by, version) on entry_pause to lotse_app;
`;
