/** One record for one person: who may be the same, merging and taking it back, households, representatives, people without a name yet. */
export const onePerson = `
-- How a word sounds in German (Kölner Phonetik), of letters a to z. The same code as phoneticCode in people's model; a test compares them.
create function phonetic_code(word text) returns text language plpgsql immutable strict parallel safe as $$
declare
  code text := '';
  letter text;
  before text;
  after text;
  digits text;
begin
  for i in 1..length(word) loop
    letter := substr(word, i, 1);
    before := substr(word, i - 1, least(1, i - 1));
    after := substr(word, i + 1, 1);
    digits := case
      when letter in ('a', 'e', 'i', 'j', 'o', 'u', 'y') then '0'
      when letter = 'b' then '1'
      when letter = 'p' then case when after = 'h' then '3' else '1' end
      when letter in ('d', 't') then case when after in ('c', 's', 'z') then '8' else '2' end
      when letter in ('f', 'v', 'w') then '3'
      when letter in ('g', 'k', 'q') then '4'
      when letter = 'c' then case
        when i = 1 and after in ('a', 'h', 'k', 'l', 'o', 'q', 'r', 'u', 'x') then '4'
        when i > 1 and before not in ('s', 'z') and after in ('a', 'h', 'k', 'o', 'q', 'u', 'x') then '4'
        else '8' end
      when letter = 'x' then case when before in ('c', 'k', 'q') then '8' else '48' end
      when letter = 'l' then '5'
      when letter in ('m', 'n') then '6'
      when letter = 'r' then '7'
      when letter in ('s', 'z') then '8'
      else '' end;
    code := code || digits;
  end loop;
  code := regexp_replace(code, '(.)\\1+', '\\1', 'g');
  return left(code, 1) || replace(substr(code, 2), '0', '');
end $$;

-- The words of a name without accents and particles, and all of them as one word: Hans-Peter is Hanspeter.
create function name_words(name text) returns text[] language sql immutable strict parallel safe as $$
  with folded as (
    -- Letters that are no base letter with a mark first; then the marks; lower last, because a database may know no other letters than a to z.
    select regexp_replace(lower(normalize(replace(replace(replace(replace(replace(replace(translate(name, 'ŁłØøĐđıİ', 'LlOoDdii'), 'ß', 'ss'),
      'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), nfd)), '[^a-z -]', '', 'g') as text
  ), words as (
    select word, place from folded, regexp_split_to_table(text, '[ -]+') with ordinality as t (word, place)
    where word <> '' and word not in ('von', 'van', 'vom', 'zu', 'zum', 'zur', 'der', 'den', 'de', 'da', 'di', 'del', 'el', 'al', 'la', 'le')
  )
  select array(select word from words union select string_agg(word, '' order by place) from words having count(*) > 0 order by 1)
$$;

-- What two records have in common when they may be of one person: how the names sound, whichever comes first, with the year or the day of
-- birth, also with turned digits; the given name with the day itself; the insurance number.
create function match_keys(family_name text, given_name text, birth_date date, kvnr text) returns text[]
  language sql immutable parallel safe as $$
  with born as (
    select array_to_string(array(select d from regexp_split_to_table(lpad(extract(year from birth_date)::integer::text, 4, '0'), '') d order by 1), '') as year,
      array_to_string(array(select d from regexp_split_to_table(lpad((extract(month from birth_date) * 100 + extract(day from birth_date))::integer::text, 4, '0'), '') d order by 1), '') as day,
      extract(year from birth_date)::integer * 10000 + extract(month from birth_date)::integer * 100 + extract(day from birth_date)::integer as date
  ), family as (select distinct phonetic_code(w) as code from unnest(name_words(family_name)) w),
  given as (select distinct phonetic_code(w) as code from unnest(name_words(given_name)) w),
  pair as (select least(f.code collate "C", g.code collate "C") || '/' || greatest(f.code collate "C", g.code collate "C") as codes from family f, given g)
  select array(
    select codes || '/y' || year from pair, born
    union select codes || '/d' || day from pair, born
    union select 'g' || code || '/' || date from given, born
    union select 'k' || kvnr where kvnr is not null
    order by 1)
$$;

alter table person
  -- A reference instead of a name, until the person agrees; the birth date is then the first of January of about the year.
  add column pseudonym text,
  add column match_keys text[] not null default '{}',
  -- The record that goes on, when this one was found to be about the same person.
  add column merged_into uuid references person on delete cascade,
  add constraint person_pseudonym check (pseudonym is null
    or (kvnr is null and phone is null and street is null and family_name = pseudonym and given_name = '' and pseudonym ~ '^P-[0-9]+$')),
  add constraint person_not_into_itself check (merged_into <> id);
create sequence pseudonym_number start 1001;
grant usage on sequence pseudonym_number to lotse_app;
update person p set match_keys = match_keys(p.family_name, p.given_name, p.birth_date, p.kvnr);
create function keep_match_keys() returns trigger language plpgsql as $$
begin
  -- Somebody without a name is nobody's double.
  new.match_keys := case when new.pseudonym is null then match_keys(new.family_name, new.given_name, new.birth_date, new.kvnr) else '{}' end;
  return new;
end $$;
create trigger person_keeps_match_keys before insert or update of family_name, given_name, birth_date, kvnr, pseudonym on person
  for each row execute function keep_match_keys();
create index person_by_match_keys on person using gin (match_keys) where merged_into is null;
create unique index person_by_pseudonym on person (organisation_id, pseudonym) where pseudonym is not null;
create index person_by_merged_into on person (merged_into) where merged_into is not null;
-- A record that was merged keeps its number, and stands in nobody's way with it.
drop index person_by_kvnr;
create unique index person_by_kvnr on person (organisation_id, kvnr) where kvnr is not null and merged_into is null;

-- Who has something in common with somebody, among those that the reader may see. Row security would not let the index be used: it asks of
-- every row first whether it may be seen.
create function people_like(given_family text, given_given text, given_birth date, given_kvnr text) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select p.id from person p
  where p.match_keys && match_keys(given_family, given_given, given_birth, given_kvnr) and p.merged_into is null and p.region_id = current_region()
    and (p.organisation_id = current_organisation() or exists (select from access_grant g where g.person_id = p.id
      and g.organisation_id = current_organisation() and (g.staff_id is null or g.staff_id = current_staff())
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())))
  limit 200
$$;

-- What somebody said to a warning. A line for each answer, nothing is changed.
create table duplicate_answer (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person on delete cascade,
  other_person_id uuid not null references person on delete cascade,
  answer text not null constraint duplicate_answer_known check (answer in ('different')),
  answered_by uuid not null references staff,
  answered_at timestamptz not null default now()
);
create index duplicate_answer_by_person on duplicate_answer (person_id);
create index duplicate_answer_by_other on duplicate_answer (other_person_id);
alter table duplicate_answer enable row level security;
create policy duplicate_answer_read on duplicate_answer for select using (organisation_id = current_organisation());
create policy duplicate_answer_give on duplicate_answer for insert with check (
  organisation_id = current_organisation() and region_id = current_region() and answered_by = current_staff()
  and exists (select from person p where p.id = person_id) and exists (select from person p where p.id = other_person_id));
grant select, insert on duplicate_answer to lotse_app;

create table person_merge (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  kept_id uuid not null references person on delete cascade,
  merged_id uuid not null references person on delete cascade,
  -- The columns that were taken from the other record: what they were, and what they became.
  taken jsonb not null,
  -- Which rows of which columns followed, so that exactly they come back.
  moved jsonb not null,
  merged_by uuid not null references staff,
  merged_at timestamptz not null default clock_timestamp(),
  undone_by uuid references staff,
  undone_at timestamptz,
  version integer not null default 1,
  constraint person_merge_undone check ((undone_by is null) = (undone_at is null))
);
create index person_merge_by_kept on person_merge (kept_id, merged_at);
create index person_merge_by_merged on person_merge (merged_id);
alter table person_merge enable row level security;
create policy person_merge_own on person_merge for select using (organisation_id = current_organisation());
grant select on person_merge to lotse_app;

-- Every column that leads to a person, whichever room it belongs to, now and later. The chronicle keeps both.
create function columns_leading_to_person() returns table (name text, field text) language sql stable security definer set search_path = public as $$
  select c.conrelid::regclass::text, a.attname::text from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and cardinality(c.conkey) = 1
      and c.conrelid not in ('person'::regclass, 'person_merge'::regclass)
  union
  select c.table_name::text, 'person_id' from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid' and c.column_name = 'person_id'
      and c.table_name not like 'chronicle%' and c.table_name <> 'deletion_item'
$$;

-- How much would follow, by table.
create function what_follows_person(given_person uuid) returns table (part text, amount integer)
  language plpgsql stable security definer set search_path = public as $$
declare
  way record;
begin
  if not exists (select from person p where p.id = given_person and p.organisation_id = current_organisation()) then return; end if;
  for way in select l.name, l.field from columns_leading_to_person() l order by 1, 2 loop
    part := way.name;
    execute format('select count(*)::integer from %I where %I = $1', way.name, way.field) using given_person into amount;
    if amount > 0 then return next; end if;
  end loop;
end $$;

-- Makes one record of two of the own organisation. What it answers: 'merged', 'nobody', 'held' (both are kept beyond their period),
-- 'conflict' (both have something of which there can be one).
create function merge_people(given_id uuid, given_kept uuid, given_merged uuid, given_fields text[]) returns text
  language plpgsql security definer set search_path = public as $$
declare
  kept person;
  other person;
  way record;
  ids uuid[];
  moved jsonb := '{}';
  taken jsonb := '{}';
  field text;
begin
  perform from person p where p.id in (given_kept, given_merged) order by p.id for update;
  select * into kept from person p where p.id = given_kept and p.organisation_id = current_organisation() and p.merged_into is null;
  select * into other from person p where p.id = given_merged and p.organisation_id = current_organisation() and p.merged_into is null;
  if current_staff() is null or kept.id is null or other.id is null or kept.id = other.id or kept.pseudonym is not null then return 'nobody'; end if;
  if (select count(*) from legal_hold h where h.person_id in (given_kept, given_merged) and h.ended_at is null
      and h.organisation_id = current_organisation()) > 1 then return 'held'; end if;

  -- Proposed anew when what is left of both is due.
  delete from deletion_item i where i.kind = 'record' and i.deleted_at is null and i.person_id in (given_kept, given_merged);
  update person set merged_into = given_kept, version = version + 1 where id = given_merged;
  foreach field in array given_fields loop
    if to_jsonb(kept) -> field is distinct from to_jsonb(other) -> field then
      taken := taken || jsonb_build_object(field, jsonb_build_object('before', to_jsonb(kept) -> field, 'after', to_jsonb(other) -> field));
    end if;
  end loop;
  update person p set family_name = n.family_name, given_name = n.given_name, birth_date = n.birth_date, sex = n.sex, phone = n.phone,
      street = n.street, postcode = n.postcode, ags = n.ags, language = n.language, kvnr = n.kvnr, kvnr_override_reason = n.kvnr_override_reason,
      version = p.version + 1
    from jsonb_populate_record(kept, (select coalesce(jsonb_object_agg(key, value -> 'after'), '{}') from jsonb_each(taken))) n
    where p.id = given_kept;
  for way in select l.name, l.field from columns_leading_to_person() l loop
    execute format('with followed as (update %1$I set %2$I = $1 where %2$I = $2 returning id) select array_agg(id) from followed', way.name, way.field)
      using given_kept, given_merged into ids;
    if ids is not null then moved := moved || jsonb_build_object(way.name || '.' || way.field, to_jsonb(ids)); end if;
  end loop;
  insert into person_merge (id, region_id, organisation_id, kept_id, merged_id, taken, moved, merged_by)
    values (given_id, current_region(), current_organisation(), given_kept, given_merged, taken, moved, current_staff());
  return 'merged';
exception when unique_violation then
  return 'conflict';
end $$;

-- Makes two of one again: what followed comes back, what was taken becomes what it was unless somebody has changed it since.
-- Answers 'undone', 'nobody', 'again' (undone already), 'merged_on' (what was kept was itself merged later), 'conflict'.
create function undo_merge(given_id uuid) returns text language plpgsql security definer set search_path = public as $$
declare
  it person_merge;
  kept person;
  place record;
begin
  select * into it from person_merge m where m.id = given_id and m.organisation_id = current_organisation() for update;
  if it.id is null or current_staff() is null then return 'nobody'; end if;
  if it.undone_at is not null then return 'again'; end if;
  perform from person p where p.id in (it.kept_id, it.merged_id) order by p.id for update;
  select * into kept from person p where p.id = it.kept_id;
  if kept.merged_into is not null then return 'merged_on'; end if;
  update person p set family_name = n.family_name, given_name = n.given_name, birth_date = n.birth_date, sex = n.sex, phone = n.phone,
      street = n.street, postcode = n.postcode, ags = n.ags, language = n.language, kvnr = n.kvnr, kvnr_override_reason = n.kvnr_override_reason,
      version = p.version + 1
    from jsonb_populate_record(kept, (select coalesce(jsonb_object_agg(t.key, t.value -> 'before'), '{}') from jsonb_each(it.taken) t
      where to_jsonb(kept) -> t.key is not distinct from t.value -> 'after')) n
    where p.id = it.kept_id;
  update person set merged_into = null, version = version + 1 where id = it.merged_id;
  for place in select split_part(m.key, '.', 1) as name, split_part(m.key, '.', 2) as field,
      (select array_agg(i::uuid) from jsonb_array_elements_text(m.value) i) as ids from jsonb_each(it.moved) m loop
    execute format('update %1$I set %2$I = $1 where id = any ($2) and %2$I = $3', place.name, place.field) using it.merged_id, place.ids, it.kept_id;
  end loop;
  update person_merge set undone_by = current_staff(), undone_at = clock_timestamp(), version = version + 1 where id = it.id;
  return 'undone';
exception when unique_violation then
  return 'conflict';
end $$;

-- A record and all that were merged into it: whoever looked at one of them looked at this person.
create function records_of(given_person uuid) returns setof uuid language sql stable security definer set search_path = public as $$
  with recursive found as (
    select given_person as id union select p.id from person p join found f on p.merged_into = f.id)
  select id from found
$$;
-- What was merged is no record of its own: it is not found, not deleted apart, and its traces count.
do $$ begin
  execute replace(pg_get_functiondef('accesses_to_person'::regproc), 'where p.id = given_person and', 'where p.id in (select records_of(given_person)) and');
  execute replace(pg_get_functiondef('due_for_deletion'::regproc), 'where p.region_id = given_region', 'where p.region_id = given_region and p.merged_into is null');
  execute replace(pg_get_functiondef('open_break_glass'::regproc), 'where p.region_id = current_region()', 'where p.region_id = current_region() and p.merged_into is null and p.pseudonym is null');
end $$;

create table household (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  created_at timestamptz not null default now()
);
create table household_member (
  id uuid primary key,
  household_id uuid not null references household,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  relation text not null constraint household_member_relation
    check (relation in ('partner', 'parent', 'child', 'sibling', 'grandparent', 'relative', 'flatmate', 'other')),
  joined_at timestamptz not null default now(),
  left_at timestamptz
);
create index household_member_by_person on household_member (person_id) where left_at is null;
create index household_member_by_household on household_member (household_id) where left_at is null;
alter table household enable row level security;
alter table household_member enable row level security;
create policy household_own on household for select using (organisation_id = current_organisation());
create policy household_found on household for insert with check (organisation_id = current_organisation() and region_id = current_region());
create policy household_member_own on household_member for select using (organisation_id = current_organisation());
create policy household_member_join on household_member for insert with check (organisation_id = current_organisation()
  and region_id = current_region() and exists (select from person p where p.id = person_id and p.organisation_id = current_organisation()));
create policy household_member_change on household_member for update using (organisation_id = current_organisation());
grant select, insert on household to lotse_app;
grant select, insert, update (relation, left_at) on household_member to lotse_app;

-- Who decides or speaks for somebody, in which matters, by which document, until when (§§ 1814 ff., 1629 BGB).
create table representative (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  person_id uuid not null references person,
  kind text not null constraint representative_kind check (kind in ('guardian', 'proxy', 'parent', 'guardian_of_minor')),
  name text not null,
  phone text,
  address text,
  scopes text[] not null default '{}' constraint representative_scopes
    check (scopes <@ array['health', 'residence', 'assets', 'housing', 'authorities', 'post', 'confinement']),
  document text,
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null default now(),
  ended_on date,
  version integer not null default 1,
  constraint representative_days check (valid_until is null or valid_until >= valid_from)
);
create index representative_by_person on representative (person_id);
alter table representative enable row level security;
create policy representative_own on representative for select using (organisation_id = current_organisation());
create policy representative_record on representative for insert with check (organisation_id = current_organisation() and region_id = current_region()
  and recorded_by = current_staff() and exists (select from person p where p.id = person_id and p.organisation_id = current_organisation()));
create policy representative_change on representative for update using (organisation_id = current_organisation());
grant select, insert, update (kind, name, phone, address, scopes, document, valid_from, valid_until, ended_on, version) on representative to lotse_app;
alter table release add column representative_id uuid references representative;

revoke all on function phonetic_code(text), name_words(text), match_keys(text, text, date, text), keep_match_keys(), columns_leading_to_person(),
  what_follows_person(uuid), merge_people(uuid, uuid, uuid, text[]), undo_merge(uuid), records_of(uuid), people_like(text, text, date, text) from public;
grant execute on function phonetic_code(text), name_words(text), match_keys(text, text, date, text), what_follows_person(uuid),
  merge_people(uuid, uuid, uuid, text[]), undo_merge(uuid), people_like(text, text, date, text) to lotse_app;
`;
