/** What becomes of an appointment, and the review that a missed one opens. */
export const afterBooking = `
alter table appointment
  -- Whoever comes without one has an appointment that says so, and no slot.
  alter column slot_id drop not null,
  add column kind text not null default 'booked' constraint appointment_kind check (kind in ('booked', 'walk_in')),
  add column walked_in_at timestamptz(3),
  add constraint appointment_walk_in check ((kind = 'walk_in') = (slot_id is null) and (slot_id is null) = (walked_in_at is not null)),
  -- The appointment that this one took the place of.
  add column replaces_id uuid references appointment on delete set null,
  add column arrived_at timestamptz(3),
  add column recorded_at timestamptz(3),
  add column recorded_by uuid references staff,
  add column missed_reason text check (missed_reason ~ '^[a-z_]{2,40}$'),
  add column cancelled_by text constraint appointment_cancelled_by check (cancelled_by in ('person', 'provider', 'other')),
  add column cancel_reason text check (cancel_reason ~ '^[a-z_]{2,40}$'),
  add column cancelled_late boolean,
  -- When the slot went back to the calendar: from here to the next booking of the same slot is how long filling it took.
  add column slot_freed_at timestamptz(3),
  add column version integer not null default 1,
  drop constraint appointment_attendance,
  add constraint appointment_attendance check (attendance in ('attended', 'missed', 'left')),
  add constraint appointment_cancelled check (cancelled_at is not null or (cancelled_by is null and cancel_reason is null and slot_freed_at is null)),
  add column state text constraint appointment_state check (state in ('booked', 'arrived', 'attended', 'left', 'missed', 'cancelled'));
-- One truth: what has been written down says where the appointment is in its life.
create function appointment_state() returns trigger language plpgsql as $$
begin
  new.state := case when new.cancelled_at is not null then 'cancelled' when new.attendance is not null then new.attendance
    when new.arrived_at is not null then 'arrived' else 'booked' end;
  return new;
end $$;
create trigger appointment_state before insert or update on appointment for each row execute function appointment_state();
update appointment set version = 1;
alter table appointment alter column state set not null;
create index appointment_walked_in on appointment (organisation_id, walked_in_at) where kind = 'walk_in';
create index appointment_refilled on appointment (slot_id, booked_at) where slot_id is not null;

create table risk_review (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  -- The step by which an appointment was missed.
  step_id uuid not null,
  opened_at timestamptz not null default now(),
  due_at timestamptz not null,
  recorded_at timestamptz,
  recorded_by uuid references staff,
  assessment text check (assessment ~ '^[a-z_]{2,40}$'),
  note text check (length(note) <= 1000),
  -- There is nothing to review any more: the step was taken back, the appointment had been cancelled, or the referral is over for another reason.
  dropped_at timestamptz,
  dropped_because text check (dropped_because in ('taken_back', 'was_cancelled', 'died', 'error')),
  constraint risk_review_recorded check ((recorded_at is null) = (recorded_by is null) and (recorded_at is null) = (assessment is null)),
  constraint risk_review_dropped check ((dropped_at is null) = (dropped_because is null)),
  constraint risk_review_once check (recorded_at is null or dropped_at is null)
);
create unique index risk_review_one_open on risk_review (referral_id) where recorded_at is null and dropped_at is null;
create index risk_review_by_person on risk_review (person_id);
alter table risk_review enable row level security;
create policy risk_review_of_receiver on risk_review for select using (organisation_id = current_organisation()
  and exists (select from referral r where r.id = risk_review.referral_id));
create policy risk_review_open on risk_review for insert with check (organisation_id = current_organisation() and recorded_at is null);
create policy risk_review_record on risk_review for update using (organisation_id = current_organisation() and recorded_at is null and dropped_at is null)
  with check (organisation_id = current_organisation());
grant select, insert, update (recorded_at, recorded_by, assessment, note, dropped_at, dropped_because) on risk_review to lotse_app;

insert into risk_review (id, region_id, organisation_id, referral_id, person_id, step_id, due_at)
  select gen_random_uuid(), r.region_id, r.recipient_organisation_id, r.id, r.person_id,
    coalesce((select s.id from referral_step s where s.referral_id = r.id and s.act = 'no_show' order by s.at desc limit 1), r.id),
    coalesce(r.due_at, now())
  from referral r where r.risk_review_open and r.recipient_organisation_id is not null;

-- Whoever records a review is a person whose work it is, and signs with their own name.
create function risk_review_is_signed() returns trigger language plpgsql set search_path = public as $$
begin
  if new.recorded_by is distinct from current_staff() or not coalesce(current_roles() && '{clinician,social_worker}', false) then
    raise exception 'a risk review is recorded by a clinician in their own name' using errcode = '23514', constraint = 'risk_review_is_signed';
  end if;
  return new;
end $$;
create trigger risk_review_is_signed before update on risk_review for each row when (new.recorded_at is not null) execute function risk_review_is_signed();

-- When everything is said: a referral with an open review says so, and is neither over nor given away.
create function risk_review_holds() returns trigger language plpgsql security definer set search_path = public as $$
declare
  now_is referral;
  is_open boolean;
begin
  select * into now_is from referral where id = coalesce(new.id, old.id);
  if not found then return null; end if;
  is_open := exists (select from risk_review v where v.referral_id = now_is.id and v.recorded_at is null and v.dropped_at is null);
  if is_open <> now_is.risk_review_open
    or (is_open and now_is.state in ('returned', 'requested', 'waitlisted', 'outcome_sent', 'closed', 'withdrawn', 'entered_in_error')) then
    raise exception 'a missed appointment of this referral has not been reviewed' using errcode = '23514', constraint = 'risk_review_holds';
  end if;
  return null;
end $$;
create constraint trigger risk_review_holds after update of state, risk_review_open on referral deferrable initially deferred
  for each row when (new.risk_review_open or old.risk_review_open) execute function risk_review_holds();
-- Either side may say that there is nothing left to review; only the receiver sees what is reviewed.
create function drop_risk_review(given_referral uuid, because text) returns void language sql security definer set search_path = public as $$
  update risk_review v set dropped_at = now(), dropped_because = because
  from referral r where r.id = given_referral and v.referral_id = r.id and v.recorded_at is null and v.dropped_at is null
    and current_organisation() in (r.referrer_organisation_id, r.recipient_organisation_id)
$$;
revoke all on function drop_risk_review(uuid, text) from public;
grant execute on function drop_risk_review(uuid, text) to lotse_app;
do $$ begin
  execute replace(pg_get_functiondef('forget_received'::regproc), 'delete from slot_offer where referral_id = given_referral',
    'delete from risk_review where referral_id = given_referral and organisation_id = given_organisation;
  delete from slot_offer where referral_id = given_referral');
end $$;
revoke all on function appointment_state(), risk_review_is_signed(), risk_review_holds() from public;
`;
