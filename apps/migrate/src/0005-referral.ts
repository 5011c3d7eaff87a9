/** Referrals and their history. The states are those of the life cycle; a test compares the CHECK with it. */
export const referral = `
create sequence referral_number start 10001;
grant usage on sequence referral_number to lotse_app;

create table referral (
  id uuid primary key,
  region_id uuid not null references region,
  reference text not null unique default 'Z-' || nextval('referral_number'),
  person_id uuid not null references person,
  referrer_organisation_id uuid not null references organisation,
  recipient_organisation_id uuid references organisation,
  service_id uuid references service,
  state text not null constraint referral_state check (state in ('draft', 'requested', 'received', 'in_triage', 'info_requested', 'accepted', 'waitlisted', 'suspended', 'offered', 'booked', 'rebook_required', 'dna_review', 'in_service', 'cancel_requested', 'returned', 'outcome_sent', 'closed', 'withdrawn', 'entered_in_error')),
  -- The state before an interruption; the life leads back to it.
  state_before text constraint referral_state_before check (state_before in ('draft', 'requested', 'received', 'in_triage', 'info_requested', 'accepted', 'waitlisted', 'suspended', 'offered', 'booked', 'rebook_required', 'dna_review', 'in_service', 'cancel_requested', 'returned', 'outcome_sent', 'closed', 'withdrawn', 'entered_in_error')),
  reason text,
  question text,
  diagnosis text,
  certainty text check (certainty in ('A', 'V', 'G', 'Z')),
  medication text,
  tried_so_far text,
  urgency text check (urgency in ('emergency', 'very_urgent', 'urgent', 'acute_treatment', 'soon', 'routine')),
  short_notice boolean not null default false,
  minimum_notice_hours integer not null default 24,
  callback_phone text,
  custodian text not null constraint referral_custodian check (custodian in ('referrer', 'recipient_intake', 'recipient_triage', 'contact_staff', 'recipient_clinic', 'recipient_clinician', 'nobody')),
  custodian_organisation_id uuid references organisation,
  due_at timestamptz,
  -- The one clock: set when the referral is first sent, never again.
  clock_started_at timestamptz,
  target_days double precision,
  open_question text,
  open_question_due_on date,
  -- The appointment that was booked, for both sides to see; the booking itself is the waiting list's.
  appointment_starts_at timestamptz,
  appointment_ends_at timestamptz,
  appointment_place text,
  created_by uuid not null references staff,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  -- Promise 2: an open referral always has one custodian with a due date.
  constraint referral_has_custodian check (
    (custodian = 'nobody') = (state in ('closed', 'withdrawn', 'entered_in_error'))
    and (custodian = 'nobody' or (custodian_organisation_id is not null and due_at is not null))),
  constraint referral_sent_has_clock check (state in ('draft', 'withdrawn', 'entered_in_error') or clock_started_at is not null)
);
create index referral_sent_by_due on referral (referrer_organisation_id, due_at, id) where state not in ('closed', 'withdrawn', 'entered_in_error');
create index referral_inbox_by_due on referral (recipient_organisation_id, due_at, id) where state not in ('draft', 'closed', 'withdrawn', 'entered_in_error');
create index referral_sent_by_clock on referral (referrer_organisation_id, clock_started_at, id) where clock_started_at is not null;
create index referral_inbox_by_clock on referral (recipient_organisation_id, clock_started_at, id) where clock_started_at is not null;
create index referral_by_person on referral (person_id);

-- Promise 3: once the clock runs, nothing changes it.
create function keep_clock() returns trigger language plpgsql as $$
begin
  raise exception 'the clock of a referral is never reset';
end $$;
create trigger referral_keeps_clock before update on referral for each row
  when (old.clock_started_at is not null and new.clock_started_at is distinct from old.clock_started_at)
  execute function keep_clock();

create table referral_step (
  id uuid primary key,
  referral_id uuid not null references referral,
  act text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null default clock_timestamp(),
  staff_id uuid not null references staff,
  organisation_id uuid not null references organisation,
  note text
);
create index referral_step_in_order on referral_step (referral_id, at, id);

alter table referral enable row level security;
alter table referral_step enable row level security;

create policy referral_by_grant on referral for select using (
  referrer_organisation_id = current_organisation()
  or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = current_organisation()
             and (g.valid_until is null or g.valid_until > now())));
create policy referral_create on referral for insert with check (
  referrer_organisation_id = current_organisation() and region_id = current_region());
create policy referral_change on referral for update using (
  referrer_organisation_id = current_organisation()
  or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = current_organisation()
             and (g.valid_until is null or g.valid_until > now())));
create policy referral_step_of_referral on referral_step for select using (
  exists (select from referral r where r.id = referral_step.referral_id));
create policy referral_step_write on referral_step for insert with check (organisation_id = current_organisation());
grant select, insert, update on referral to lotse_app;
grant select, insert on referral_step to lotse_app;

revoke all on function keep_clock() from public;
`;
