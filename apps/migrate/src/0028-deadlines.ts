/** Deadlines with a name. A timer opens a task when one ends, and ends nothing. */
export const deadlines = `
create table referral_deadline (
  referral_id uuid not null references referral,
  code text not null check (code ~ '^[a-z_]{2,40}$'),
  starts_on date not null,
  due_on date not null,
  owner text not null constraint referral_deadline_owner check (owner in ('referrer', 'recipient')),
  met_on date,
  set_by uuid references staff,
  set_at timestamptz not null default now(),
  primary key (referral_id, code),
  constraint referral_deadline_ends_later check (due_on >= starts_on)
);
create index referral_deadline_open on referral_deadline (due_on) where met_on is null;
alter table referral_deadline enable row level security;
create policy deadline_of_referral on referral_deadline for select using (exists (select from referral r where r.id = referral_deadline.referral_id));
create policy deadline_set on referral_deadline for insert with check (exists (select from referral r where r.id = referral_deadline.referral_id));
create policy deadline_change on referral_deadline for update using (exists (select from referral r where r.id = referral_deadline.referral_id));
grant select, insert, update on referral_deadline to lotse_app;

-- The work that time makes. It opens tasks, each once by its key, and changes nothing else; answers how many.
create or replace function open_referral_tasks() returns integer language plpgsql security definer set search_path = public as $$
declare
  opened integer;
begin
  if not is_system() then raise exception 'only the worker looks at the time'; end if;
  with due as (
    select 'draft-forgotten:' || r.id || ':' || to_char(r.updated_at, 'YYYYMMDD') as key, 'draft_forgotten' as kind, r.id, r.person_id, r.reference,
      r.region_id, r.referrer_organisation_id as organisation_id, r.created_by as staff_id, interval '7 days' as within
    from referral r where r.state = 'draft' and r.updated_at < now() - interval '28 days'
    union all
    select 'way-forward:' || s.id, 'way_forward_check', r.id, r.person_id, r.reference, r.region_id, r.referrer_organisation_id, null, interval '3 days'
    from referral_step s join referral r on r.id = s.referral_id
    where s.act in ('decline', 'hand_back') and s.at < now() - interval '14 days' and s.at > now() - interval '90 days'
      and r.state in ('returned', 'withdrawn') and not exists (select from referral_step u where u.undoes = s.id)
      and not exists (select from referral_step n where n.referral_id = r.id and n.act in ('decline', 'hand_back') and n.at > s.at)
    union all
    select 'suspension:' || r.id || ':' || r.suspended_until, 'suspension_to_review', r.id, r.person_id, r.reference, r.region_id,
      r.recipient_organisation_id, null, interval '2 days'
    from referral r where r.state = 'suspended' and r.suspended_until <= current_date
    union all
    select 'outcome-chase:' || r.id || ':' || r.outcome_chasers || ':' || to_char(r.due_at, 'YYYYMMDD'), 'outcome_to_chase', r.id, r.person_id, r.reference,
      r.region_id, r.recipient_organisation_id, null, interval '3 days'
    from referral r where r.state = 'outcome_sent' and r.due_at < now()
    union all
    select 'deadline:' || d.referral_id || ':' || d.code || ':' || d.due_on, 'deadline_of_' || d.owner, r.id, r.person_id,
      r.reference, r.region_id, case d.owner when 'referrer' then r.referrer_organisation_id else r.recipient_organisation_id end, null,
      greatest(((d.due_on + 1)::timestamp at time zone 'Europe/Berlin') - now(), interval '1 hour')
    from referral_deadline d join referral r on r.id = d.referral_id
    where d.met_on is null and d.due_on <= current_date + 2 and r.state not in ('draft', 'closed', 'withdrawn', 'entered_in_error')
  )
  insert into task (id, region_id, organisation_id, key, kind, subject, subject_id, person_id, staff_id, facts, state, due_at)
    select gen_random_uuid(), d.region_id, d.organisation_id, d.key, d.kind, 'referral', d.id, d.person_id, w.id,
      jsonb_build_object('reference', d.reference), case when w.id is null then 'ready' else 'in_progress' end, now() + d.within
    from due d left join staff w on w.id = d.staff_id and w.organisation_id = d.organisation_id and w.disabled_at is null
    where d.organisation_id is not null and not exists (select from task t where t.key = d.key)
  on conflict (key) do nothing;
  get diagnostics opened = row_count;
  return opened;
end $$;
`;
