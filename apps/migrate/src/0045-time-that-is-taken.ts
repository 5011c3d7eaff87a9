/**
 * Whose time a schedule is, who meets where, groups with places, buffers, and the time that a slot takes of everything it needs. That
 * nothing is given out twice is kept on the time that is taken, so that it holds for the clinician and for the room alike.
 */
export const timeThatIsTaken = `
alter table schedule
  add column kind text not null default 'team' constraint schedule_kind check (kind in ('clinician', 'team', 'room', 'group')),
  add column staff_id uuid references staff,
  add column clinician_sex text constraint schedule_clinician_sex check (clinician_sex in ('female', 'male', 'diverse')),
  add column languages text[] not null default '{de}' constraint schedule_languages check (cardinality(languages) between 1 and 12),
  -- Where its time is given out: null means where the service is.
  add column municipality_key text references municipality,
  add column place text constraint schedule_place check (length(place) between 1 and 120),
  add column retired_at timestamptz,
  add column version integer not null default 1;
create index schedule_of_staff on schedule (staff_id) where staff_id is not null;
create policy schedule_create on schedule for insert with check (organisation_id = current_organisation() and region_id = current_region());
create policy schedule_change on schedule for update using (organisation_id = current_organisation());
grant insert, update (service_id, name, kind, staff_id, clinician_sex, languages, municipality_key, place, retired_at, version)
  on schedule to lotse_app;

alter table slot drop constraint slot_no_overlap;
alter table slot drop constraint slot_state;
alter table slot
  add constraint slot_state check (state in ('open', 'held', 'taken', 'blocked', 'cancelled')),
  add column group_id uuid,
  add column place integer not null default 1,
  add column places integer not null default 1 constraint slot_places check (places between 1 and 30),
  -- Outreach in a village: null means where the schedule is.
  add column municipality_key text references municipality,
  add column buffer_before integer not null default 0 constraint slot_buffer_before check (buffer_before between 0 and 120),
  add column buffer_after integer not null default 0 constraint slot_buffer_after check (buffer_after between 0 and 120),
  -- Further schedules whose time it takes: a room, a second clinician.
  add column resource_ids uuid[] not null default '{}' constraint slot_resources check (cardinality(resource_ids) <= 8),
  -- Deliberately at a time that is taken already: who may, says why.
  add column overbook_reason text constraint slot_overbook_reason check (length(overbook_reason) between 3 and 500);
update slot set group_id = id;
alter table slot
  alter column group_id set not null,
  add constraint slot_place check (place between 1 and places),
  add constraint slot_alone check (places > 1 or group_id = id);
-- Each place of a group can be had by one person.
create unique index slot_one_a_place on slot (group_id, place) where state <> 'cancelled';

-- Whoever opens an ordinary slot need not know about groups.
create function slot_is_its_own_group() returns trigger language plpgsql as $$
begin
  if new.places = 1 or new.group_id is null then new.group_id := new.id; end if;
  return new;
end $$;
create trigger slot_is_its_own_group before insert on slot for each row execute function slot_is_its_own_group();

create table occupied_time (
  slot_id uuid not null references slot on delete cascade,
  schedule_id uuid not null references schedule,
  region_id uuid not null references region,
  -- The slot with its buffers.
  during tstzrange not null check (not isempty(during)),
  group_id uuid not null,
  active boolean not null,
  overbooked boolean not null,
  primary key (slot_id, schedule_id),
  -- Two slots never take the time of one schedule, whoever writes them: but for the places of one group, and what was deliberately overbooked.
  constraint slot_no_overlap exclude using gist (schedule_id with =, during with &&, group_id with <>) where (active and not overbooked)
);
create index occupied_time_by_schedule on occupied_time using gist (schedule_id, during) where (active);
alter table occupied_time enable row level security;
create policy occupied_time_in_region on occupied_time for select using (region_id = current_region());
grant select on occupied_time to lotse_app;

-- The one way in which time is taken and given back: with the slot, in its transaction. Nobody else may write here.
create function take_time() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    delete from occupied_time where slot_id = new.id;
  end if;
  insert into occupied_time (slot_id, schedule_id, region_id, during, group_id, active, overbooked)
    select new.id, s.id, new.region_id,
      tstzrange(lower(new.during) - make_interval(mins => new.buffer_before), upper(new.during) + make_interval(mins => new.buffer_after)),
      new.group_id, new.state <> 'cancelled', new.overbook_reason is not null
    from schedule s where s.organisation_id = new.organisation_id and (s.id = new.schedule_id or s.id = any (new.resource_ids));
  if (select count(*) from occupied_time where slot_id = new.id)
      <> (select count(distinct wanted) from unnest(new.resource_ids || new.schedule_id) as wanted) then
    raise exception 'a slot takes the time of schedules of its own organisation' using errcode = 'check_violation', constraint = 'slot_resources_own';
  end if;
  if new.places > 1 and new.state <> 'cancelled' and exists (
      select from slot other where other.group_id = new.group_id and other.state <> 'cancelled'
        and (other.schedule_id <> new.schedule_id or other.during <> new.during)) then
    raise exception 'the places of a group are at one time' using errcode = 'check_violation', constraint = 'slot_group_together';
  end if;
  return null;
end $$;
create trigger slot_takes_time after insert on slot for each row execute function take_time();
create trigger slot_moves_time after update on slot for each row
  when ((old.during, old.schedule_id, old.state = 'cancelled', old.buffer_before, old.buffer_after, old.resource_ids, old.overbook_reason)
    is distinct from (new.during, new.schedule_id, new.state = 'cancelled', new.buffer_before, new.buffer_after, new.resource_ids, new.overbook_reason))
  execute function take_time();
insert into occupied_time (slot_id, schedule_id, region_id, during, group_id, active, overbooked)
  select id, schedule_id, region_id, during, group_id, state <> 'cancelled', false from slot;
`;
