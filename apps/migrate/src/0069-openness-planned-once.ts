/** In `sql` the body was planned anew for every answer that is stored, which took longer than running it; `plpgsql` keeps the plan. */
export const opennessPlannedOnce = `
create or replace function openness_of(given_people uuid[]) returns bytea language plpgsql stable as $$
begin
  return (
    select case when cardinality(given_people) > 0 then sha256(convert_to(coalesce(string_agg(concat_ws(' ', g.id, g.parts), ',' order by g.id), ''), 'UTF8')) end
    from access_grant g
    where g.person_id = any (given_people) and g.organisation_id = current_organisation() and g.valid_from <= now()
      and (g.valid_until is null or g.valid_until > now()));
end $$;
`;
