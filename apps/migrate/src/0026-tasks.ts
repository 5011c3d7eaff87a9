/** Work for somebody with a name or for a team. A timer may open one; only people and acts end one. */
export const tasks = `
create table task (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  -- The same cause makes the same key, so there is never a second copy, also after it was done.
  key text not null unique check (length(key) between 3 and 200),
  kind text not null check (kind ~ '^[a-z][a-z_]{2,40}$'),
  subject text not null check (subject ~ '^[a-z][a-z-]{2,40}$'),
  subject_id uuid not null,
  person_id uuid references person,
  -- Whose it is; nobody's yet means the team of its kind.
  staff_id uuid references staff,
  -- Identifiers, references, days: never what somebody has or said.
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 1000),
  state text not null default 'ready' constraint task_state check (state in ('ready', 'in_progress', 'done', 'dropped')),
  due_at timestamptz not null,
  snoozed_until timestamptz,
  opened_at timestamptz not null default now(),
  escalated_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references staff,
  result text check (result ~ '^[a-z][a-z_]{1,40}$'),
  version integer not null default 1,
  constraint task_ended check ((state in ('done', 'dropped')) = (ended_at is not null)),
  constraint task_snooze_never_hides_due check (snoozed_until is null or snoozed_until <= due_at)
);
create index task_by_due on task (organisation_id, due_at, id) where ended_at is null;
create index task_of_staff on task (staff_id, due_at, id) where ended_at is null;
create index task_to_escalate on task (due_at) where ended_at is null and escalated_at is null;
create index task_by_subject on task (subject_id);
create index task_by_person on task (person_id) where person_id is not null;
alter table task enable row level security;
create policy task_own on task for select using (organisation_id = current_organisation());
create policy task_change on task for update using (organisation_id = current_organisation());
grant select, update (staff_id, state, due_at, snoozed_until, ended_at, ended_by, result, version) on task to lotse_app;

-- An act on one side makes work for the other, which it does not see: opening, moving and ending go through these. Within a county only.
create function open_task(given_id uuid, given_key text, given_kind text, given_subject text, given_subject_id uuid, given_person uuid,
    given_organisation uuid, given_staff uuid, given_due timestamptz, given_facts jsonb) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  insert into task (id, region_id, organisation_id, key, kind, subject, subject_id, person_id, staff_id, facts, state, due_at)
    select given_id, o.region_id, o.id, given_key, given_kind, given_subject, given_subject_id, given_person, s.id, given_facts,
      case when s.id is null then 'ready' else 'in_progress' end, given_due
    from organisation o left join staff s on s.id = given_staff and s.organisation_id = o.id and s.disabled_at is null
    where o.id = given_organisation and (o.region_id = current_region() or is_system())
  on conflict (key) do nothing;
  return found;
end $$;
create function move_task(given_key text, given_due timestamptz) returns uuid
  language sql security definer set search_path = public as $$
  update task set due_at = given_due, snoozed_until = null, escalated_at = null, version = version + 1
  where key = given_key and ended_at is null and (region_id = current_region() or is_system()) returning organisation_id
$$;
-- Ends a task, and what it had grown into.
create function end_task(given_key text, given_state text, given_result text) returns setof uuid
  language sql security definer set search_path = public as $$
  update task set state = given_state, result = given_result, ended_at = now(), ended_by = current_staff(), snoozed_until = null,
    version = version + 1
  where key in (given_key, given_key || '/overdue') and ended_at is null and (region_id = current_region() or is_system())
  returning organisation_id
$$;
-- Ends what is open about a thing, of some kinds or (null) of every kind, and what that had grown into.
create function end_tasks_about(given_subject uuid, given_kinds text[], given_state text, given_result text) returns setof uuid
  language sql security definer set search_path = public as $$
  update task t set state = given_state, result = given_result, ended_at = now(), ended_by = current_staff(), snoozed_until = null,
    version = version + 1
  where t.subject_id = given_subject and t.ended_at is null and (t.region_id = current_region() or is_system())
    and (given_kinds is null or t.kind = any (given_kinds)
      or exists (select from task o where o.subject_id = given_subject and t.key = o.key || '/overdue' and o.kind = any (given_kinds)))
  returning t.organisation_id
$$;
-- What lies too long grows into work of its own for whoever leads. Once: its key is made of the first one's.
create function escalate_tasks(hours_after_due jsonb, at_most integer) returns table (task_id uuid, organisation_id uuid)
  language plpgsql security definer set search_path = public as $$
begin
  if not is_system() then raise exception 'only the worker looks for what lies too long'; end if;
  return query
  with late as (
    select t.* from task t
    where t.ended_at is null and t.escalated_at is null
      and t.due_at + make_interval(hours => (hours_after_due ->> t.kind)::integer) <= now()
    order by t.due_at limit at_most for update skip locked
  ), marked as (
    update task t set escalated_at = now() from late where t.id = late.id
  )
  insert into task (id, region_id, organisation_id, key, kind, subject, subject_id, person_id, facts, due_at)
    select gen_random_uuid(), l.region_id, l.organisation_id, l.key || '/overdue', 'task_overdue', l.subject, l.subject_id, l.person_id,
      l.facts || jsonb_build_object('of', l.kind), now() + interval '1 day'
    from late l
  on conflict (key) do nothing returning task.id, task.organisation_id;
end $$;
-- Whatever ends what an organisation may see of a referral for good takes its tasks about it along.
create function forget_tasks_about_received() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from task where subject_id = old.referral_id and organisation_id = old.organisation_id;
  return null;
end $$;
create trigger access_grant_forgets_tasks after delete on access_grant for each row when (old.referral_id is not null)
  execute function forget_tasks_about_received();
revoke all on function open_task(uuid, text, text, text, uuid, uuid, uuid, uuid, timestamptz, jsonb), move_task(text, timestamptz),
  end_task(text, text, text), end_tasks_about(uuid, text[], text, text), escalate_tasks(jsonb, integer), forget_tasks_about_received()
  from public;
grant execute on function open_task(uuid, text, text, text, uuid, uuid, uuid, uuid, timestamptz, jsonb), move_task(text, timestamptz),
  end_task(text, text, text), end_tasks_about(uuid, text[], text, text), escalate_tasks(jsonb, integer) to lotse_app;
`;
