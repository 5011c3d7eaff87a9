/** What changed of a referral after it was sent, field by field, and how far each person has looked. */
export const changedSince = `
create table referral_change (
  id bigint generated always as identity primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral on delete cascade,
  field text not null,
  -- Which one, where there are several: the code of a deadline.
  subject text,
  -- The kind of information that has to be released before a receiver reads the values; without one they are about nobody.
  part text constraint referral_change_part check (part in ('identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes')),
  before text,
  after text,
  staff_id uuid references staff,
  organisation_id uuid references organisation,
  at timestamptz not null default clock_timestamp()
);
create index referral_change_in_order on referral_change (referral_id, id);
alter table referral_change enable row level security;
create policy referral_change_of_referral on referral_change for select using (exists (select from referral r where r.id = referral_id));
-- Triggers write here, and nobody else.
grant select on referral_change to lotse_app;

create table referral_look (
  referral_id uuid not null references referral on delete cascade,
  staff_id uuid not null references staff,
  -- The last change that was shown.
  up_to bigint not null,
  at timestamptz not null default now(),
  primary key (referral_id, staff_id)
);
alter table referral_look enable row level security;
create policy referral_look_own on referral_look for select using (staff_id = current_staff());
create policy referral_look_begin on referral_look for insert with check (
  staff_id = current_staff() and exists (select from referral r where r.id = referral_id));
create policy referral_look_go_on on referral_look for update using (staff_id = current_staff());
grant select, insert, update on referral_look to lotse_app;

create function note_change(given referral, field text, subject text, part text, before text, after text) returns void
  language sql security definer set search_path = public as $$
  insert into referral_change (region_id, referral_id, field, subject, part, before, after, staff_id, organisation_id)
  select given.region_id, given.id, field, subject, part, before, after, current_staff(), current_organisation()
  where before is distinct from after
$$;
revoke all on function note_change(referral, text, text, text, text, text) from public;

-- Dates and times as contracts write them.
create function as_instant(given timestamptz) returns text language sql stable as $$
  select to_char(given at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function note_changes_of_referral() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform note_change(new, 'service', null, null, (select name from service where id = old.service_id), (select name from service where id = new.service_id));
  perform note_change(new, 'urgency', null, null, old.urgency, new.urgency);
  perform note_change(new, 'question', null, 'diagnosis', old.question, new.question);
  perform note_change(new, 'diagnosis', null, 'diagnosis', old.diagnosis, new.diagnosis);
  perform note_change(new, 'medication', null, 'medication', old.medication, new.medication);
  perform note_change(new, 'risk', null, 'risk', old.risk, new.risk);
  perform note_change(new, 'triedSoFar', null, 'notes', old.tried_so_far, new.tried_so_far);
  perform note_change(new, 'dischargeOn', null, 'appointments', old.discharge_on::text, new.discharge_on::text);
  perform note_change(new, 'appointment', null, 'appointments', as_instant(old.appointment_starts_at), as_instant(new.appointment_starts_at));
  perform note_change(new, 'openQuestion', null, 'diagnosis', old.open_question, new.open_question);
  return null;
end $$;
create trigger referral_notes_changes
  after update on referral for each row
  when (old.state <> 'draft' and (old.service_id, old.urgency, old.question, old.diagnosis, old.medication, old.risk, old.tried_so_far, old.discharge_on,
      old.appointment_starts_at, old.open_question)
    is distinct from (new.service_id, new.urgency, new.question, new.diagnosis, new.medication, new.risk, new.tried_so_far, new.discharge_on,
      new.appointment_starts_at, new.open_question))
  execute function note_changes_of_referral();

create function note_changes_of_person() returns trigger language plpgsql security definer set search_path = public as $$
declare
  one referral;
begin
  for one in select * from referral r where r.person_id = new.id and r.state not in ('draft', 'closed', 'withdrawn', 'entered_in_error') loop
    perform note_change(one, 'name', null, 'identity', old.given_name || ' ' || old.family_name, new.given_name || ' ' || new.family_name);
    perform note_change(one, 'birthDate', null, 'identity', old.birth_date::text, new.birth_date::text);
    perform note_change(one, 'kvnr', null, 'identity', old.kvnr, new.kvnr);
    perform note_change(one, 'language', null, 'identity', old.language, new.language);
    perform note_change(one, 'phone', null, 'contact', old.phone, new.phone);
    perform note_change(one, 'street', null, 'contact', old.street, new.street);
    perform note_change(one, 'postcode', null, 'contact', old.postcode, new.postcode);
  end loop;
  return null;
end $$;
create trigger person_notes_changes
  after update of family_name, given_name, birth_date, kvnr, language, phone, street, postcode on person
  for each row execute function note_changes_of_person();

create function note_change_of_deadline() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform note_change(r, 'deadline', new.code, null, case when tg_op = 'UPDATE' then old.due_on::text end, new.due_on::text)
    from referral r where r.id = new.referral_id and r.state <> 'draft';
  return null;
end $$;
create trigger deadline_notes_change after insert or update of due_on on referral_deadline
  for each row when (new.set_by is not null) execute function note_change_of_deadline();

create function note_attachment() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform note_change(r, 'attachment', null, new.part, null, new.name)
    from referral r where r.id = new.referral_id and r.state <> 'draft';
  return null;
end $$;
create trigger attachment_is_noted after update of state on attachment
  for each row when (new.state in ('clean', 'unscanned') and old.state not in ('clean', 'unscanned')) execute function note_attachment();

-- That there is an answer or a message; what it says stands in its thread, cut as there.
create function note_message() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform note_change(r, new.kind, null, null, null, new.kind) from referral r where r.id = new.referral_id and r.state <> 'draft';
  return null;
end $$;
create trigger message_is_noted after insert on question_message
  for each row when (new.kind in ('answered', 'informed')) execute function note_message();
revoke all on function note_changes_of_referral(), note_changes_of_person(), note_change_of_deadline(), note_attachment(), note_message() from public;
`;
