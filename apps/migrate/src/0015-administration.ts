/** Administration: invitations and new access, who may change staff and organisations, deputies, and sign-in that is slowed, never locked. */
export const administration = `
-- The roles of the request, so that policies can ask for them. Null where nobody is signed in.
create function current_roles() returns text[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('lotse.roles', true), ''), ',') $$;

alter table staff
  add column last_signed_in_at timestamptz,
  add column version integer not null default 1;
alter table organisation
  add column retired_at timestamptz,
  add column version integer not null default 1;

-- A password hash is reached through functions only: not even one's own can be listed.
revoke select on staff from lotse_app;
grant select (id, organisation_id, email, display_name, roles, lanr, disabled_at, is_invented, last_signed_in_at, version) on staff to lotse_app;

-- Administrators of an organisation change its staff and nobody else's.
create policy staff_administered on staff for update
  using (organisation_id = current_organisation() and current_roles() @> '{org_admin}' and not roles @> '{system}')
  with check (organisation_id = current_organisation() and not roles @> '{system}');
grant update (display_name, roles, disabled_at, version) on staff to lotse_app;
-- Whoever administers the county appoints whoever else does.
create function guard_region_administrators() returns trigger language plpgsql as $$
begin
  if current_user = 'lotse_app' and (new.roles @> '{region_admin}') <> (old.roles @> '{region_admin}')
      and not coalesce(current_roles() @> '{region_admin}', false) then
    raise exception 'only an administrator of the county appoints another one';
  end if;
  return new;
end $$;
create trigger staff_keeps_region_administrators before update of roles on staff for each row execute function guard_region_administrators();
-- An account service may give any role but this one.
create or replace function take_roles(given_roles text[]) returns void
  language sql security definer set search_path = public as $$
  with wanted as (
    select case when s.roles @> '{region_admin}' then array_append(array_remove(given_roles, 'region_admin'), 'region_admin')
      else array_remove(given_roles, 'region_admin') end as roles
    from staff s where s.id = current_staff())
  update staff set roles = wanted.roles, version = version + 1 from wanted
    where id = current_staff() and staff.roles <> wanted.roles and not wanted.roles @> '{system}'
$$;

create function note_sign_in() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update staff set last_signed_in_at = now() where id = new.staff_id;
  return null;
end $$;
create trigger session_notes_sign_in after insert on session for each row execute function note_sign_in();

-- Who of the own organisation has more than a password; for its administrators, who may not look at keys.
create function second_factors() returns table (staff_id uuid)
  language sql stable security definer set search_path = public as $$
  select s.id from staff s where s.organisation_id = current_organisation() and current_roles() @> '{org_admin}'
    and (exists (select from authenticator a where a.staff_id = s.id and a.confirmed_at is not null)
      or exists (select from passkey p where p.staff_id = s.id))
$$;
-- Ends every session of somebody of the own organisation at once. Answers how many.
create function end_sessions_of(given_staff uuid) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  ended integer;
begin
  update session s set ended_at = now() from staff st
    where s.staff_id = given_staff and s.ended_at is null and st.id = s.staff_id
      and st.organisation_id = current_organisation() and current_roles() @> '{org_admin}';
  get diagnostics ended = row_count;
  update new_access a set revoked_at = now() where a.staff_id = given_staff and a.used_at is null and a.revoked_at is null
    and exists (select from staff st where st.id = given_staff and st.organisation_id = current_organisation());
  return ended;
end $$;

-- An invitation is no account yet: whether an address has one elsewhere is nobody's business but its owner's.
create table invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  email text not null check (length(email) <= 200),
  display_name text not null check (length(display_name) between 1 and 120),
  roles text[] not null check (cardinality(roles) > 0 and not roles @> '{system}'),
  token_hash bytea unique,
  -- Null when the operator invited, before anybody was there.
  invited_by uuid references staff,
  created_at timestamptz not null default now(),
  mailed_at timestamptz,
  expires_at timestamptz not null default now() + interval '7 days',
  revoked_at timestamptz,
  accepted_at timestamptz,
  staff_id uuid references staff,
  version integer not null default 1
);
create unique index invitation_open on invitation (organisation_id, lower(email)) where accepted_at is null and revoked_at is null;
alter table invitation enable row level security;
create policy invitation_administered on invitation for all
  using ((current_roles() @> '{org_admin}' and organisation_id = current_organisation())
    or (current_roles() @> '{region_admin}' and organisation_id in (select o.id from organisation o where o.region_id = current_region())))
  with check (
    (current_roles() @> '{org_admin}' and organisation_id = current_organisation()
      and (not roles @> '{region_admin}' or current_roles() @> '{region_admin}'))
    or (current_roles() @> '{region_admin}' and roles = '{org_admin}'
      and organisation_id in (select o.id from organisation o where o.region_id = current_region())));
grant select (id, organisation_id, email, display_name, roles, invited_by, created_at, mailed_at, expires_at, revoked_at, accepted_at,
  staff_id, version) on invitation to lotse_app;
grant insert (id, organisation_id, email, display_name, roles, token_hash, invited_by, expires_at) on invitation to lotse_app;
grant update (display_name, roles, token_hash, mailed_at, expires_at, revoked_at, version) on invitation to lotse_app;

create function look_at_invitation(given_hash bytea)
  returns table (display_name text, email text, organisation text, expires_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select i.display_name, i.email, o.name, i.expires_at from invitation i join organisation o on o.id = i.organisation_id
  where i.token_hash = given_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and o.retired_at is null
$$;
-- Makes an account of an invitation, once, and acts as its owner until the transaction ends. No rows: the link is no longer good.
create function accept_invitation(given_hash bytea, new_staff uuid, given_name text, given_password_hash text)
  returns table (outcome text, invitation_id uuid)
  language plpgsql security definer set search_path = public as $$
declare
  found_one record;
begin
  select i.id, i.organisation_id, i.email, i.roles, o.region_id into found_one
    from invitation i join organisation o on o.id = i.organisation_id
    where i.token_hash = given_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and o.retired_at is null
    for update of i;
  if not found then return; end if;
  if exists (select from staff s where lower(s.email) = lower(found_one.email)) then
    return query select 'address-taken', found_one.id;
    return;
  end if;
  insert into staff (id, organisation_id, email, display_name, roles, password_hash)
    values (new_staff, found_one.organisation_id, found_one.email, given_name, found_one.roles, given_password_hash);
  update invitation set accepted_at = now(), staff_id = new_staff, token_hash = null where id = found_one.id;
  perform set_config('lotse.staff', new_staff::text, true), set_config('lotse.organisation', found_one.organisation_id::text, true),
    set_config('lotse.region', found_one.region_id::text, true);
  return query select 'accepted', found_one.id;
end $$;

-- Links to a new password. One is written whether or not the address belongs to anybody, so that both take the same way.
create table new_access (
  id uuid primary key,
  staff_id uuid references staff,
  token_hash bytea not null unique,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index new_access_by_staff on new_access (staff_id, asked_at);
create index new_access_by_end on new_access (expires_at);
alter table new_access enable row level security;

-- Answers where a mail goes: to nobody when the address belongs to nobody, or was written to often in the last hour.
create function ask_for_new_access(new_id uuid, given_email text, given_hash bytea) returns table (email text)
  language plpgsql security definer set search_path = public as $$
declare
  known record;
begin
  delete from new_access a where a.expires_at < now() - interval '1 day';
  select s.id, s.email, (select count(*) from new_access a where a.staff_id = s.id and a.asked_at > now() - interval '1 hour') as asked
    into known from staff s join organisation o on o.id = s.organisation_id
    where lower(s.email) = lower(given_email) and s.disabled_at is null and not s.roles @> '{system}' and o.retired_at is null;
  insert into new_access (id, staff_id, token_hash, expires_at) values (new_id, known.id, given_hash, now() + interval '1 hour');
  if known.id is not null and known.asked < 3 then return query select known.email; end if;
end $$;
create function look_at_new_access(given_hash bytea) returns table (staff_id uuid, display_name text, email text, organisation text)
  language sql stable security definer set search_path = public as $$
  select s.id, s.display_name, s.email, o.name from new_access a join staff s on s.id = a.staff_id join organisation o on o.id = s.organisation_id
  where a.token_hash = given_hash and a.used_at is null and a.revoked_at is null and a.expires_at > now()
    and s.disabled_at is null and o.retired_at is null
$$;
-- Sets the password, once; every session and every other link ends. Second factors stay what they are.
create function use_new_access(given_hash bytea, given_password_hash text) returns uuid
  language plpgsql security definer set search_path = public as $$
declare
  known record;
begin
  select a.id, s.id as staff_id, s.organisation_id, o.region_id into known
    from new_access a join staff s on s.id = a.staff_id join organisation o on o.id = s.organisation_id
    where a.token_hash = given_hash and a.used_at is null and a.revoked_at is null and a.expires_at > now()
      and s.disabled_at is null and o.retired_at is null
    for update of a;
  if not found then return null; end if;
  update staff set password_hash = given_password_hash where id = known.staff_id;
  update new_access a set used_at = now() where a.staff_id = known.staff_id and a.used_at is null;
  update session s set ended_at = now() where s.staff_id = known.staff_id and s.ended_at is null;
  delete from known_device d where d.staff_id = known.staff_id;
  perform set_config('lotse.staff', known.staff_id::text, true), set_config('lotse.organisation', known.organisation_id::text, true),
    set_config('lotse.region', known.region_id::text, true);
  return known.staff_id;
end $$;

-- Somebody stands in for somebody else, for days that are named.
create table deputyship (
  id uuid primary key,
  region_id uuid not null references region,
  organisation_id uuid not null references organisation,
  absent_id uuid not null references staff,
  deputy_id uuid not null references staff,
  from_day date not null,
  until_day date not null,
  reason text check (length(reason) between 1 and 200),
  arranged_by uuid not null references staff,
  arranged_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references staff,
  constraint deputyship_days check (until_day between from_day and from_day + 92),
  constraint deputyship_of_two check (absent_id <> deputy_id)
);
create index deputyship_of_deputy on deputyship (deputy_id, until_day) where ended_at is null;
create index deputyship_of_organisation on deputyship (organisation_id, until_day);
create unique index deputyship_once on deputyship (absent_id, deputy_id, from_day) where ended_at is null;
alter table session add column deputyship_id uuid references deputyship;

-- The database's clock decides, in German days.
create function is_running(given deputyship) returns boolean language sql stable as $$
  select given.ended_at is null and (now() at time zone 'Europe/Berlin')::date between given.from_day and given.until_day
$$;
alter table deputyship enable row level security;
create policy deputyship_read on deputyship for select
  using (organisation_id = current_organisation() or deputy_id = current_staff() or absent_id = current_staff());
-- Not while one is a deputy: nobody passes on what was lent to them.
create policy deputyship_arrange on deputyship for insert with check (
  organisation_id = current_organisation() and region_id = current_region() and arranged_by = current_staff()
  and coalesce(current_setting('lotse.deputyship', true), '') = ''
  and (absent_id = current_staff() or current_roles() @> '{org_admin}')
  and exists (select from staff s where s.id = absent_id and s.organisation_id = deputyship.organisation_id and s.disabled_at is null)
  and exists (select from staff s where s.id = deputy_id and s.disabled_at is null and not s.roles @> '{system}'));
create policy deputyship_end on deputyship for update
  using (absent_id = current_staff() or deputy_id = current_staff()
    or (organisation_id = current_organisation() and current_roles() @> '{org_admin}'));
grant select on deputyship to lotse_app;
grant insert (id, region_id, organisation_id, absent_id, deputy_id, from_day, until_day, reason, arranged_by) on deputyship to lotse_app;
grant update (ended_at, ended_by) on deputyship to lotse_app;

-- What somebody may stand in for at the moment, with the names they may not read themselves.
create function own_deputyships()
  returns table (id uuid, absent_name text, organisation text, until_day date)
  language sql stable security definer set search_path = public as $$
  select d.id, a.display_name, o.name, d.until_day
  from deputyship d join staff a on a.id = d.absent_id join organisation o on o.id = d.organisation_id
  where d.deputy_id = current_staff() and is_running(d) and a.disabled_at is null and o.retired_at is null
  order by d.until_day, o.name, d.id
$$;
-- Lets the session act for somebody else, or for itself again (null). Answers whether that is so now.
create function act_for(given_deputyship uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if given_deputyship is not null and not exists (select from own_deputyships() d where d.id = given_deputyship) then return false; end if;
  update session set deputyship_id = given_deputyship where id = current_session_id() and staff_id = current_staff() and ended_at is null;
  return found;
end $$;

-- Opens the context of a request. Whoever acts for somebody else has that one's organisation and roles, but stays who they are. A
-- deputyship that is over is said once: the session is its own again, and the request must not do elsewhere what it was meant to do there.
drop function enter_session(bytea);
create function enter_session(given_token_hash bytea)
  returns table (session_id uuid, staff_id uuid, organisation_id uuid, region_id uuid, roles text[], is_limited boolean, deputyship_id uuid,
    deputyship_over boolean)
  language plpgsql security definer set search_path = public as $$
declare
  live record;
  lent record;
  is_over boolean := false;
begin
  select s.id, s.staff_id, s.deputyship_id, st.organisation_id, o.region_id, st.roles, s.last_seen_at, s.is_strong,
      coalesce(r.second_factor_required, false) and not s.is_strong as is_limited into live
    from session s join staff st on st.id = s.staff_id join organisation o on o.id = st.organisation_id
      left join sign_in_rule r on r.organisation_id = st.organisation_id
    where s.token_hash = given_token_hash and s.ended_at is null and s.expires_at > now()
      and s.created_at > now() - make_interval(mins => coalesce(r.session_minutes, 720))
      and s.last_seen_at > now() - make_interval(mins => coalesce(r.idle_minutes, 60)) and st.disabled_at is null and o.retired_at is null;
  if not found then return; end if;
  if live.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where id = live.id;
  end if;
  if live.deputyship_id is not null then
    select d.organisation_id, o.region_id, array_remove(array_remove(a.roles, 'system'), 'region_admin') as roles,
        coalesce(r.second_factor_required, false) and not live.is_strong as is_limited into lent
      from deputyship d join staff a on a.id = d.absent_id join organisation o on o.id = d.organisation_id
        left join sign_in_rule r on r.organisation_id = d.organisation_id
      where d.id = live.deputyship_id and d.deputy_id = live.staff_id and is_running(d) and a.disabled_at is null and o.retired_at is null;
    if found then
      live.organisation_id := lent.organisation_id;
      live.region_id := lent.region_id;
      live.roles := lent.roles;
      live.is_limited := live.is_limited or lent.is_limited;
    else
      is_over := true;
      live.deputyship_id := null;
    end if;
  end if;
  perform set_config('lotse.session', live.id::text, true),
          set_config('lotse.staff', live.staff_id::text, true),
          set_config('lotse.organisation', live.organisation_id::text, true),
          set_config('lotse.region', live.region_id::text, true),
          set_config('lotse.roles', array_to_string(live.roles, ','), true),
          set_config('lotse.deputyship', coalesce(live.deputyship_id::text, ''), true);
  return query select live.id, live.staff_id, live.organisation_id, live.region_id, live.roles, live.is_limited, live.deputyship_id, is_over;
end $$;

-- Organisations of a county: made and retired by its administrators.
create policy organisation_administered on organisation for update
  using ((id = current_organisation() and current_roles() @> '{org_admin}')
    or (region_id = current_region() and current_roles() @> '{region_admin}'));
grant update (name, kind, legal_regime, street, postcode, phone, notification_email, version) on organisation to lotse_app;
create function found_organisation(new_id uuid, new_system uuid, given_name text, given_kind text, given_regime text, given_phone text)
  returns void language plpgsql security definer set search_path = public as $$
begin
  if not coalesce(current_roles() @> '{region_admin}', false) then raise exception 'only an administrator of the county founds organisations'; end if;
  insert into organisation (id, region_id, name, kind, legal_regime, phone)
    values (new_id, current_region(), given_name, given_kind, given_regime, given_phone);
  -- In whose name the worker acts there.
  insert into staff (id, organisation_id, email, display_name, roles) values (new_system, new_id, 'system@' || new_id, 'Lotse', '{system}');
end $$;
-- Promise 1: how many referrals an organisation still has a part in. A number and nothing else.
create function open_referrals_of(given_organisation uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(*)::integer from referral r join organisation o on o.id = given_organisation
  where current_roles() @> '{region_admin}' and o.region_id = current_region()
    and given_organisation in (r.referrer_organisation_id, r.recipient_organisation_id)
    and r.state not in ('closed', 'withdrawn', 'entered_in_error')
$$;
-- Nobody signs in there any more, and nobody is sent there.
create function retire_organisation(given_organisation uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if not coalesce(current_roles() @> '{region_admin}', false) or given_organisation = current_organisation() then return false; end if;
  update organisation set retired_at = now(), version = version + 1
    where id = given_organisation and region_id = current_region() and retired_at is null;
  if not found then return false; end if;
  update service set accepts_referrals = false where service.organisation_id = given_organisation;
  update session s set ended_at = now() from staff st
    where st.id = s.staff_id and st.organisation_id = given_organisation and s.ended_at is null;
  update invitation i set revoked_at = now(), token_hash = null
    where i.organisation_id = given_organisation and i.accepted_at is null and i.revoked_at is null;
  update deputyship d set ended_at = now(), ended_by = current_staff() where d.organisation_id = given_organisation and d.ended_at is null;
  return true;
end $$;
create function organisation_administrators()
  returns table (organisation_id uuid, administrators integer, staff integer)
  language sql stable security definer set search_path = public as $$
  select o.id, count(s.id) filter (where s.roles @> '{org_admin}')::integer, count(s.id)::integer
  from organisation o left join staff s on s.organisation_id = o.id and s.disabled_at is null and not s.roles @> '{system}'
  where o.region_id = current_region() and current_roles() @> '{region_admin}'
  group by o.id
$$;

-- Failed sign-ins make the next one wait, they lock nobody out. A key is an address and where it comes from, an address and a device that
-- signed in before, an address, or an origin; each is counted for itself.
create table sign_in_throttle (
  key bytea primary key,
  failures integer not null,
  first_at timestamptz not null,
  next_at timestamptz not null
);
create index sign_in_throttle_by_age on sign_in_throttle (next_at);
create table known_device (
  token_hash bytea not null,
  staff_id uuid not null references staff,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (token_hash, staff_id)
);
create index known_device_by_staff on known_device (staff_id, last_used_at);
alter table sign_in_throttle enable row level security;
alter table known_device enable row level security;

-- Counts an attempt before it is made, so that many at the same time are many. Answers the seconds to wait, and then nothing is counted:
-- whoever knocks while waiting makes nothing worse. 'free' attempts cost nothing, then each doubles the wait up to 'longest' seconds.
-- After an hour without an attempt a key is forgotten.
create function begin_attempt(given_keys bytea[], free integer[], longest integer[]) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  wait numeric;
begin
  -- Always in the same order, so that two attempts never wait for each other.
  insert into sign_in_throttle (key, failures, first_at, next_at)
    select k, 0, now(), now() from unnest(given_keys) k order by k on conflict (key) do nothing;
  perform from sign_in_throttle where key = any (given_keys) order by key for update;
  -- The clock of the statement would stand still while waiting for somebody else's attempt.
  select max(extract(epoch from next_at - clock_timestamp())) into wait from sign_in_throttle where key = any (given_keys);
  if wait > 0 then return ceil(wait); end if;
  update sign_in_throttle t set
      failures = case when t.next_at < now() - interval '1 hour' then 1 else t.failures + 1 end,
      next_at = clock_timestamp() + make_interval(secs => case
        when t.next_at < now() - interval '1 hour' or t.failures + 1 < k.free then 0
        else least(k.longest, power(2, least(t.failures + 1 - k.free, 20))) end)
    from unnest(given_keys, free, longest) as k (key, free, longest) where t.key = k.key;
  delete from sign_in_throttle where key in (
    select key from sign_in_throttle where next_at < now() - interval '1 day' limit 20 for update skip locked);
  return 0;
end $$;
-- It was no failure.
create function forget_attempts(given_keys bytea[], counted bytea[]) returns void
  language sql security definer set search_path = public as $$
  update sign_in_throttle set failures = 0, next_at = now() where key = any (given_keys);
  update sign_in_throttle set failures = greatest(0, failures - 1) where key = any (counted);
$$;

drop function find_credentials(text);
create function find_credentials(given_email text, given_device bytea)
  returns table (staff_id uuid, password_hash text, is_known_device boolean)
  language sql stable security definer set search_path = public as $$
  select s.id, s.password_hash, exists (select from known_device d where d.token_hash = given_device and d.staff_id = s.id
    and d.last_used_at > now() - interval '180 days')
  from staff s join organisation o on o.id = s.organisation_id
  where lower(s.email) = lower(given_email) and s.disabled_at is null and o.retired_at is null and not s.roles @> '{system}'
$$;
-- Ten devices at most; the one that was not used for longest is forgotten.
create function know_device(given_staff uuid, given_device bytea) returns void
  language sql security definer set search_path = public as $$
  insert into known_device (token_hash, staff_id) values (given_device, given_staff)
    on conflict (token_hash, staff_id) do update set last_used_at = now();
  delete from known_device d where d.staff_id = given_staff and d.token_hash not in (
    select k.token_hash from known_device k where k.staff_id = given_staff order by k.last_used_at desc limit 10);
$$;

revoke all on function current_roles(), guard_region_administrators(), take_roles(text[]), note_sign_in(), second_factors(), end_sessions_of(uuid),
  look_at_invitation(bytea), accept_invitation(bytea, uuid, text, text), ask_for_new_access(uuid, text, bytea), look_at_new_access(bytea),
  use_new_access(bytea, text), is_running(deputyship), own_deputyships(), act_for(uuid), enter_session(bytea),
  found_organisation(uuid, uuid, text, text, text, text), open_referrals_of(uuid), retire_organisation(uuid), organisation_administrators(),
  begin_attempt(bytea[], integer[], integer[]), forget_attempts(bytea[], bytea[]), find_credentials(text, bytea), know_device(uuid, bytea)
  from public;
grant execute on function current_roles(), guard_region_administrators(), take_roles(text[]), second_factors(), end_sessions_of(uuid),
  look_at_invitation(bytea), accept_invitation(bytea, uuid, text, text), ask_for_new_access(uuid, text, bytea), look_at_new_access(bytea),
  use_new_access(bytea, text), is_running(deputyship), own_deputyships(), act_for(uuid), enter_session(bytea),
  found_organisation(uuid, uuid, text, text, text, text), open_referrals_of(uuid), retire_organisation(uuid), organisation_administrators(),
  begin_attempt(bytea[], integer[], integer[]), forget_attempts(bytea[], bytea[]), find_credentials(text, bytea), know_device(uuid, bytea)
  to lotse_app;
`;
