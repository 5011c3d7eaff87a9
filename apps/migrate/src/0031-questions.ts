/** Questions and messages about a referral: threads of several points, answered one by one. */
export const questions = `
-- One matter between the two sides of a referral. Whoever is no side of it does not see it, also when the referral is handed on.
create table question_thread (
  id uuid primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral,
  kind text not null constraint question_thread_kind check (kind in ('question', 'information')),
  asker_organisation_id uuid not null references organisation,
  answerer_organisation_id uuid not null references organisation,
  -- Whether it was asked by the act of the life that hands the referral back to the referrer until it is answered.
  moves_referral boolean not null default false,
  due_on date,
  is_open boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  -- The last reminder that was made: before the due date, or on it.
  reminded text constraint question_thread_reminded check (reminded in ('before', 'due')),
  constraint question_thread_due check ((kind = 'question') = (due_on is not null)),
  constraint question_thread_of_two check (asker_organisation_id <> answerer_organisation_id)
);
create index question_thread_by_referral on question_thread (referral_id, created_at);
create index question_thread_to_answer on question_thread (answerer_organisation_id, due_on, id) where is_open;
create index question_thread_asked on question_thread (asker_organisation_id, due_on, id) where is_open;
create index question_thread_to_remind on question_thread (due_on) where is_open;

create table question_message (
  id uuid primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral,
  thread_id uuid not null references question_thread,
  kind text not null constraint question_message_kind check (kind in ('asked', 'answered', 'informed', 'closed')),
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  at timestamptz not null default clock_timestamp(),
  text text,
  -- The step of the referral that came with it.
  step_id uuid references referral_step,
  taken_back_at timestamptz
);
create index question_message_in_order on question_message (thread_id, at, id);
create index question_message_by_step on question_message (step_id) where step_id is not null;
create index question_message_by_referral on question_message (referral_id);

create table question_point (
  id uuid primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral,
  thread_id uuid not null references question_thread,
  position integer not null,
  piece text not null constraint question_point_piece check (piece in ('phone', 'diagnosis', 'medication', 'kvnr', 'release_ends', 'risk', 'reports', 'tried', 'representative', 'availability', 'other')),
  text text not null,
  asked_in uuid not null references question_message,
  settled_in uuid references question_message,
  answer text
);
create index question_point_in_order on question_point (thread_id, position);
create index question_point_by_referral on question_point (referral_id);
-- What a service asks most often, in its own words. It is about nobody.
create table question_template (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  position integer not null,
  piece text not null constraint question_template_piece check (piece in ('phone', 'diagnosis', 'medication', 'kvnr', 'release_ends', 'risk', 'reports', 'tried', 'representative', 'availability', 'other')),
  text text not null check (length(text) between 1 and 500)
);
create index question_template_by_service on question_template (service_id, position);

alter table question_thread enable row level security;
alter table question_message enable row level security;
alter table question_point enable row level security;
alter table question_template enable row level security;
create policy question_thread_of_both on question_thread for select using (
  current_organisation() in (asker_organisation_id, answerer_organisation_id)
  and exists (select from referral r where r.id = question_thread.referral_id offset 0));
create policy question_thread_of_system on question_thread for select using (is_system());
create policy question_thread_begin on question_thread for insert with check (
  asker_organisation_id = current_organisation() and region_id = current_region()
  and exists (select from referral r where r.id = question_thread.referral_id offset 0));
create policy question_thread_go_on on question_thread for update using (
  current_organisation() in (asker_organisation_id, answerer_organisation_id)
  and exists (select from referral r where r.id = question_thread.referral_id offset 0));
create policy question_message_of_thread on question_message for select using (
  exists (select from question_thread t where t.id = question_message.thread_id offset 0));
create policy question_message_write on question_message for insert with check (
  organisation_id = current_organisation() and region_id = current_region()
  and exists (select from question_thread t where t.id = question_message.thread_id offset 0));
create policy question_message_take_back on question_message for update using (
  organisation_id = current_organisation() and exists (select from question_thread t where t.id = question_message.thread_id offset 0));
create policy question_point_of_thread on question_point for select using (
  exists (select from question_thread t where t.id = question_point.thread_id offset 0));
create policy question_point_ask on question_point for insert with check (
  region_id = current_region() and exists (select from question_thread t where t.id = question_point.thread_id offset 0));
create policy question_point_settle on question_point for update using (
  exists (select from question_thread t where t.id = question_point.thread_id offset 0));
create policy question_template_own on question_template for select using (organisation_id = current_organisation());
create policy question_template_keep on question_template for insert with check (
  organisation_id = current_organisation() and region_id = current_region()
  and exists (select from service s where s.id = question_template.service_id and s.organisation_id = current_organisation()));
create policy question_template_drop on question_template for delete using (organisation_id = current_organisation());
grant select, insert, update (due_on, is_open, updated_at, version, reminded, moves_referral) on question_thread to lotse_app;
grant select, insert, update (taken_back_at) on question_message to lotse_app;
grant select, insert, update (settled_in, answer) on question_point to lotse_app;
grant select, insert, delete on question_template to lotse_app;

-- A step that is taken back takes the question back that came with it, whoever takes it back and however.
create function take_back_question() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update question_message set taken_back_at = now() where step_id = new.undoes;
  update question_thread t set updated_at = now(), version = version + 1,
      is_open = exists (select from question_point p join question_message m on m.id = p.asked_in
        where p.thread_id = t.id and p.settled_in is null and m.taken_back_at is null)
    where t.id in (select m.thread_id from question_message m where m.step_id = new.undoes);
  perform end_task('question:' || t.id || ':' || t.due_on, 'dropped', null) from question_thread t
    where not t.is_open and t.id in (select m.thread_id from question_message m where m.step_id = new.undoes);
  return null;
end $$;
create trigger referral_step_takes_back_question after insert on referral_step for each row
  when (new.undoes is not null) execute function take_back_question();
revoke all on function take_back_question() from public;

-- A question that was open before there were threads.
insert into question_thread (id, region_id, referral_id, kind, asker_organisation_id, answerer_organisation_id, moves_referral, due_on, is_open)
  select gen_random_uuid(), r.region_id, r.id, 'question', r.recipient_organisation_id, r.referrer_organisation_id, true, r.open_question_due_on, true
  from referral r where r.state = 'info_requested' and r.open_question is not null and r.open_question_due_on is not null
    and r.recipient_organisation_id <> r.referrer_organisation_id;
insert into question_message (id, region_id, referral_id, thread_id, kind, organisation_id, staff_id, at, step_id)
  select gen_random_uuid(), t.region_id, t.referral_id, t.id, 'asked', t.asker_organisation_id, s.staff_id, s.at, s.id
  from question_thread t join lateral (select * from referral_step s where s.referral_id = t.referral_id and s.act = 'request_info'
    order by s.at desc limit 1) s on true;
insert into question_point (id, region_id, referral_id, thread_id, position, piece, text, asked_in)
  select gen_random_uuid(), m.region_id, m.referral_id, m.thread_id, 1, 'other', r.open_question, m.id
  from question_message m join referral r on r.id = m.referral_id;

alter table notice add column question_id uuid;
-- More kinds of notice, whichever there are by now.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind');
begin
  alter table notice drop constraint notice_kind;
  execute 'alter table notice add constraint notice_kind ' || replace(known, '''nobody_fits''::text',
    '''nobody_fits''::text, ''question_open''::text, ''question_due''::text, ''answer_received''::text, ''message_received''::text');
end $$;
`;
