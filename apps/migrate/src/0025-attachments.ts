/** Files: sealed in parts, each with a key of its own; and what is attached to a referral. */
export const attachments = `
-- What is attached to a referral: what it is called and what kind of information it holds. The bytes are a file of the same id.
create table attachment (
  id uuid primary key,
  referral_id uuid not null references referral,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  name text not null check (length(name) between 1 and 200),
  part text not null constraint attachment_part check (part in ('identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes')),
  state text not null default 'uploading' constraint attachment_state check (state in ('uploading', 'clean', 'unscanned', 'infected', 'refused')),
  kind text,
  size integer not null check (size between 1 and 20971520),
  -- Why it was refused, or what was found in it.
  finding text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  scanned_at timestamptz
);
create index attachment_by_referral on attachment (referral_id, created_at);
create index attachment_unfinished on attachment (created_at) where state = 'uploading';
alter table attachment enable row level security;
-- Whoever sees the referral sees what is attached and fit to be seen; what is not yet, or never will be, only where it comes from.
create policy attachment_of_referral on attachment for select using (
  exists (select from referral r where r.id = referral_id) and (state in ('clean', 'unscanned') or organisation_id = current_organisation()));
create policy attachment_of_system on attachment for select using (is_system());
create policy attachment_add on attachment for insert with check (
  organisation_id = current_organisation() and staff_id = current_staff() and state = 'uploading' and exists (select from referral r where r.id = referral_id));
create policy attachment_finish on attachment for update using (organisation_id = current_organisation());
-- What was sent stays; what was not, or is of no use, goes.
create policy attachment_remove on attachment for delete using (
  organisation_id = current_organisation() and (state in ('uploading', 'refused', 'infected')
    or exists (select from referral r where r.id = referral_id and r.state = 'draft')));
create policy attachment_forget on attachment for delete using (is_system());
grant select, insert, delete, update (state, kind, finding, finished_at, scanned_at) on attachment to lotse_app;

-- A file is readable by whoever reads what it belongs to. Its key is sealed with the key of the installation: without the row nothing opens it.
create table stored_file (
  id uuid primary key references attachment on delete cascade,
  sealed_key bytea not null,
  store text not null constraint stored_file_store check (store in ('database', 's3')),
  uploaded integer not null default 0,
  parts integer not null default 0,
  sha256 bytea
);
alter table stored_file enable row level security;
create policy stored_file_of_attachment on stored_file for all using (exists (select from attachment a where a.id = stored_file.id))
  with check (exists (select from attachment a where a.id = stored_file.id and a.organisation_id = current_organisation()));
grant select, insert, update (uploaded, parts, sha256) on stored_file to lotse_app;
create table file_part (
  file_id uuid not null references stored_file on delete cascade,
  number integer not null,
  sealed bytea not null,
  primary key (file_id, number)
);
alter table file_part alter column sealed set storage external;
alter table file_part enable row level security;
-- What is infected or was refused is read by nobody, not even past the application.
create policy file_part_of_file on file_part for select using (
  exists (select from attachment a where a.id = file_id and a.state not in ('infected', 'refused')));
create policy file_part_add on file_part for insert with check (
  exists (select from attachment a where a.id = file_id and a.state = 'uploading' and a.organisation_id = current_organisation()));
create policy file_part_drop on file_part for delete using (
  exists (select from attachment a where a.id = file_id and a.organisation_id = current_organisation()));
grant select, insert, delete on file_part to lotse_app;

-- What lies outside of the database is removed after it is gone here; its key is gone at once.
create table file_to_remove (
  id uuid primary key,
  parts integer not null,
  at timestamptz not null default now()
);
alter table file_to_remove enable row level security;
create policy file_to_remove_of_system on file_to_remove for all using (is_system()) with check (is_system());
grant select, delete on file_to_remove to lotse_app;
create function note_file_to_remove() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if old.store = 's3' then insert into file_to_remove (id, parts) values (old.id, old.parts) on conflict do nothing; end if;
  return null;
end $$;
create trigger stored_file_leaves after delete on stored_file for each row execute function note_file_to_remove();

-- Something that nobody could look through before was looked through now, on behalf of whoever asked for it.
create function note_scan(given_id uuid, given_state text, given_finding text) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if given_state not in ('clean', 'infected') then return; end if;
  update attachment set state = given_state, finding = given_finding, scanned_at = now() where id = given_id and state = 'unscanned';
end $$;
revoke all on function note_file_to_remove(), note_scan(uuid, text, text) from public;
grant execute on function note_scan(uuid, text, text) to lotse_app;
`;
