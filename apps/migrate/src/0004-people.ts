/** The people served, what they agreed to, and the grants that follow. Everything that leads to a person is read through a grant. */
export const people = `
create table person (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  family_name text not null,
  given_name text not null,
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'diverse', 'unknown')),
  phone text,
  street text,
  postcode text check (postcode ~ '^[0-9]{5}$'),
  ags text references municipality,
  language text not null default 'de',
  kvnr text check (kvnr ~ '^[A-Z][0-9]{9}$'),
  kvnr_override_reason text,
  is_invented boolean not null default false,
  -- Kept by a trigger: what a search for a name looks at.
  search_name text not null default '',
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create function keep_search_name() returns trigger language plpgsql as $$
begin
  new.search_name := lower(new.family_name || ' ' || new.given_name);
  return new;
end $$;
create trigger person_keeps_search_name before insert or update of family_name, given_name on person
  for each row execute function keep_search_name();
revoke all on function keep_search_name() from public;
create index person_by_name on person (organisation_id, search_name text_pattern_ops, id);
create index person_by_birth_date on person (organisation_id, birth_date);
create unique index person_by_kvnr on person (organisation_id, kvnr) where kvnr is not null;

create table release (
  id uuid primary key,
  region_id uuid not null references region,
  person_id uuid not null references person,
  discloser_organisation_id uuid not null references organisation,
  recipient_organisation_id uuid not null references organisation,
  purpose text not null,
  data_parts text[] not null check (cardinality(data_parts) > 0),
  covers_health_data boolean not null,
  form text not null check (form in ('written', 'electronic', 'oral_documented')),
  given_on date not null,
  valid_until date not null check (valid_until >= given_on),
  informed_by uuid not null references staff,
  recorded_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_how text,
  version integer not null default 1
);
create index release_by_person on release (person_id, recipient_organisation_id);

-- Who may read what leads to a person, and why. Kept in the transaction of whatever grants it.
create table access_grant (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  granted_by_organisation_id uuid not null references organisation,
  basis text not null check (basis in ('release', 'leg')),
  basis_id uuid not null,
  -- The referral a leg opens; null when the grant opens the person's record itself.
  referral_id uuid,
  valid_until timestamptz,
  created_at timestamptz not null default now()
);
create unique index access_grant_once on access_grant (organisation_id, person_id, basis, basis_id);
create index access_grant_by_referral on access_grant (referral_id, organisation_id) where referral_id is not null;
create index access_grant_by_person on access_grant (person_id, organisation_id);

alter table person enable row level security;
alter table release enable row level security;
alter table access_grant enable row level security;

-- The reader's own grants and those the reader's organisation gave; those of others stay invisible, so nobody learns who else has a person.
create policy access_grant_read on access_grant for select
  using (organisation_id = current_organisation() or granted_by_organisation_id = current_organisation());
create policy access_grant_give on access_grant for insert with check (granted_by_organisation_id = current_organisation());
create policy access_grant_end on access_grant for update using (granted_by_organisation_id = current_organisation());

create policy person_by_grant on person for select using (
  organisation_id = current_organisation()
  or exists (select from access_grant g where g.person_id = person.id and g.organisation_id = current_organisation()
             and (g.valid_until is null or g.valid_until > now())));
create policy person_create on person for insert with check (organisation_id = current_organisation() and region_id = current_region());
create policy person_change on person for update using (organisation_id = current_organisation());

create policy release_of_parties on release for select using (
  discloser_organisation_id = current_organisation() or recipient_organisation_id = current_organisation());
create policy release_record on release for insert with check (discloser_organisation_id = current_organisation());
create policy release_change on release for update using (discloser_organisation_id = current_organisation());

grant select, insert, update on person, release to lotse_app;
grant select, insert, update (valid_until) on access_grant to lotse_app;
`;
