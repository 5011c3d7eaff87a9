/** Tables that are taken over: which columns are read as what, and each row until it has become a referral. */
export const referralImports = `
create table referral_import (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  created_by uuid not null references staff,
  created_at timestamptz not null default now(),
  file_name text not null check (length(file_name) between 1 and 200),
  -- Which field each column is read as: [{ field, column }].
  columns jsonb not null,
  row_count integer not null check (row_count between 1 and 10000),
  state text not null default 'open' constraint referral_import_state check (state in ('open', 'running', 'stopped', 'done', 'discarded')),
  sends boolean not null default false,
  -- In whose name rows are taken over.
  started_by uuid references staff,
  started_at timestamptz,
  finished_at timestamptz,
  touched_at timestamptz not null default now(),
  version integer not null default 1,
  constraint referral_import_started check (state not in ('running', 'stopped') or started_by is not null)
);
create index referral_import_latest on referral_import (organisation_id, created_at desc);
create index referral_import_running on referral_import (started_at) where state = 'running';
create index referral_import_waiting on referral_import (touched_at) where state in ('open', 'stopped');

-- What a row says is kept only as long as it waits to be taken over.
create table referral_import_row (
  import_id uuid not null references referral_import,
  number integer not null check (number between 1 and 10000),
  organisation_id uuid not null references organisation,
  state text not null constraint referral_import_row_state check (state in ('ready', 'wrong', 'done')),
  given jsonb,
  -- The same cells have the same print, so that no row is taken over twice.
  print bytea not null check (length(print) = 32),
  problems jsonb,
  referral_id uuid references referral on delete set null,
  is_sent boolean not null default false,
  primary key (import_id, number),
  constraint referral_import_row_forgets check ((state = 'ready') = (given is not null))
);
create index referral_import_row_ready on referral_import_row (import_id, number) where state = 'ready';
create index referral_import_row_by_print on referral_import_row (organisation_id, print) where state <> 'wrong';
create index referral_import_row_by_referral on referral_import_row (referral_id) where referral_id is not null;

alter table referral_import enable row level security;
alter table referral_import_row enable row level security;
create policy referral_import_own on referral_import for all
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation() and region_id = current_region());
create policy referral_import_of_worker on referral_import for select using (is_system());
create policy referral_import_row_own on referral_import_row for all
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
grant select, insert, update on referral_import, referral_import_row to lotse_app;
`;
