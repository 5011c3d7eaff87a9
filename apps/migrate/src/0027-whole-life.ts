/** What the rest of a referral's life needs: pauses, guards, outcomes, and the work that time makes. */
export const wholeLife = `
alter table referral
  add column suspended_until date,
  add column risk_review_open boolean not null default false,
  add column outcome_chasers integer not null default 0,
  add column closed_at timestamptz,
  add column closed_unacknowledged boolean not null default false,
  -- The side that has called it an error, while the other has not confirmed.
  add column error_asked_by uuid references organisation,
  -- Who has proposed to return it without anything instead, while nobody else has confirmed.
  add column decline_proposed_by uuid references staff,
  add column way_forward text constraint referral_way_forward check (way_forward in ('alternative', 'advice', 'none')),
  add column alternative_service_id uuid references service,
  -- The clock of the service that has it: since when, and what the referrer owed information for.
  add column leg_started_at timestamptz,
  add column paused_since timestamptz,
  add column paused_seconds double precision not null default 0;
update referral set leg_started_at = clock_started_at, closed_at = case when state = 'closed' then updated_at end,
  paused_since = case when state = 'info_requested' then updated_at end;
alter table referral add constraint referral_closed check ((state = 'closed') = (closed_at is not null));
create index referral_drafts on referral (updated_at) where state = 'draft';
create index referral_with_timer on referral (state, due_at) where state in ('suspended', 'outcome_sent');
create index referral_step_returned on referral_step (at) where act in ('decline', 'hand_back');

create table referral_outcome (
  id uuid primary key,
  referral_id uuid not null references referral,
  edition integer not null check (edition > 0),
  outcome text not null check (outcome ~ '^[a-z_]{2,40}$'),
  report text,
  no_report_reason text,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  at timestamptz not null default clock_timestamp(),
  constraint referral_outcome_said check ((report is null) <> (no_report_reason is null)),
  unique (referral_id, edition)
);
alter table referral_outcome enable row level security;
create policy outcome_of_referral on referral_outcome for select using (exists (select from referral r where r.id = referral_outcome.referral_id));
create policy outcome_write on referral_outcome for insert with check (organisation_id = current_organisation()
  and exists (select from referral r where r.id = referral_outcome.referral_id));
grant select, insert on referral_outcome to lotse_app;

-- Somebody who comes to several appointments has several; one of them is still to come.
alter table appointment add column attendance text constraint appointment_attendance check (attendance in ('attended', 'missed'));
drop index appointment_one_a_referral;
create unique index appointment_one_a_referral on appointment (referral_id) where cancelled_at is null and attendance is null;
create policy appointment_change on appointment for update using (
  exists (select from referral r where r.id = appointment.referral_id));

alter table person add column death_recorded_at timestamptz;
-- Both sides may say so; the record itself may belong to the other.
create function record_death_by(given_referral uuid) returns void language sql security definer set search_path = public as $$
  update person p set death_recorded_at = coalesce(p.death_recorded_at, now())
  from referral r where r.id = given_referral and p.id = r.person_id
    and (r.referrer_organisation_id = current_organisation() or r.recipient_organisation_id = current_organisation())
$$;
-- What else is open of the same person: identifiers, for the worker, which ends each in the name of whoever sent it.
create function open_referrals_beside(given_referral uuid) returns table (referral_id uuid, organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public as $$
  select o.id, o.referrer_organisation_id, o.region_id from referral r join referral o on o.person_id = r.person_id and o.id <> r.id
  where is_system() and r.id = given_referral and o.state not in ('closed', 'withdrawn', 'entered_in_error')
$$;

-- The work that time makes. It opens tasks, each once by its key, and changes nothing else; answers how many.
create function open_referral_tasks() returns integer language plpgsql security definer set search_path = public as $$
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
revoke all on function record_death_by(uuid), open_referrals_beside(uuid), open_referral_tasks() from public;
grant execute on function record_death_by(uuid), open_referrals_beside(uuid), open_referral_tasks() to lotse_app;
`;
