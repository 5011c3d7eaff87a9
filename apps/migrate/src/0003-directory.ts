/** Help offers. They lead to no person and are public. */
export const directory = `
create table service (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  name text not null,
  category text not null check (category in ('outpatient_clinic', 'day_clinic', 'psychotherapy', 'psychiatry_practice',
    'social_psychiatric_service', 'addiction_counselling', 'integration_assistance', 'peer_support')),
  description_de text not null,
  description_en text not null,
  ags text not null references municipality,
  street text,
  phone text,
  age_from integer not null default 18,
  age_to integer,
  languages text[] not null default '{de}',
  capacity text not null check (capacity in ('capacity', 'waiting_list', 'no_capacity', 'assessment_required')),
  expected_wait_weeks integer,
  accepts_referrals boolean not null default false,
  confirmed_on date not null,
  is_invented boolean not null default false,
  search_text text not null
);
create index service_by_region on service (region_id, name, id);
create index service_by_organisation on service (organisation_id);
create index service_search on service using gin (search_text gin_trgm_ops);
alter table service enable row level security;
create policy service_is_public on service for select using (true);
grant select on service to lotse_app;

-- The public platform reads without a context; it sees services, municipalities and the names of their organisations, and nothing else.
create function public_region(given_key text) returns uuid
  language sql stable security definer set search_path = public as $$ select id from region where key = given_key $$;
revoke all on function public_region(text) from public;
grant execute on function public_region(text) to lotse_app;
`;
