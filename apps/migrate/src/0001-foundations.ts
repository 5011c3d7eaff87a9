/** Roles, request context, counties, organisations, staff, sessions. */
export const foundations = `
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

do $$ begin
  if not exists (select from pg_roles where rolname = 'lotse_app') then
    create role lotse_app login nosuperuser nobypassrls;
  end if;
end $$;
grant usage on schema public to lotse_app;

-- The request context. Empty without one, and then every policy below answers nothing.
create function current_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lotse.organisation', true), '')::uuid $$;
create function current_staff() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lotse.staff', true), '')::uuid $$;
create function current_region() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lotse.region', true), '')::uuid $$;
-- The worker and the relay set this instead of an organisation; it opens tables of the system, never those of people.
create function is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('lotse.system', true), '') = 'on' $$;

create table region (
  id uuid primary key,
  key text not null unique check (key ~ '^[0-9]{5}$'),
  name text not null,
  settings jsonb not null,
  settings_version integer not null default 1,
  is_demo boolean not null default false
);

create table municipality (
  ags text primary key check (ags ~ '^[0-9]{8}$'),
  region_id uuid not null references region,
  name text not null,
  postcode text not null check (postcode ~ '^[0-9]{5}$'),
  latitude double precision not null,
  longitude double precision not null,
  population integer not null
);
create index municipality_by_region on municipality (region_id, name);

create table organisation (
  id uuid primary key,
  region_id uuid not null references region,
  name text not null,
  kind text not null check (kind in ('practice', 'clinic', 'psychotherapy_practice', 'social_psychiatric_service', 'integration_assistance', 'county')),
  legal_regime text not null check (legal_regime in ('gdpr', 'dsg_ekd', 'kdg', 'sgb_x')),
  bsnr text check (bsnr ~ '^[0-9]{9}$'),
  ik text check (ik ~ '^[0-9]{9}$'),
  street text,
  postcode text,
  ags text references municipality,
  phone text,
  notification_email text,
  is_invented boolean not null default false
);
create index organisation_by_region on organisation (region_id, name);

create table staff (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  email text not null,
  display_name text not null,
  roles text[] not null,
  password_hash text,
  lanr text check (lanr ~ '^[0-9]{9}$'),
  disabled_at timestamptz,
  is_invented boolean not null default false
);
create unique index staff_by_email on staff (lower(email));
create index staff_by_organisation on staff (organisation_id);

create table session (
  id uuid primary key,
  staff_id uuid not null references staff,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_staff on session (staff_id) where ended_at is null;

-- Failed sign-ins, counted by address and by origin together, so that nobody can lock somebody else out from elsewhere.
create table sign_in_attempt (
  key bytea not null,
  at timestamptz not null default now()
);
create index sign_in_attempt_by_key on sign_in_attempt (key, at);

alter table region enable row level security;
alter table municipality enable row level security;
alter table organisation enable row level security;
alter table staff enable row level security;
alter table session enable row level security;
alter table sign_in_attempt enable row level security;

create policy region_of_reader on region for select using (id = current_region() or is_system());
create policy municipality_of_region on municipality for select using (region_id = current_region() or is_system());
create policy organisation_of_region on organisation for select using (region_id = current_region() or is_system());
create policy staff_of_region on staff for select
  using (is_system() or organisation_id in (select o.id from organisation o where o.region_id = current_region()));
grant select on region, municipality, organisation, staff to lotse_app;

-- Sessions and passwords are reached only through these functions: the application role cannot list either.

-- Opens the context of a request: finds the session of a token, sets who, where and which county for this transaction.
create function enter_session(given_token_hash bytea)
  returns table (session_id uuid, staff_id uuid, organisation_id uuid, region_id uuid, roles text[])
  language plpgsql security definer set search_path = public as $$
declare
  live record;
begin
  select s.id, s.staff_id, st.organisation_id, o.region_id, st.roles, s.last_seen_at into live
    from session s join staff st on st.id = s.staff_id join organisation o on o.id = st.organisation_id
    where s.token_hash = given_token_hash and s.ended_at is null and s.expires_at > now()
      and s.last_seen_at > now() - interval '60 minutes' and st.disabled_at is null;
  if not found then return; end if;
  if live.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where id = live.id;
  end if;
  perform set_config('lotse.staff', live.staff_id::text, true),
          set_config('lotse.organisation', live.organisation_id::text, true),
          set_config('lotse.region', live.region_id::text, true);
  return query select live.id, live.staff_id, live.organisation_id, live.region_id, live.roles;
end $$;

create function find_credentials(given_email text)
  returns table (staff_id uuid, password_hash text)
  language sql stable security definer set search_path = public as $$
  select id, password_hash from staff where lower(email) = lower(given_email) and disabled_at is null
$$;

create function begin_session(new_id uuid, given_staff uuid, given_token_hash bytea, lifetime interval) returns void
  language sql security definer set search_path = public as $$
  insert into session (id, staff_id, token_hash, expires_at) values (new_id, given_staff, given_token_hash, now() + lifetime)
$$;

create function end_session(given_token_hash bytea) returns void
  language sql security definer set search_path = public as $$
  update session set ended_at = now() where token_hash = given_token_hash and ended_at is null
$$;

-- How many sign-ins failed for a key in the last quarter of an hour.
create function failed_sign_ins(given_key bytea) returns bigint
  language sql stable security definer set search_path = public as $$
  select count(*) from sign_in_attempt where key = given_key and at > now() - interval '15 minutes'
$$;
create function note_failed_sign_in(given_key bytea) returns void
  language sql security definer set search_path = public as $$
  insert into sign_in_attempt (key) values (given_key);
  delete from sign_in_attempt where at < now() - interval '1 day';
$$;
create function forget_failed_sign_ins(given_key bytea) returns void
  language sql security definer set search_path = public as $$ delete from sign_in_attempt where key = given_key $$;

-- The invented people of demo counties, for the sign-in page; empty everywhere else.
create function demo_logins() returns table (email text, display_name text, roles text[], organisation text)
  language sql stable security definer set search_path = public as $$
  select s.email, s.display_name, s.roles, o.name from staff s join organisation o on o.id = s.organisation_id join region r on r.id = o.region_id
  where r.is_demo and s.is_invented and s.email like '%@demo.example' and s.disabled_at is null order by s.id
$$;
revoke all on all functions in schema public from public;
grant execute on all functions in schema public to lotse_app;
`;
