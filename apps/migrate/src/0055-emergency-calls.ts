/** Whom somebody called in an emergency; and files that are sent with an answer. */
export const emergencyCalls = `
-- An emergency is a phone call and no referral: what was called, heard and agreed is the record of the direct contact. It stays with whoever called,
-- also when the draft is sent later.
create table emergency_call (
  id uuid primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral,
  organisation_id uuid not null references organisation,
  -- Who called, and who wrote it down.
  staff_id uuid not null references staff,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null default clock_timestamp(),
  called text not null constraint emergency_call_called check (called in ('rescue', 'duty', 'clinic', 'police', 'other')),
  -- Whom exactly; needed where the kind does not say it.
  called_name text check (length(called_name) between 1 and 200),
  called_at timestamptz not null,
  reached boolean not null,
  agreed text check (length(agreed) between 1 and 2000),
  next_step text check (length(next_step) between 1 and 2000),
  struck_at timestamptz,
  struck_by uuid references staff,
  struck_reason text check (length(struck_reason) between 1 and 500),
  constraint emergency_call_names check (called not in ('clinic', 'other') or called_name is not null),
  -- Whoever was reached has agreed something; where nobody was, something else happens.
  constraint emergency_call_says check (case when reached then agreed is not null else next_step is not null end),
  constraint emergency_call_struck check ((struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null)),
  constraint emergency_call_was check (called_at <= recorded_at + interval '5 minutes')
);
create index emergency_call_by_referral on emergency_call (referral_id, called_at);
alter table emergency_call enable row level security;
create policy emergency_call_own on emergency_call for select using (
  organisation_id = current_organisation() and exists (select from referral r where r.id = emergency_call.referral_id offset 0));
create policy emergency_call_of_system on emergency_call for select using (is_system());
create policy emergency_call_record on emergency_call for insert with check (
  organisation_id = current_organisation() and region_id = current_region() and recorded_by = current_staff()
  and exists (select from referral r where r.id = emergency_call.referral_id and r.referrer_organisation_id = current_organisation() offset 0));
-- What was written stays readable; it is struck out once, and not changed.
create policy emergency_call_strike on emergency_call for update using (
  organisation_id = current_organisation() and struck_at is null) with check (organisation_id = current_organisation());
grant select, insert, update (struck_at, struck_by, struck_reason) on emergency_call to lotse_app;

-- A file that answers something is shown to the other side with the answer, and not before it.
alter table attachment add column thread_id uuid references question_thread;
alter table attachment add column message_id uuid references question_message;
alter table attachment add constraint attachment_with_answer check (message_id is null or thread_id is not null);
create index attachment_by_message on attachment (message_id) where message_id is not null;
alter policy attachment_of_referral on attachment using (
  exists (select from referral r where r.id = referral_id)
  and (organisation_id = current_organisation() or (state in ('clean', 'unscanned') and (thread_id is null or message_id is not null))));
alter policy attachment_remove on attachment using (
  organisation_id = current_organisation() and (state in ('uploading', 'refused', 'infected') or (thread_id is not null and message_id is null)
    or exists (select from referral r where r.id = referral_id and r.state = 'draft')));
grant update (message_id) on attachment to lotse_app;
drop trigger attachment_is_noted on attachment;
create trigger attachment_is_noted after update of state, message_id on attachment for each row
  when (new.state in ('clean', 'unscanned') and (new.thread_id is null or new.message_id is not null)
    and (old.state not in ('clean', 'unscanned') or (old.thread_id is not null and old.message_id is null)))
  execute function note_attachment();
-- An answer that is taken back takes its files back, however that happens.
create function hold_files_of_answer() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update attachment set message_id = null where message_id = new.id;
  return null;
end $$;
create trigger question_message_holds_files after update of taken_back_at on question_message for each row
  when (new.taken_back_at is not null and old.taken_back_at is null) execute function hold_files_of_answer();
revoke all on function hold_files_of_answer() from public;
`;
