/** In an emergency, too, somebody is found however their name is written: a database that knows no other letters than a to z took `özdemir` for another name. */
export const namesAsCompared = `
do $$
declare
  before text := pg_get_functiondef('open_break_glass(uuid, text, text, text[], text, text, date, text, date, integer)'::regprocedure);
  family text := 'lower(p.family_name) = lower(trim(given_family_name))';
  given text := 'lower(p.given_name) = lower(trim(given_given_name))';
  several text := 'count(distinct lower(m.given_name))';
begin
  if position(family in before) = 0 or position(given in before) = 0 or position(several in before) = 0 then
    raise exception 'opening a record in an emergency does not look as expected';
  end if;
  execute replace(replace(replace(before,
    family, 'sort_of_name(p.family_name) = sort_of_name(trim(given_family_name))'),
    given, 'sort_of_name(p.given_name) = sort_of_name(trim(given_given_name))'),
    several, 'count(distinct sort_of_name(m.given_name))');
end $$;
`;
