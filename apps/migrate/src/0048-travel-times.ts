/** How long it takes from one municipality to another, as a county says it, in versions. Where it says nothing, a formula answers. */
export const travelTimes = `
create table travel_table_version (
  region_id uuid not null references region,
  version integer not null check (version > 0),
  why text not null check (length(why) between 1 and 300),
  -- The version that this one brings back.
  restores integer,
  staff_id uuid not null references staff,
  at timestamptz not null default now(),
  primary key (region_id, version)
);
-- What a version said about a way; minutes are null where it went back to the formula. Nothing is changed: the latest word holds.
create table travel_time (
  region_id uuid not null,
  version integer not null,
  from_ags text not null references municipality,
  to_ags text not null references municipality,
  means text not null constraint travel_time_means check (means in ('car', 'bus', 'bike', 'on_foot', 'is_fetched')),
  minutes integer check (minutes between 1 and 600),
  first_arrival text check (first_arrival ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  last_departure text check (last_departure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  primary key (region_id, from_ags, to_ags, means, version),
  foreign key (region_id, version) references travel_table_version
);
alter table travel_table_version enable row level security;
alter table travel_time enable row level security;
create policy travel_table_of_region on travel_table_version for select using (region_id = current_region());
create policy travel_time_of_region on travel_time for select using (region_id = current_region());
-- Nobody writes here but through the function below.
grant select on travel_table_version, travel_time to lotse_app;

-- What holds now, in the county one works in.
create view travel_time_now with (security_invoker = true) as
  select latest.* from (
    select distinct on (region_id, from_ags, to_ags, means) region_id, from_ags, to_ags, means, minutes, first_arrival, last_departure, version
    from travel_time order by region_id, from_ags, to_ags, means, version desc) latest
  where latest.minutes is not null;
grant select on travel_time_now to lotse_app;

-- Only whoever administers the county, only in the version that was looked at, and only between places of the county.
create function put_travel_times(given jsonb, given_why text, given_restores integer, given_version integer) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  added integer := given_version + 1;
begin
  if not administers_county() then return null; end if;
  perform from region r where r.id = current_region() for update;
  if given_version <> coalesce((select max(v.version) from travel_table_version v where v.region_id = current_region()), 0) then return null; end if;
  insert into travel_table_version (region_id, version, why, restores, staff_id)
    values (current_region(), added, given_why, given_restores, current_staff());
  insert into travel_time (region_id, version, from_ags, to_ags, means, minutes, first_arrival, last_departure)
    select current_region(), added, g."fromAgs", g."toAgs", g.means, g.minutes, g."firstArrival", g."lastDeparture"
    from jsonb_to_recordset(given) as g ("fromAgs" text, "toAgs" text, means text, minutes integer, "firstArrival" text, "lastDeparture" text)
    join municipality a on a.ags = g."fromAgs" and a.region_id = current_region()
    join municipality b on b.ags = g."toAgs" and b.region_id = current_region();
  return added;
end $$;
revoke all on function put_travel_times(jsonb, text, integer, integer) from public;
grant execute on function put_travel_times(jsonb, text, integer, integer) to lotse_app;
`;
