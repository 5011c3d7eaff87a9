/** What staff set up for themselves: preferences, saved views, draft keys, and who looks at what at the moment. */
export const desk = `
create table staff_preference (
  staff_id uuid primary key references staff,
  preferences jsonb not null check (jsonb_typeof(preferences) = 'object' and length(preferences::text) <= 4000),
  changed_at timestamptz not null default now()
);

-- A view belongs to whoever saved it, or to the whole organisation once it is shared. The query carries filters, never a name.
create table saved_view (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  page text not null check (page ~ '^[a-z][a-z-]{1,40}$'),
  name text not null check (length(name) between 1 and 60),
  query jsonb not null check (jsonb_typeof(query) = 'object' and length(query::text) <= 2000),
  is_shared boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index saved_view_own_name on saved_view (staff_id, page, lower(name)) where not is_shared;
create unique index saved_view_team_name on saved_view (organisation_id, page, lower(name)) where is_shared;

-- True for seconds only, so it need not outlive a crash and costs no log.
create unlogged table presence (
  staff_id uuid not null references staff,
  organisation_id uuid not null references organisation,
  subject text not null,
  subject_id uuid not null,
  doing text not null check (doing in ('looking', 'editing')),
  seen_at timestamptz not null default now(),
  primary key (staff_id, subject, subject_id)
);
create index presence_by_organisation on presence (organisation_id, subject);

-- What drafts in a browser are encrypted with. The browser keeps the drafts, never the key; the database keeps the key, never the drafts.
create table draft_key (
  staff_id uuid primary key references staff,
  key bytea not null check (octet_length(key) = 32),
  created_at timestamptz not null default now()
);

alter table staff_preference enable row level security;
alter table saved_view enable row level security;
alter table presence enable row level security;
alter table draft_key enable row level security;
create policy staff_preference_own on staff_preference for all using (staff_id = current_staff()) with check (staff_id = current_staff());
create policy draft_key_own on draft_key for all using (staff_id = current_staff()) with check (staff_id = current_staff());
create policy saved_view_read on saved_view for select
  using (organisation_id = current_organisation() and (is_shared or staff_id = current_staff()));
create policy saved_view_insert on saved_view for insert
  with check (organisation_id = current_organisation() and staff_id = current_staff());
create policy saved_view_update on saved_view for update
  using (organisation_id = current_organisation() and (is_shared or staff_id = current_staff()))
  with check (organisation_id = current_organisation() and (is_shared or staff_id = current_staff()));
create policy saved_view_delete on saved_view for delete
  using (organisation_id = current_organisation() and (is_shared or staff_id = current_staff()));
create policy presence_read on presence for select using (organisation_id = current_organisation());
create policy presence_own on presence for all
  using (staff_id = current_staff()) with check (staff_id = current_staff() and organisation_id = current_organisation());
grant select, insert, update on staff_preference to lotse_app;
grant select, insert on draft_key to lotse_app;
grant select, insert, update, delete on saved_view, presence to lotse_app;
`;
