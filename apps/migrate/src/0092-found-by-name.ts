/**
 * Whoever is looked for by name is found, however the name is written and however many there are. A database that knows no other letters than a to z
 * left `Ö` as it is, so that nobody called Öztürk was found by `öz`; and a list was read from its beginning until somebody fitted.
 */
export const foundByName = `
-- Letters that are no base letter with a mark first; then the marks; lower last, because a database may know no other letters than a to z.
create or replace function sort_of_name(name text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(normalize(replace(replace(replace(replace(replace(replace(translate(name, 'ŁłØøĐđıİ', 'LlOoDdii'), 'ß', 'ss'),
    'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), nfd)), U&'[\\0300-\\036F]', '', 'g')
$$;

create or replace function keep_search_name() returns trigger language plpgsql set search_path = public as $$
begin
  new.search_name := sort_of_name(new.family_name || ' ' || new.given_name);
  return new;
end $$;
update person set search_name = sort_of_name(family_name || ' ' || given_name)
  where search_name is distinct from sort_of_name(family_name || ' ' || given_name);
update referral r set person_sort = p.search_name from person p where p.id = r.person_id and r.person_sort <> p.search_name;
update waiting_list_entry e set person_sort = p.search_name from person p where p.id = e.person_id and e.person_sort <> p.search_name;

create index person_by_name_in_region on person (region_id, search_name text_pattern_ops);
create index person_by_given_name_in_region on person (region_id, sort_of_name(given_name || ' ' || family_name) text_pattern_ops);

-- Who is called as somebody typed, family name first or given name first, and whose referral has that number; of these those that the
-- organisation was ever given. Nothing when they are as many as asked for at most, or more: then a list is read in its order, where it
-- meets them soon. What may be read of them is for row security to say.
create function found_in_region(typed text, at_most integer, out beginning text, out people uuid[], out referrals uuid[])
  language plpgsql stable security definer set search_path = public as $$
declare
  beyond text;
  reference_typed text := upper(typed);
begin
  beginning := sort_of_name(typed);
  beyond := beginning || chr(1114111);
  people := array(
    (select p.id from person p where p.region_id = current_region() and p.search_name ~>=~ beginning and p.search_name ~<~ beyond limit at_most)
    union
    (select p.id from person p where p.region_id = current_region() and sort_of_name(p.given_name || ' ' || p.family_name) ~>=~ beginning
      and sort_of_name(p.given_name || ' ' || p.family_name) ~<~ beyond limit at_most));
  referrals := array(select r.id from referral r where r.region_id = current_region() and r.reference >= reference_typed
    and r.reference < reference_typed || U&'\\FFFF' limit at_most);
  if greatest(cardinality(people), cardinality(referrals)) >= at_most then
    people := null;
    referrals := null;
    return;
  end if;
  people := array(select p.id from person p where p.id = any (people) and (p.organisation_id = current_organisation()
    or exists (select from access_grant g where g.person_id = p.id and g.organisation_id = current_organisation())));
  referrals := array(select r.id from referral r where r.id = any (referrals)
    and current_organisation() in (r.referrer_organisation_id, r.recipient_organisation_id));
end $$;
revoke all on function found_in_region(text, integer) from public;
grant execute on function sort_of_name(text), found_in_region(text, integer) to lotse_app;
`;
