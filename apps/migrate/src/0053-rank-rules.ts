/** The order of waiting lists in versions: of the county, and of single services by whoever manages them. */
export const rankRules = `
alter table county_rule_version drop constraint county_rule_version_kind;
-- The order of waiting lists is a rule of the county, or of the service that stands in the place of the list.
alter table county_rule_version add constraint county_rule_version_kind check (kind in ('deadline', 'reason', 'rank'));

-- Whoever manages services in the organisation that somebody works in manages this one.
create function manages_service(given_service uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from service x join staff s on s.id = current_staff()
    where x.id = given_service and x.region_id = current_region() and x.organisation_id = current_organisation()
      and s.organisation_id = x.organisation_id and s.disabled_at is null and 'service_manager' = any (s.roles))
$$;
create function may_put_rule(given_kind text, given_list text) returns boolean language sql stable security definer set search_path = public as $$
  select case when given_kind = 'rank' and given_list <> '' then manages_service(given_list::uuid) else administers_county() end
$$;
revoke all on function manages_service(uuid), may_put_rule(text, text) from public;
grant execute on function manages_service(uuid) to lotse_app;

create or replace function put_county_rule(given_kind text, given_list text, given_code text, given_from date, given_rule jsonb, given_why text,
  given_restores integer, given_version integer) returns table (version integer, rule_version integer)
  language plpgsql security definer set search_path = public as $$
declare
  settled integer;
  added integer;
begin
  update region r set settings_version = r.settings_version + 1
    where r.id = current_region() and r.settings_version = given_version
      and may_put_rule(given_kind, given_list)
    returning r.settings_version into settled;
  if settled is null then return; end if;
  insert into county_rule_version as v (region_id, kind, list, code, version, valid_from, rule, why, restores, staff_id)
    select current_region(), given_kind, given_list, given_code, coalesce(max(o.version), 0) + 1, given_from, given_rule, given_why, given_restores, current_staff()
    from county_rule_version o where o.region_id = current_region() and o.kind = given_kind and o.list = given_list and o.code = given_code
    returning v.version into added;
  return query select settled, added;
end $$;

-- What was decided so far was decided under the usual rule: version 0.
update slot_offer set rule_version = 0,
  rank_inputs = rank_inputs - 'ruleVersion' || '{"rule": {"serviceId": null, "version": 0, "order": {"firstBands": 2, "risesAt": 100}}}';
`;
