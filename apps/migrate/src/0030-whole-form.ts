/** All that a referral may say, and what a service asks besides. */
export const wholeForm = `
alter table referral
  add column diagnosis_code text,
  add column further_diagnoses jsonb not null default '[]',
  -- For people to read; nothing looks into it.
  add column risk text,
  add column ptv11 jsonb,
  add column muster6 jsonb,
  add column placement_code text,
  add column insurance text constraint referral_insurance check (insurance in ('statutory', 'private', 'accident', 'social_office', 'asylum', 'self_payer', 'other')),
  add column interpreter text,
  add column accessibility jsonb,
  add column travel jsonb,
  -- From a stay in hospital: what follows is due seven days after it.
  add column discharge_on date,
  -- Answers to what the service asks, with the version of its questions, by part of the data.
  add column extra_answers jsonb;

create or replace function keep_original_of_referral() returns trigger language plpgsql security definer set search_path = public as $$
declare
  earlier jsonb := changed_columns(to_jsonb(old), to_jsonb(new), array['reason', 'question', 'diagnosis', 'certainty', 'medication',
    'tried_so_far', 'urgency', 'short_notice', 'minimum_notice_hours', 'callback_phone', 'diagnosis_code', 'further_diagnoses', 'risk', 'ptv11',
    'muster6', 'placement_code', 'insurance', 'interpreter', 'accessibility', 'travel', 'discharge_on', 'extra_answers']);
begin
  if earlier <> '{}' then
    insert into correction (region_id, organisation_id, person_id, referral_id, staff_id, before)
      values (new.region_id, new.referrer_organisation_id, new.person_id, new.id, current_staff(), earlier);
  end if;
  return null;
end $$;
drop trigger referral_keeps_original on referral;
create trigger referral_keeps_original
  after update of reason, question, diagnosis, certainty, medication, tried_so_far, urgency, short_notice, minimum_notice_hours, callback_phone,
    diagnosis_code, further_diagnoses, risk, ptv11, muster6, placement_code, insurance, interpreter, accessibility, travel, discharge_on, extra_answers
  on referral for each row when (old.state <> 'draft') execute function keep_original_of_referral();

-- A row for every version; nothing is changed, so that an answer can always be read with its question.
create table service_form (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  version integer not null check (version > 0),
  -- JSON Schema, in the subset that directory's model names.
  schema jsonb not null check (jsonb_typeof(schema) = 'object'),
  changed_by uuid not null references staff,
  changed_at timestamptz not null default now(),
  constraint service_form_version unique (service_id, version)
);
alter table service_form enable row level security;
create policy service_form_of_region on service_form for select using (region_id = current_region() or is_system());
create policy service_form_change on service_form for insert with check (
  organisation_id = current_organisation() and region_id = current_region() and changed_by = current_staff()
  and exists (select from service s where s.id = service_id and s.organisation_id = current_organisation()));
grant select, insert on service_form to lotse_app;

-- What a service most often asks back: how many of a hundred of its referrals of the last year, and what it says of itself. No referral and nobody
-- can be told from it: what was asked fewer than three times is left out.
create function asked_back_by_service(given_service uuid) returns table (piece text, amount integer, share integer, texts text[])
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
  with received as (
    select r.id from referral r where r.service_id = given_service and r.region_id = current_region() and r.clock_started_at > now() - interval '365 days'
  ), asked as (
    select p.piece, count(distinct p.referral_id)::integer as amount from question_point p join question_thread t on t.id = p.thread_id
    join service s on s.id = given_service and s.organisation_id = t.asker_organisation_id
    where p.referral_id in (select id from received) group by p.piece having count(distinct p.referral_id) >= 3
  ), said as (
    select q.piece, array_agg(q.text order by q.position) as texts from question_template q where q.service_id = given_service and q.region_id = current_region()
    group by q.piece
  )
  select coalesce(a.piece, s.piece), coalesce(a.amount, 0), coalesce((100 * a.amount / greatest((select count(*) from received), 1))::integer, 0),
    coalesce(s.texts, '{}')
  from asked a full join said s on s.piece = a.piece
  where coalesce(a.piece, s.piece) <> 'other' or s.texts is not null
  order by 2 desc, 1;
end $$;
revoke all on function asked_back_by_service(uuid) from public;
grant execute on function asked_back_by_service(uuid) to lotse_app;
`;
