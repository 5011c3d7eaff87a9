/** Lists are looked after: who is asked whether the place is still needed, how somebody is while waiting, and what referrers are told of the wait. */
export const careOfLists = `
alter table waiting_list_entry
  -- When somebody last said that the place is still needed; joining says so.
  add column last_validated_at timestamptz(3) not null default now(),
  -- When somebody last spoke with the person about how they are.
  add column last_contact_at timestamptz(3) not null default now();
update waiting_list_entry set last_validated_at = joined_at, last_contact_at = joined_at;

-- Everybody on a list who is asked the same in one week.
create table list_round (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  kind text not null check (kind in ('validation', 'check_in')),
  -- Because it was time, or because somebody asked for it.
  source text not null check (source in ('due', 'asked')),
  begins_on date not null,
  due_at timestamptz not null,
  opened_at timestamptz not null default now(),
  opened_by uuid references staff,
  closed_at timestamptz,
  version integer not null default 1
);
create unique index list_round_once_a_week on list_round (service_id, kind, begins_on) where source = 'due';
create index list_round_of_organisation on list_round (organisation_id, opened_at desc, id desc);
alter table list_round enable row level security;
create policy list_round_own on list_round for select using (organisation_id = current_organisation());
create policy list_round_ask on list_round for insert with check (organisation_id = current_organisation() and source = 'asked');
grant select, insert on list_round to lotse_app;

-- One person of a round. Nothing ends here by itself: whoever is silent stays on the list, and the question stays open.
create table list_check (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  referrer_organisation_id uuid not null references organisation,
  round_id uuid not null references list_round,
  entry_id uuid not null references waiting_list_entry on delete cascade,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  kind text not null check (kind in ('validation', 'check_in')),
  -- After how many days of waiting the question was due; none when somebody asked for it.
  milestone integer check (milestone > 0),
  state text not null default 'open' constraint list_check_state check (state in ('open', 'answered', 'to_decide', 'decided', 'dropped')),
  opened_at timestamptz not null default now(),
  attempts integer not null default 0,
  last_attempt_at timestamptz,
  referrer_asked_at timestamptz,
  answer text check (answer in ('stays', 'postpone', 'remove', 'unchanged', 'better', 'worse')),
  answered_at timestamptz,
  answered_by uuid references staff,
  answered_by_organisation_id uuid references organisation,
  note text check (length(note) <= 1000),
  postponed_until date,
  -- Somebody qualified is to look at the urgency.
  asks_for_priority boolean not null default false,
  decision text check (decision in ('removed', 'kept', 'urgency_changed')),
  decided_at timestamptz,
  decided_by uuid references staff,
  -- How the person was told.
  told_by text check (told_by in ('phone', 'letter', 'in_person', 'through_referrer')),
  decision_note text check (length(decision_note) <= 1000),
  version integer not null default 1,
  constraint list_check_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  constraint list_check_decided check ((state = 'decided') = (decided_at is not null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decision is null)),
  -- Nobody leaves a list by a check without having been told.
  constraint list_check_removed_is_told check (decision is distinct from 'removed' or told_by is not null),
  constraint list_check_open check (state <> 'open' or answer is null),
  constraint list_check_waits_for_decision check (state <> 'to_decide' or answer = 'remove' or asks_for_priority)
);
create unique index list_check_once_a_round on list_check (round_id, entry_id);
create unique index list_check_once_a_milestone on list_check (entry_id, milestone) where kind = 'validation' and milestone is not null;
create unique index list_check_one_open on list_check (entry_id, kind) where state in ('open', 'to_decide');
create index list_check_of_referral on list_check (referral_id);
create index list_check_by_person on list_check (person_id);
create index list_check_asked_of_referrer on list_check (referrer_organisation_id, referrer_asked_at, id) where state = 'open' and referrer_asked_at is not null;
alter table list_check enable row level security;
create policy list_check_by_referral on list_check for select using (
  (organisation_id = current_organisation() or (referrer_organisation_id = current_organisation() and referrer_asked_at is not null))
  and exists (select from referral r where r.id = list_check.referral_id));
create policy list_check_ask on list_check for insert with check (organisation_id = current_organisation()
  and exists (select from referral r where r.id = list_check.referral_id));
create policy list_check_answer on list_check for update using (
  (organisation_id = current_organisation() or (referrer_organisation_id = current_organisation() and referrer_asked_at is not null))
  and state in ('open', 'to_decide'))
  with check (organisation_id = current_organisation() or referrer_organisation_id = current_organisation());
grant select, insert, update on list_check to lotse_app;

-- Whoever decides is a person whose decision it is, and signs with their own name.
create function list_check_is_decided_by_clinician() returns trigger language plpgsql set search_path = public as $$
begin
  if new.decided_by is distinct from current_staff() or not coalesce(current_roles() && '{clinician,triager}', false) then
    raise exception 'who leaves a list is decided by a clinician in their own name' using errcode = '23514', constraint = 'list_check_is_decided_by_clinician';
  end if;
  return new;
end $$;
create trigger list_check_is_decided_by_clinician before update of decided_at on list_check for each row
  when (new.decided_at is not null and old.decided_at is null) execute function list_check_is_decided_by_clinician();

-- A round is done when nobody in it has still to be asked; its task ends with it.
create function list_round_is_done() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update list_round r set closed_at = now(), version = version + 1 where r.id = new.round_id and r.closed_at is null
    and not exists (select from list_check c where c.round_id = r.id and c.state = 'open');
  if found then perform end_task('list-round:' || new.round_id, 'done', null); end if;
  if new.state = 'dropped' then perform end_tasks_about(new.id, null, 'dropped', null); end if;
  return null;
end $$;
create trigger list_round_is_done after update of state on list_check for each row when (old.state is distinct from new.state)
  execute function list_round_is_done();
-- Whoever has been placed or removed by an act is asked no more.
create function list_check_follows_entry() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update list_check set state = 'dropped', version = version + 1 where entry_id = new.id and state in ('open', 'to_decide');
  return null;
end $$;
create trigger list_check_follows_entry after update of state on waiting_list_entry for each row
  when (old.state is distinct from new.state and new.state in ('placed', 'removed')) execute function list_check_follows_entry();

-- The rounds of a county that have become due this week, with everybody in them, and a task for whoever keeps the list. Once a service and week,
-- whoever looks and how often: whoever comes second finds the round. It opens work and changes nothing else. Days are days in the county.
create function open_list_rounds(given_region uuid, rules jsonb) returns integer language plpgsql security definer set search_path = public as $$
declare
  week date := date_trunc('week', now() at time zone 'Europe/Berlin')::date;
  opened integer;
begin
  if not is_system() then raise exception 'only the worker looks at the time'; end if;
  create temporary table if not exists due_in_lists (kind text, service_id uuid, organisation_id uuid, entry_id uuid, milestone integer) on commit drop;
  delete from due_in_lists;
  insert into due_in_lists
  with waiting as (
    select e.*, (e.received_at at time zone 'Europe/Berlin')::date as received_on, (e.joined_at at time zone 'Europe/Berlin')::date as joined_on
    from waiting_list_entry e where e.region_id = given_region and e.state in ('waiting', 'offered', 'suspended')
  ), asked as (
    select w.*, (select max(m) from (
        select value::integer as m from jsonb_array_elements_text(rules -> 'milestones')
        union all
        select (rules ->> 'last')::integer + k * (rules ->> 'again')::integer
        from generate_series(1, greatest(0, (week + 6 - w.received_on - (rules ->> 'last')::integer) / (rules ->> 'again')::integer)) k
      ) all_of_them where w.received_on + m <= week + 6) as m
    from waiting w
  )
  select 'validation', service_id, organisation_id, id, m from asked a
    where m is not null and received_on + m > joined_on
      and (last_validated_at at time zone 'Europe/Berlin')::date < received_on + m
      and not exists (select from list_check c where c.entry_id = a.id and c.kind = 'validation' and (c.state in ('open', 'to_decide') or c.milestone >= m))
  union all
  select 'check_in', service_id, organisation_id, id, null from waiting w
    where state <> 'suspended' and rules -> 'checkIns' ? urgency
      and (last_contact_at at time zone 'Europe/Berlin')::date + (rules -> 'checkIns' ->> urgency)::integer <= week + 6
      and not exists (select from list_check c where c.entry_id = w.id and c.kind = 'check_in' and c.state in ('open', 'to_decide'));
  with begun as (
    insert into list_round (id, region_id, organisation_id, service_id, kind, source, begins_on, due_at)
    select gen_random_uuid(), given_region, organisation_id, service_id, kind, 'due', week,
      (week + case kind when 'validation' then 28 else 7 end + time '17:00') at time zone 'Europe/Berlin'
    from (select distinct kind, service_id, organisation_id from due_in_lists) d
    on conflict (service_id, kind, begins_on) where source = 'due' do nothing
    returning *
  ), checks as (
    insert into list_check (id, region_id, organisation_id, referrer_organisation_id, round_id, entry_id, referral_id, person_id, kind, milestone)
    select gen_random_uuid(), given_region, b.organisation_id, r.referrer_organisation_id, b.id, e.id, e.referral_id, e.person_id, b.kind, d.milestone
    from begun b join due_in_lists d on d.service_id = b.service_id and d.kind = b.kind
      join waiting_list_entry e on e.id = d.entry_id join referral r on r.id = e.referral_id
    on conflict do nothing
    returning id
  )
  insert into task (id, region_id, organisation_id, key, kind, subject, subject_id, facts, due_at)
    select gen_random_uuid(), given_region, b.organisation_id, 'list-round:' || b.id, case b.kind when 'validation' then 'list_to_validate' else 'list_to_check_in' end,
      'list-round', b.id, jsonb_build_object('service', s.name, 'people', (select count(*) from due_in_lists d where d.service_id = b.service_id and d.kind = b.kind)),
      b.due_at
    from begun b join service s on s.id = b.service_id
  on conflict (key) do nothing;
  get diagnostics opened = row_count;
  return opened;
end $$;

-- What a service says of the wait; referrers read it before they refer.
alter table service
  add column expected_wait_note text check (length(expected_wait_note) between 1 and 200),
  add column expected_wait_version integer not null default 0;
create table expected_wait_change (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  weeks_before integer,
  weeks integer check (weeks between 0 and 260),
  note text,
  staff_id uuid not null references staff,
  told integer not null,
  at timestamptz not null default now()
);
create index expected_wait_change_of_service on expected_wait_change (service_id, at desc);
alter table expected_wait_change enable row level security;
create policy expected_wait_own on expected_wait_change for select using (organisation_id = current_organisation());
create policy expected_wait_say on expected_wait_change for insert with check (organisation_id = current_organisation() and staff_id = current_staff());
grant select, insert on expected_wait_change to lotse_app;
-- Only of one's own service, and only as it was looked at; answers whether it was.
create function say_expected_wait(given_service uuid, given_weeks integer, given_note text, given_version integer) returns integer
  language sql security definer set search_path = public as $$
  update service set expected_wait_weeks = given_weeks, expected_wait_note = given_note, expected_wait_version = expected_wait_version + 1
  where id = given_service and organisation_id = current_organisation() and expected_wait_version = given_version
  returning expected_wait_version
$$;
-- Referrers are told by the service alone: no person, no reference.
alter table notice add column service_id uuid references service;
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind');
begin
  alter table notice drop constraint notice_kind;
  execute 'alter table notice add constraint notice_kind ' || replace(known, '''nobody_fits''::text', '''nobody_fits''::text, ''expected_wait_changed''::text');
end $$;
do $$ begin
  execute replace(pg_get_functiondef('forget_received'::regproc), 'delete from waiting_list_entry where referral_id = given_referral',
    'delete from list_check where referral_id = given_referral and organisation_id = given_organisation;
  delete from waiting_list_entry where referral_id = given_referral');
end $$;
revoke all on function list_check_is_decided_by_clinician(), list_round_is_done(), list_check_follows_entry(), open_list_rounds(uuid, jsonb),
  say_expected_wait(uuid, integer, text, integer) from public;
grant execute on function open_list_rounds(uuid, jsonb), say_expected_wait(uuid, integer, text, integer) to lotse_app;
`;
