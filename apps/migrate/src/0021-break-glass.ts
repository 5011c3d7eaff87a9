/** Access in an emergency: for one member of staff, for hours, told to those whom it concerns, and reviewed. */
export const breakGlass = `
-- A row for every attempt, also for those that found nobody: it is no search, and whoever uses it as one is seen.
create table break_glass (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  person_id uuid references person,
  owner_organisation_id uuid references organisation,
  reason text not null constraint break_glass_reason check (reason in ('danger_to_life', 'emergency_department', 'on_call', 'other')),
  explanation text not null check (length(trim(explanation)) >= 20),
  parts text[] not null check (parts @> array['identity'] and parts <@ array['identity', 'contact', 'diagnosis', 'medication', 'risk']),
  opened_at timestamptz not null default now(),
  valid_until timestamptz not null check (valid_until <= opened_at + interval '4 hours'),
  ended_at timestamptz,
  review_due_on date not null,
  reviewed_at timestamptz,
  reviewed_by uuid references staff,
  review_result text constraint break_glass_result check (review_result in ('justified', 'not_justified')),
  review_note text,
  constraint break_glass_whose check ((person_id is null) = (owner_organisation_id is null)),
  constraint break_glass_reviewed check (num_nonnulls(reviewed_at, reviewed_by, review_result, review_note) in (0, 4))
);
create index break_glass_by_staff on break_glass (staff_id, opened_at desc);
create index break_glass_by_owner on break_glass (owner_organisation_id, opened_at desc) where owner_organisation_id is not null;
create index break_glass_by_person on break_glass (person_id) where person_id is not null;
create index break_glass_to_review on break_glass (region_id, review_due_on, id) where reviewed_at is null;
create index break_glass_reviewed_newest on break_glass (region_id, reviewed_at desc, id desc) where reviewed_at is not null;

-- A data-protection officer looks after the own organisation; that of the county's own office after the whole county, because not every
-- practice has one.
create function reviews_for(given_organisation uuid, given_owner uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce(current_roles() @> '{dpo}', false) and (given_organisation = current_organisation() or given_owner is not distinct from current_organisation()
    or exists (select from organisation o where o.id = current_organisation() and o.kind = 'county' and o.region_id = current_region()))
$$;

alter table break_glass enable row level security;
create policy break_glass_of_those_concerned on break_glass for select using (
  region_id = current_region()
  and (staff_id = current_staff() or owner_organisation_id = current_organisation() or reviews_for(organisation_id, owner_organisation_id)));
create policy break_glass_of_system on break_glass for select using (is_system());
create policy break_glass_review on break_glass for update using (
  region_id = current_region() and staff_id <> current_staff() and reviews_for(organisation_id, owner_organisation_id));
grant select, update (reviewed_at, reviewed_by, review_result, review_note) on break_glass to lotse_app;

-- An emergency opens something to one member of staff, not to the house: nobody else sees the grant, and so nobody else the person.
alter table access_grant add column staff_id uuid references staff;
alter policy access_grant_read on access_grant using (
  (organisation_id = current_organisation() and (staff_id is null or staff_id = current_staff())) or granted_by_organisation_id = current_organisation());
alter policy access_grant_give on access_grant with check (
  granted_by_organisation_id = current_organisation() and basis <> 'break_glass'
  and exists (select from person p where p.id = person_id and p.organisation_id = current_organisation()));

-- Finds a person of another organisation by exactly who they are, and opens the record for four hours. What it answers is all that it tells:
-- 'limit', 'nobody', 'several' (a given name is needed), 'visible' (no emergency is needed), 'opened'.
create function open_break_glass(given_id uuid, given_reason text, given_explanation text, given_parts text[], given_family_name text,
    given_given_name text, given_birth_date date, given_kvnr text, given_review_due date, given_limit integer)
  returns table (status text, id uuid, person_id uuid, owner_organisation_id uuid)
  language plpgsql security definer set search_path = public as $$
declare
  known record;
begin
  if current_staff() is null then return; end if;
  -- Two attempts of one member of staff at the same time count one after the other.
  perform pg_advisory_xact_lock(hashtextextended(current_staff()::text, 0));
  if (select count(*) from break_glass b where b.staff_id = current_staff() and b.opened_at > now() - interval '24 hours') >= given_limit then
    return query select 'limit'::text, null::uuid, null::uuid, null::uuid;
    return;
  end if;
  select count(distinct lower(m.given_name)) as names, (array_agg(m.id) filter (where m.is_visible))[1] as visible,
      (array_agg(m.id order by m.id))[1] as id, (array_agg(m.organisation_id order by m.id))[1] as organisation_id into known
    from (select p.id, p.organisation_id, p.given_name,
        p.organisation_id = current_organisation() or exists (select from access_grant g where g.person_id = p.id
          and g.organisation_id = current_organisation() and (g.staff_id is null or g.staff_id = current_staff()) and g.valid_from <= now()
          and (g.valid_until is null or g.valid_until > now())) as is_visible
      from person p where p.region_id = current_region()
        and (p.kvnr = given_kvnr or (given_kvnr is null and p.birth_date = given_birth_date
          and lower(p.family_name) = lower(trim(given_family_name))
          and (given_given_name is null or lower(p.given_name) = lower(trim(given_given_name)))))) m;
  if known.visible is not null and (known.names = 1 or given_kvnr is not null) then
    return query select 'visible'::text, null::uuid, known.visible, null::uuid;
    return;
  end if;
  if known.names > 1 and given_kvnr is null then
    known.id := null;
    known.organisation_id := null;
  end if;
  insert into break_glass (id, region_id, organisation_id, staff_id, person_id, owner_organisation_id, reason, explanation, parts, valid_until,
      review_due_on)
    values (given_id, current_region(), current_organisation(), current_staff(), known.id, known.organisation_id, given_reason,
      given_explanation, given_parts, now() + interval '4 hours', given_review_due);
  if known.id is null then
    return query select case when known.names > 1 then 'several' else 'nobody' end, given_id, null::uuid, null::uuid;
    return;
  end if;
  insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, parts, staff_id, valid_until)
    values (given_id, known.id, current_organisation(), known.organisation_id, 'break_glass', given_id, given_parts, current_staff(),
      now() + interval '4 hours');
  return query select 'opened'::text, given_id, known.id, known.organisation_id;
end $$;

-- Ends it before the time is up; whoever opened it, and nobody else.
create function end_break_glass(given_id uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update break_glass b set ended_at = now()
    where b.id = given_id and b.staff_id = current_staff() and b.ended_at is null and b.valid_until > now();
  if not found then return false; end if;
  update access_grant g set valid_until = now() where g.basis = 'break_glass' and g.basis_id = given_id;
  return true;
end $$;

-- What an emergency asks of a referral: the parts that were chosen, from the last referral of the record, and whom to call. Nothing else of it.
create function facts_in_emergency(given_id uuid)
  returns table (diagnosis text, certainty text, medication text, written_on date, owner_name text, owner_phone text, clinic_name text, clinic_phone text)
  language sql stable security definer set search_path = public as $$
  select case when b.parts @> '{diagnosis}' then r.diagnosis end, case when b.parts @> '{diagnosis}' then r.certainty end,
    case when b.parts @> '{medication}' then r.medication end, case when b.parts && '{diagnosis,medication}' then r.created_at::date end,
    o.name, o.phone, case when b.parts @> '{diagnosis}' then c.name end, case when b.parts @> '{diagnosis}' then c.phone end
  from break_glass b join organisation o on o.id = b.owner_organisation_id
    left join lateral (select * from referral x where x.person_id = b.person_id and x.state not in ('draft', 'withdrawn', 'entered_in_error')
      order by x.created_at desc limit 1) r on true
    left join organisation c on c.id = r.recipient_organisation_id
  where b.id = given_id and b.staff_id = current_staff() and b.ended_at is null and b.valid_until > now()
$$;

-- How often something was looked at in an emergency; the lines themselves belong to those who looked.
create function looks_in_emergency(given_id uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(*)::integer from break_glass b join chronicle_about a on a.person_id = b.person_id join chronicle_entry e on e.id = a.entry_id
  where b.id = given_id and reviews_for(b.organisation_id, b.owner_organisation_id) and e.kind = 'look' and e.basis = 'break_glass:' || b.id
$$;

-- Whether a person is one of the own organisation: all that an officer without a right to see people has to know before a report.
create function organisation_owns(given_person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from person where id = given_person and organisation_id = current_organisation())
$$;

-- Whom an emergency is told to: whose person it is, and every house whose data-protection officer reviews it.
create function told_of_break_glass(given_id uuid) returns table (organisation_id uuid, is_reviewer boolean)
  language sql stable security definer set search_path = public as $$
  with it as (select b.organisation_id as opener, b.owner_organisation_id as owner, b.region_id from break_glass b where b.id = given_id and is_system()),
  reviewers as (
    select distinct o.id from it join organisation o on o.region_id = it.region_id and (o.id in (it.opener, it.owner) or o.kind = 'county')
    where exists (select from staff s where s.organisation_id = o.id and s.roles @> '{dpo}' and s.disabled_at is null))
  select r.id, true from reviewers r
  union all
  select it.owner, false from it where it.owner is not null and it.owner not in (select r.id from reviewers r)
$$;
revoke all on function reviews_for(uuid, uuid), open_break_glass(uuid, text, text, text[], text, text, date, text, date, integer),
  end_break_glass(uuid), facts_in_emergency(uuid), looks_in_emergency(uuid), organisation_owns(uuid), told_of_break_glass(uuid) from public;
grant execute on function reviews_for(uuid, uuid), open_break_glass(uuid, text, text, text[], text, text, date, text, date, integer),
  end_break_glass(uuid), facts_in_emergency(uuid), looks_in_emergency(uuid), organisation_owns(uuid), told_of_break_glass(uuid) to lotse_app;

-- Adds to the kinds that are there, whichever they are.
do $$ declare kinds text; begin
  select string_agg(word[1], ', ') into kinds
    from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''[a-z_]+''', 'g') as t (word) where c.conname = 'notice_kind';
  alter table notice drop constraint notice_kind;
  execute format('alter table notice add constraint notice_kind check (kind in (%s, ''break_glass_opened'', ''break_glass_to_review''))', kinds);
end $$;
`;
