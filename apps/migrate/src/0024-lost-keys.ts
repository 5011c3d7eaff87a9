/** Help for those who are stuck: a lost second factor, a used-up limit of emergencies; and what was answered is not told again for ever. */
export const lostKeys = `
-- Somebody of the own organisation has lost their second factor. Who checked that it is them, and how, is kept.
create table second_factor_reset (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  staff_id uuid not null references staff,
  reset_by uuid not null references staff,
  checked text not null constraint second_factor_reset_checked check (checked in ('in_person', 'video', 'known_phone')),
  note text not null check (length(trim(note)) between 10 and 500),
  at timestamptz not null default now(),
  constraint second_factor_reset_not_own check (staff_id <> reset_by)
);
create index second_factor_reset_of_organisation on second_factor_reset (organisation_id, at desc);
alter table second_factor_reset enable row level security;
create policy second_factor_reset_read on second_factor_reset for select
  using (organisation_id = current_organisation() and current_roles() && '{org_admin,dpo}');
grant select on second_factor_reset to lotse_app;

-- Takes away app, passkeys and codes on paper, and ends every session. Null: there was none, or it is not theirs to take.
create function reset_second_factor(new_id uuid, given_staff uuid, given_checked text, given_note text) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  had boolean;
begin
  if not coalesce(current_roles() @> '{org_admin}', false) or given_staff = current_staff() then return null; end if;
  perform from staff s where s.id = given_staff and s.organisation_id = current_organisation() and not s.roles @> '{system}' for update;
  if not found then return null; end if;
  select exists (select from authenticator a where a.staff_id = given_staff) or exists (select from passkey p where p.staff_id = given_staff) into had;
  if not had then return null; end if;
  delete from authenticator a where a.staff_id = given_staff;
  delete from recovery_code c where c.staff_id = given_staff;
  delete from passkey p where p.staff_id = given_staff;
  delete from known_device d where d.staff_id = given_staff;
  insert into second_factor_reset (id, organisation_id, staff_id, reset_by, checked, note)
    values (new_id, current_organisation(), given_staff, current_staff(), given_checked, given_note);
  return end_sessions_of(given_staff);
end $$;

-- A data-protection officer lets somebody open records in an emergency again, though the limit of the day is used up.
create table break_glass_lift (
  id uuid primary key,
  region_id uuid not null references region,
  staff_id uuid not null references staff,
  lifted_by uuid not null references staff,
  reason text not null check (length(trim(reason)) between 10 and 500),
  at timestamptz not null default now(),
  constraint break_glass_lift_not_own check (staff_id <> lifted_by)
);
create index break_glass_lift_of_staff on break_glass_lift (staff_id, at desc);
alter table break_glass_lift enable row level security;
create policy break_glass_lift_read on break_glass_lift for select using (
  region_id = current_region() and (staff_id = current_staff() or lifted_by = current_staff()));
grant select on break_glass_lift to lotse_app;

-- How many attempts count today: those since the limit was last lifted.
create function emergencies_today(given_staff uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(*)::integer from break_glass b where b.staff_id = given_staff and b.opened_at > now() - interval '24 hours'
    and b.opened_at > coalesce((select max(l.at) from break_glass_lift l where l.staff_id = given_staff), '-infinity')
$$;
-- Who has none left, for the officers of their house and of the county.
create function used_up_emergencies(given_limit integer)
  returns table (staff_id uuid, staff_name text, organisation_name text, attempts integer, last_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select s.id, s.display_name, o.name, emergencies_today(s.id), max(b.opened_at)
  from break_glass b join staff s on s.id = b.staff_id join organisation o on o.id = b.organisation_id
  where b.region_id = current_region() and b.opened_at > now() - interval '24 hours' and reviews_for(b.organisation_id, null) and s.id <> current_staff()
  group by s.id, s.display_name, o.name having emergencies_today(s.id) >= given_limit order by max(b.opened_at) desc
$$;
create function lift_emergency_limit(new_id uuid, given_staff uuid, given_reason text, given_limit integer) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  -- Two officers at the same moment count as one.
  perform pg_advisory_xact_lock(hashtextextended(given_staff::text, 0));
  if not exists (select from used_up_emergencies(given_limit) u where u.staff_id = given_staff) then return false; end if;
  insert into break_glass_lift (id, region_id, staff_id, lifted_by, reason) values (new_id, current_region(), given_staff, current_staff(), given_reason);
  return true;
end $$;
-- The limit asks what counts; nothing else of opening changes.
do $$ declare body text; begin
  select pg_get_functiondef('open_break_glass(uuid, text, text, text[], text, text, date, text, date, integer)'::regprocedure) into body;
  execute replace(body,
    $x$(select count(*) from break_glass b where b.staff_id = current_staff() and b.opened_at > now() - interval '24 hours') >= given_limit$x$,
    'emergencies_today(current_staff()) >= given_limit');
  if pg_get_functiondef('open_break_glass(uuid, text, text, text[], text, text, date, text, date, integer)'::regprocedure) not like '%emergencies_today%' then
    raise exception 'the limit of emergencies is not asked';
  end if;
end $$;

-- When one's own session ends, wherever one stands in: by the rules of one's own house.
create function own_session_limits() returns table (session_minutes integer, idle_minutes integer)
  language sql stable security definer set search_path = public as $$
  select coalesce(r.session_minutes, 720), coalesce(r.idle_minutes, 60)
  from staff s left join sign_in_rule r on r.organisation_id = s.organisation_id where s.id = current_staff()
$$;

-- Whoever administers the county sees the invitations it sends, of first administrators; those of their staff are each house's own.
alter policy invitation_administered on invitation
  using ((current_roles() @> '{org_admin}' and organisation_id = current_organisation())
    or (current_roles() @> '{region_admin}' and roles = '{org_admin}'
      and organisation_id in (select o.id from organisation o where o.region_id = current_region())));

-- An answer is sent again only where it was given, and while what it shows of other organisations' people is as open as it was then.
alter table stored_answer add column organisation_id uuid, add column people uuid[], add column openness bytea;
create function openness_of(given_people uuid[]) returns bytea language sql stable as $$
  select case when cardinality(given_people) > 0 then sha256(convert_to(coalesce(string_agg(concat_ws(' ', g.id, g.parts), ',' order by g.id), ''), 'UTF8')) end
  from access_grant g
  where g.person_id = any (given_people) and g.organisation_id = current_organisation() and g.valid_from <= now()
    and (g.valid_until is null or g.valid_until > now())
$$;

revoke all on function reset_second_factor(uuid, uuid, text, text), emergencies_today(uuid), used_up_emergencies(integer),
  lift_emergency_limit(uuid, uuid, text, integer), own_session_limits() from public;
grant execute on function reset_second_factor(uuid, uuid, text, text), emergencies_today(uuid), used_up_emergencies(integer),
  lift_emergency_limit(uuid, uuid, text, integer), own_session_limits() to lotse_app;
`;
