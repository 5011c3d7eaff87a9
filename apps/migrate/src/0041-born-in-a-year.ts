/** Of whoever had only a reference nobody had said a day of birth: what is kept of it is the year. */
export const bornInAYear = `
create or replace function keep_original_of_person() returns trigger language plpgsql security definer set search_path = public as $$
declare
  earlier jsonb := changed_columns(to_jsonb(old), to_jsonb(new), array['family_name', 'given_name', 'birth_date', 'sex', 'phone', 'street',
    'postcode', 'ags', 'language', 'kvnr', 'kvnr_override_reason']);
begin
  if old.pseudonym is not null and earlier ? 'birth_date' then
    earlier := earlier || jsonb_build_object('birth_date', to_char(old.birth_date, 'YYYY'));
  end if;
  if earlier <> '{}' then
    insert into correction (region_id, organisation_id, person_id, staff_id, before)
      values (new.region_id, new.organisation_id, new.id, current_staff(), earlier);
  end if;
  return null;
end $$;
`;
