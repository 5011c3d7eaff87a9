/**
 * Whoever coordinates the county sees in numbers what another rule would do to its lists, and how often somebody was taken out of turn; small
 * numbers are kept back all the same. Putting a rule in force is for whoever administers the county.
 */
export const numbersForWhoCoordinates = `
create function coordinates_county() returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from staff s join organisation o on o.id = s.organisation_id
    where s.id = current_staff() and o.region_id = current_region() and o.kind = 'county' and s.disabled_at is null and 'coordinator' = any (s.roles))
$$;
revoke all on function coordinates_county() from public;

do $$
declare
  given regprocedure;
begin
  foreach given in array array['try_rank_rule(uuid, uuid[], timestamptz, integer, double precision, integer, double precision)',
    'offers_to_try(uuid, uuid[], timestamptz)', 'offers_out_of_turn()']::regprocedure[] loop
    execute replace(replace(pg_get_functiondef(given),
      '(select may_put_rule(''rank'', coalesce(given_service::text, '''')))',
      '(select may_put_rule(''rank'', coalesce(given_service::text, '''')) or given_service is null and coordinates_county())'),
      '(select watches_county())', '(select watches_county() or coordinates_county())');
  end loop;
end $$;
`;
