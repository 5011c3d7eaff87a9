/** What every act writes besides its own rows: the chronicle, the outbox, the stored answers of repeated requests. */
export const chronicleAndOutbox = `
-- Append-only: the application may insert, and an organisation may read its own lines; nobody may change or remove one.
create table chronicle_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  region_id uuid,
  organisation_id uuid,
  staff_id uuid,
  kind text not null check (kind in ('act', 'look')),
  verb text not null,
  subject text not null,
  subject_id uuid,
  person_id uuid
);
create index chronicle_by_subject on chronicle_entry (subject_id, id) where subject_id is not null;
create index chronicle_by_organisation on chronicle_entry (organisation_id, id);
alter table chronicle_entry enable row level security;
create policy chronicle_write on chronicle_entry for insert
  with check (is_system() or (organisation_id = current_organisation() and staff_id is not distinct from current_staff()));
create policy chronicle_read on chronicle_entry for select using (organisation_id = current_organisation());
grant select, insert on chronicle_entry to lotse_app;
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the chronicle is append-only';
end $$;
create trigger chronicle_is_append_only before update or delete or truncate on chronicle_entry
  for each statement execute function refuse_change();

-- The truth about what is still to be told; the queue is only the doorbell. Payloads carry identifiers, never content.
create table outbox_event (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  region_id uuid,
  name text not null,
  subject text not null,
  subject_id uuid not null,
  version integer not null,
  audience uuid[] not null,
  payload jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  relayed_at timestamptz,
  done_at timestamptz
);
create index outbox_not_relayed on outbox_event (sequence) where relayed_at is null;
create index outbox_not_done on outbox_event (relayed_at) where done_at is null;
alter table outbox_event enable row level security;
create policy outbox_write on outbox_event for insert with check (is_system() or region_id = current_region());
create policy outbox_of_system on outbox_event for all using (is_system()) with check (is_system());
create policy outbox_of_audience on outbox_event for select using (current_organisation() = any (audience));
grant select, insert, update on outbox_event to lotse_app;
-- A session is told where the stream of events begins that follows what it reads from now on.
grant select on sequence outbox_event_sequence_seq to lotse_app;

-- Wakes the relay and the live streams when the writing transaction commits.
create function announce_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('lotse_event', json_build_object('sequence', new.sequence, 'name', new.name, 'subject', new.subject,
    'subjectId', new.subject_id, 'version', new.version, 'audience', new.audience)::text);
  return null;
end $$;
create trigger outbox_announces after insert on outbox_event for each row execute function announce_event();

-- Which reaction has dealt with which event: makes every reaction happen once, however often it is delivered.
create table event_reaction (
  event_id uuid not null,
  reaction text not null,
  at timestamptz not null default now(),
  primary key (event_id, reaction)
);
alter table event_reaction enable row level security;
create policy event_reaction_of_worker on event_reaction for all using (true) with check (true);
grant select, insert on event_reaction to lotse_app;

-- The answer to a request that carried an Idempotency-Key, written in the transaction of its effects.
create table stored_answer (
  staff_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  request_hash bytea not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (staff_id, key)
);
create index stored_answer_by_age on stored_answer (at);
alter table stored_answer enable row level security;
create policy stored_answer_of_staff on stored_answer for all using (staff_id = current_staff() or is_system()) with check (staff_id = current_staff());
grant select, insert, delete on stored_answer to lotse_app;
revoke all on function announce_event(), refuse_change() from public;
`;
