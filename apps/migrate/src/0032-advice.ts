/** Advice before a referral, and the question for room without a person: asked of one or several services, one life at each of them. */
export const advice = `
create sequence enquiry_number start 1001;
grant usage on sequence enquiry_number to lotse_app;

create table enquiry (
  id uuid primary key,
  region_id uuid not null references region,
  reference text not null unique default 'A-' || nextval('enquiry_number'),
  kind text not null constraint enquiry_kind check (kind in ('advice', 'capacity')),
  asker_organisation_id uuid not null references organisation,
  asked_by uuid not null references staff,
  person_id uuid references person,
  question text,
  diagnosis text,
  certainty text check (certainty in ('A', 'V', 'G', 'Z')),
  medication text,
  tried_so_far text,
  urgency text check (urgency in ('very_urgent', 'urgent', 'acute_treatment', 'soon', 'routine')),
  age integer check (age between 0 and 120),
  postcode text,
  category text,
  needs text,
  answer_by date not null,
  -- What the asker's worklist sorts by, kept by every move: 0 it waits for the asker, 1 for a service, 2 it has ended.
  asker_rank integer not null default 1 check (asker_rank between 0 and 2),
  due_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  -- A question for room names nobody.
  constraint enquiry_without_person check (kind = 'advice' or person_id is null),
  constraint enquiry_has_due check ((asker_rank = 2) = (due_at is null))
);
create index enquiry_sent_open on enquiry (asker_organisation_id, asker_rank, due_at, id) where asker_rank < 2;
create index enquiry_sent_ended on enquiry (asker_organisation_id, updated_at desc, id desc) where asker_rank = 2;
create index enquiry_by_person on enquiry (person_id) where person_id is not null;

create table advice_thread (
  id uuid primary key,
  region_id uuid not null references region,
  enquiry_id uuid not null references enquiry,
  person_id uuid references person,
  asker_organisation_id uuid not null references organisation,
  provider_organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  state text not null constraint advice_state check (state in ('provider_to_answer', 'referrer_to_add_info', 'referrer_to_review', 'closed', 'converted', 'cancelled')),
  custodian text not null constraint advice_custodian check (custodian in ('referrer', 'provider', 'nobody')),
  custodian_organisation_id uuid references organisation,
  due_at timestamptz,
  -- What the service's worklist sorts by: 0 it waits for the service, 1 for whoever asked, 2 it has ended.
  provider_rank integer not null default 0,
  verdict text constraint advice_verdict check (verdict in ('yes', 'waiting_list', 'no')),
  from_day date,
  weeks integer,
  recommendation text constraint advice_recommendation check (recommendation in ('advice_only', 'referral_if_needed', 'referral_recommended', 'other')),
  answer_text text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint advice_once unique (enquiry_id, service_id),
  constraint advice_rank check (provider_rank = case custodian when 'provider' then 0 when 'referrer' then 1 else 2 end),
  constraint advice_of_two check (asker_organisation_id <> provider_organisation_id),
  -- Promise 2: whatever is open is with one side, until a day.
  constraint advice_has_custodian check (
    (custodian = 'nobody') = (state in ('closed', 'converted', 'cancelled'))
    and (custodian = 'nobody') = (custodian_organisation_id is null) and (custodian = 'nobody') = (due_at is null))
);
create index advice_received_open on advice_thread (provider_organisation_id, provider_rank, due_at, id) where provider_rank < 2;
create index advice_received_ended on advice_thread (provider_organisation_id, updated_at desc, id desc) where provider_rank = 2;
create index advice_by_person on advice_thread (person_id) where person_id is not null;
create index advice_due on advice_thread (due_at) where due_at is not null;

create table advice_message (
  id uuid primary key,
  region_id uuid not null references region,
  thread_id uuid not null references advice_thread,
  person_id uuid references person,
  act text not null,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  at timestamptz not null default clock_timestamp(),
  text text
);
create index advice_message_in_order on advice_message (thread_id, at, id);
create index advice_message_by_person on advice_message (person_id) where person_id is not null;

alter table enquiry enable row level security;
alter table advice_thread enable row level security;
alter table advice_message enable row level security;
-- A service sees what it was asked: about somebody as long as a release lets it see that person, without a person as long as it is kept.
create policy advice_thread_of_both on advice_thread for select using (
  asker_organisation_id = current_organisation()
  or (provider_organisation_id = current_organisation() and (person_id is null
    or exists (select from access_grant g where g.person_id = advice_thread.person_id and g.organisation_id = current_organisation()
      and g.basis <> 'break_glass' and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) offset 0))));
create policy advice_thread_of_system on advice_thread for select using (is_system());
create policy advice_thread_ask on advice_thread for insert with check (
  asker_organisation_id = current_organisation() and region_id = current_region()
  and exists (select from service s where s.id = service_id and s.organisation_id = provider_organisation_id and s.region_id = current_region()));
create policy advice_thread_go_on on advice_thread for update using (
  asker_organisation_id = current_organisation()
  or (provider_organisation_id = current_organisation() and (person_id is null
    or exists (select from access_grant g where g.person_id = advice_thread.person_id and g.organisation_id = current_organisation()
      and g.basis <> 'break_glass' and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) offset 0))));
create policy enquiry_of_thread on enquiry for select using (
  asker_organisation_id = current_organisation() or exists (select from advice_thread t where t.enquiry_id = enquiry.id offset 0));
create policy enquiry_ask on enquiry for insert with check (
  asker_organisation_id = current_organisation() and region_id = current_region() and asked_by = current_staff());
create policy enquiry_go_on on enquiry for update using (
  asker_organisation_id = current_organisation() or exists (select from advice_thread t where t.enquiry_id = enquiry.id offset 0));
create policy advice_message_of_thread on advice_message for select using (
  exists (select from advice_thread t where t.id = advice_message.thread_id offset 0));
create policy advice_message_write on advice_message for insert with check (
  organisation_id = current_organisation() and region_id = current_region()
  and exists (select from advice_thread t where t.id = advice_message.thread_id offset 0));
grant select, insert, update (asker_rank, due_at, updated_at, version) on enquiry to lotse_app;
grant select, insert, update (state, provider_rank, custodian, custodian_organisation_id, due_at, verdict, from_day, weeks, recommendation, answer_text,
  updated_at, version) on advice_thread to lotse_app;
grant select, insert on advice_message to lotse_app;

-- What the asker's worklist sorts by follows from all threads, also from those that only the asker sees.
create function keep_enquiry() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update enquiry e set updated_at = now(), version = version + 1, asker_rank = x.rank, due_at = x.due
  from (select case when bool_or(t.custodian = 'referrer') then 0 when bool_or(t.custodian = 'provider') then 1 else 2 end as rank,
      coalesce(min(t.due_at) filter (where t.custodian = 'referrer'), min(t.due_at)) as due
    from advice_thread t where t.enquiry_id = new.enquiry_id) x
  where e.id = new.enquiry_id;
  return null;
end $$;
create trigger advice_thread_keeps_enquiry after update of state, due_at on advice_thread for each row execute function keep_enquiry();
revoke all on function keep_enquiry() from public;

-- Where a referral came from: the enquiry it was before.
alter table referral add column origin jsonb check (origin is null or jsonb_typeof(origin) = 'object');
create index referral_by_origin on referral ((origin ->> 'enquiryId')) where origin is not null;

alter table notice add column enquiry_id uuid, add column advice_id uuid;
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind');
begin
  alter table notice drop constraint notice_kind;
  execute 'alter table notice add constraint notice_kind ' || replace(known, '''nobody_fits''::text',
    '''nobody_fits''::text, ''advice_asked''::text, ''advice_answered''::text, ''advice_info_wanted''::text, ''advice_ended''::text');
end $$;
`;
