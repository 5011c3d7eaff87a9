/** The chronicle says more (roles, parts, legal basis, result, everybody shown), and is sealed into a chain outside of acts. */
export const fullerChronicle = `
-- Set while somebody acts as the deputy of somebody else.
create function current_deputyship() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lotse.deputyship', true), '')::uuid $$;
create function this_transaction() returns bigint language sql volatile as $$ select pg_current_xact_id()::text::bigint $$;

alter table chronicle_entry
  -- The roles held at that moment; they may be others today.
  add column roles text[],
  -- Which parts of what leads to a person were shown or changed; null where the whole of it was.
  add column parts text[],
  -- Why it was allowed: own, leg:<referral>, release:<id>, break_glass:<id>, administration.
  add column basis text,
  add column result text check (result in ('done', 'found', 'nothing', 'refused')),
  -- Everybody a list or a search has shown; person_id says it where it is one.
  add column people uuid[],
  add column deputyship_id uuid default current_deputyship(),
  -- The transaction that wrote the line: lines are sealed in the order in which they became visible, which is not that of their ids.
  add column written_in bigint not null default this_transaction();
create index chronicle_by_transaction on chronicle_entry (written_in);

-- The chain: every line has one place in the chain of its county and a hash that holds everything before it.
create table chronicle_link (
  chain uuid not null,
  position bigint not null check (position > 0),
  entry_id bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (chain, position)
);
create unique index chronicle_link_once on chronicle_link (entry_id);

-- What signs the chain as far as a position.
create table chronicle_seal (
  chain uuid not null,
  number bigint not null check (number > 0),
  position bigint not null check (position > 0),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  -- Every line that a transaction before this one wrote is sealed.
  mark bigint not null,
  round bigint generated always as identity,
  primary key (chain, number)
);
create unique index chronicle_seal_by_round on chronicle_seal (round);

-- Whom a line is about, for access reports. Derived by the sealer, so that no look has to wait for it.
create table chronicle_about (
  person_id uuid not null,
  entry_id bigint not null,
  primary key (person_id, entry_id)
);

-- When the chain was checked, how far, and what was found.
create table chronicle_check (
  id bigint generated always as identity primary key,
  chain uuid not null,
  checked_at timestamptz not null default clock_timestamp(),
  position bigint not null,
  intact boolean not null,
  finding text
);
create index chronicle_check_latest on chronicle_check (chain, id desc);

alter table chronicle_link enable row level security;
alter table chronicle_seal enable row level security;
alter table chronicle_about enable row level security;
alter table chronicle_check enable row level security;
create policy chronicle_read_to_seal on chronicle_entry for select using (is_system());
create policy chronicle_link_of_sealer on chronicle_link for all using (is_system()) with check (is_system());
create policy chronicle_seal_of_sealer on chronicle_seal for all using (is_system()) with check (is_system());
create policy chronicle_about_of_sealer on chronicle_about for all using (is_system()) with check (is_system());
create policy chronicle_check_of_sealer on chronicle_check for all using (is_system()) with check (is_system());
grant select, insert on chronicle_link, chronicle_seal, chronicle_about, chronicle_check to lotse_app;
create trigger chronicle_link_is_append_only before update or delete or truncate on chronicle_link
  for each statement execute function refuse_change();
create trigger chronicle_seal_is_append_only before update or delete or truncate on chronicle_seal
  for each statement execute function refuse_change();
create trigger chronicle_check_is_append_only before update or delete or truncate on chronicle_check
  for each statement execute function refuse_change();

-- Whom something leads to, for the line about a refused attempt. It says nothing to whoever was refused.
create function person_behind(given_id uuid) returns uuid language sql stable security definer set search_path = public as $$
  select coalesce(
    (select id from person where id = given_id),
    (select person_id from referral where id = given_id),
    (select person_id from release where id = given_id),
    (select person_id from slot_offer where id = given_id))
$$;

-- Everybody who looked at or did something with a person of the own organisation, from any organisation; newest first.
create function accesses_to_person(given_person uuid, given_before bigint, given_limit integer)
  returns table (id bigint, at timestamptz, kind text, verb text, subject text, subject_id uuid, parts text[], basis text, result text,
    roles text[], staff_id uuid, staff_name text, organisation_id uuid, organisation_name text, is_deputy boolean, amount integer)
  language sql stable security definer set search_path = public as $$
  with asked as (select p.id from person p where p.id = given_person and p.organisation_id = current_organisation()),
  about as (
    (select a.entry_id from chronicle_about a join asked on a.person_id = asked.id
      where a.entry_id < given_before order by a.entry_id desc limit given_limit)
    union
    (select e.id from chronicle_entry e, asked
      where e.written_in >= coalesce((select mark from chronicle_seal order by round desc limit 1), 0) and e.id < given_before
        and (e.person_id = asked.id or asked.id = any (e.people)) order by e.id desc limit given_limit))
  select e.id, e.at, e.kind, e.verb, e.subject, e.subject_id, e.parts, e.basis, e.result, e.roles, e.staff_id, s.display_name,
    e.organisation_id, o.name, e.deputyship_id is not null, e.amount
  from about join chronicle_entry e on e.id = about.entry_id left join staff s on s.id = e.staff_id
    left join organisation o on o.id = e.organisation_id
  order by e.id desc limit given_limit
$$;

-- How far the chronicle of the own county is sealed, and when it was last checked.
create function chronicle_state()
  returns table (sealed_at timestamptz, "position" bigint, hash bytea, checked_at timestamptz, checked_position bigint, intact boolean)
  language sql stable security definer set search_path = public as $$
  select s.sealed_at, s.position, s.hash, c.checked_at, c.position, c.intact
  from (select current_region() as chain) here
    left join lateral (select * from chronicle_seal where chain = here.chain order by number desc limit 1) s on true
    left join lateral (select * from chronicle_check where chain = here.chain order by id desc limit 1) c on true
$$;
revoke all on function current_deputyship(), this_transaction(), person_behind(uuid), accesses_to_person(uuid, bigint, integer), chronicle_state() from public;
grant execute on function current_deputyship(), this_transaction(), person_behind(uuid), accesses_to_person(uuid, bigint, integer), chronicle_state() to lotse_app;
`;
