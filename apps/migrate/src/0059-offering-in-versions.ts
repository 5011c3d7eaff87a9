/** How slots are offered, in versions of the county; a lane of a round that ends is given to the next person; insurances of a service. */
export const offeringInVersions = `
alter table county_rule_version drop constraint county_rule_version_kind;
alter table county_rule_version add constraint county_rule_version_kind check (kind in ('deadline', 'reason', 'rank', 'offering'));

-- How many are asked at the same time: whoever came into the place of somebody else is not one more.
create or replace function asked_in_round(given_round uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(distinct lane)::integer from slot_offer where round_id = given_round and region_id = current_region()
$$;

-- Which insurances a service takes, by whoever works where it is offered.
create function say_insurances(given_service uuid, given text[]) returns boolean language sql security definer set search_path = public as $$
  with said as (update service set insurances = given where id = given_service and organisation_id = current_organisation() returning id)
  select exists (select from said)
$$;
revoke all on function say_insurances(uuid, text[]) from public;
grant execute on function say_insurances(uuid, text[]) to lotse_app;
`;
