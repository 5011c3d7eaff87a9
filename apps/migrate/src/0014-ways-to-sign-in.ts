/** Second factors, passkeys, single sign-on, the rules of an organisation about them, and what one sees of one's own sessions. */
export const waysToSignIn = `
-- What an organisation asks of its staff. Without a row: no second factor, an hour idle, twelve hours in all.
create table sign_in_rule (
  organisation_id uuid primary key references organisation,
  second_factor_required boolean not null default false,
  idle_minutes integer not null default 60 check (idle_minutes between 5 and 240),
  session_minutes integer not null default 720 check (session_minutes between 30 and 1440),
  version integer not null default 1,
  changed_at timestamptz not null default now()
);

alter table session
  -- How the session was begun.
  add column way text not null default 'password' check (way in ('password', 'second_factor', 'passkey', 'single_sign_on')),
  -- Whether whoever began it showed more than a password.
  add column is_strong boolean not null default false,
  -- Coarse, such as "Firefox, Windows": enough to tell one's own devices apart.
  add column device text check (length(device) between 1 and 60),
  -- When the password (or more) was last shown: changing how one signs in needs that to be recent.
  add column confirmed_at timestamptz not null default now();

create table authenticator (
  staff_id uuid primary key references staff,
  -- Sealed with the key of the settings, which the database never sees.
  sealed_secret bytea,
  confirmed_at timestamptz,
  -- The newest step whose code was used: neither it nor an older one is taken again.
  used_step bigint not null default 0,
  -- Set up, but not yet confirmed by a code.
  sealed_next_secret bytea,
  next_at timestamptz,
  check ((sealed_secret is null) = (confirmed_at is null))
);

create table recovery_code (
  id uuid primary key,
  staff_id uuid not null references staff,
  code_hash text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index recovery_code_by_staff on recovery_code (staff_id) where used_at is null;

create table passkey (
  id uuid primary key,
  staff_id uuid not null references staff,
  credential_id text not null unique,
  public_key bytea not null,
  -- The authenticator's own count of its signatures; one that does not grow hints at a copy.
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_by_staff on passkey (staff_id);

-- What was asked and awaits its answer, once and for minutes: WebAuthn challenges, the state of a single sign-on.
create table sign_in_challenge (
  key_hash bytea primary key,
  kind text not null check (kind in ('passkey_registration', 'passkey_sign_in', 'single_sign_on')),
  content jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_challenge_by_end on sign_in_challenge (expires_at);

-- The account service of an organisation (OpenID Connect). The client's secret is no part of it: it comes from the operator.
create table identity_provider (
  organisation_id uuid primary key references organisation,
  issuer text not null check (length(issuer) between 8 and 300),
  client_id text not null check (length(client_id) between 1 and 200),
  mail_domains text[] not null check (cardinality(mail_domains) between 1 and 20),
  role_claim text check (length(role_claim) between 1 and 100),
  -- Value of the claim -> roles.
  role_mapping jsonb not null default '{}' check (jsonb_typeof(role_mapping) = 'object' and length(role_mapping::text) <= 8000),
  -- Whether signing in there counts as more than a password.
  is_strong boolean not null default true,
  is_enabled boolean not null default true,
  version integer not null default 1,
  changed_at timestamptz not null default now()
);

-- Whose account there is whose here. Found by a verified address once, by its subject ever after.
create table linked_account (
  id uuid primary key,
  staff_id uuid not null references staff,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (staff_id, issuer)
);

alter table sign_in_rule enable row level security;
alter table authenticator enable row level security;
alter table recovery_code enable row level security;
alter table passkey enable row level security;
alter table sign_in_challenge enable row level security;
alter table identity_provider enable row level security;
alter table linked_account enable row level security;

create policy sign_in_rule_own on sign_in_rule for all
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy identity_provider_own on identity_provider for all
  using (organisation_id = current_organisation()) with check (organisation_id = current_organisation());
create policy authenticator_own on authenticator for all using (staff_id = current_staff()) with check (staff_id = current_staff());
create policy recovery_code_own on recovery_code for all using (staff_id = current_staff()) with check (staff_id = current_staff());
create policy passkey_own on passkey for all using (staff_id = current_staff()) with check (staff_id = current_staff());
create policy linked_account_own on linked_account for all using (staff_id = current_staff()) with check (staff_id = current_staff());
create policy session_own on session for all using (staff_id = current_staff()) with check (staff_id = current_staff());
grant select, insert, update on sign_in_rule to lotse_app;
grant select, insert, update, delete on identity_provider, authenticator, recovery_code, passkey to lotse_app;
grant select, insert, update on linked_account to lotse_app;
-- One's own sessions, without what opens them.
grant select (id, staff_id, created_at, last_seen_at, expires_at, ended_at, way, is_strong, device, confirmed_at) on session to lotse_app;
grant update (ended_at, confirmed_at) on session to lotse_app;

-- The session of this transaction.
create function current_session_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lotse.session', true), '')::uuid $$;

-- Opens the context of a request. A session ends when it was idle or is too old, by the rules of the organisation, whatever its own
-- end says. It is limited when more than a password is required and it was begun with nothing else.
drop function enter_session(bytea);
create function enter_session(given_token_hash bytea)
  returns table (session_id uuid, staff_id uuid, organisation_id uuid, region_id uuid, roles text[], is_limited boolean)
  language plpgsql security definer set search_path = public as $$
declare
  live record;
begin
  select s.id, s.staff_id, st.organisation_id, o.region_id, st.roles, s.last_seen_at,
      coalesce(r.second_factor_required, false) and not s.is_strong as is_limited into live
    from session s join staff st on st.id = s.staff_id join organisation o on o.id = st.organisation_id
      left join sign_in_rule r on r.organisation_id = st.organisation_id
    where s.token_hash = given_token_hash and s.ended_at is null and s.expires_at > now()
      and s.created_at > now() - make_interval(mins => coalesce(r.session_minutes, 720))
      and s.last_seen_at > now() - make_interval(mins => coalesce(r.idle_minutes, 60)) and st.disabled_at is null;
  if not found then return; end if;
  if live.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where id = live.id;
  end if;
  perform set_config('lotse.session', live.id::text, true),
          set_config('lotse.staff', live.staff_id::text, true),
          set_config('lotse.organisation', live.organisation_id::text, true),
          set_config('lotse.region', live.region_id::text, true);
  return query select live.id, live.staff_id, live.organisation_id, live.region_id, live.roles, live.is_limited;
end $$;

-- Begins a session for as long as the organisation permits and answers how many seconds that is. What is long over goes.
create function begin_session(new_id uuid, given_staff uuid, given_token_hash bytea, given_way text, strong boolean, given_device text)
  returns integer language plpgsql security definer set search_path = public as $$
declare
  allowed integer;
begin
  select 60 * coalesce(r.session_minutes, 720) into strict allowed
    from staff st left join sign_in_rule r on r.organisation_id = st.organisation_id where st.id = given_staff;
  insert into session (id, staff_id, token_hash, expires_at, way, is_strong, device)
    values (new_id, given_staff, given_token_hash, now() + make_interval(secs => allowed), given_way, strong, given_device);
  delete from session s where s.staff_id = given_staff and s.expires_at < now() - interval '90 days';
  return allowed;
end $$;

-- Gives the session of this transaction another token, after more was shown than it was begun with. Answers the seconds it has left.
create function renew_session(new_token_hash bytea, given_way text, strong boolean) returns integer
  language sql security definer set search_path = public as $$
  update session set token_hash = new_token_hash, way = given_way, is_strong = strong, confirmed_at = now()
    where id = current_session_id() and staff_id = current_staff() and ended_at is null
    returning greatest(1, extract(epoch from expires_at - now()))::integer
$$;

create function keep_challenge(given_key_hash bytea, given_kind text, given_content jsonb, lifetime interval) returns void
  language sql security definer set search_path = public as $$
  delete from sign_in_challenge where expires_at < now();
  insert into sign_in_challenge (key_hash, kind, content, expires_at) values (given_key_hash, given_kind, given_content, now() + lifetime);
$$;
-- Taken once: whoever comes second gets nothing.
create function take_challenge(given_key_hash bytea, given_kind text) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare
  taken record;
begin
  delete from sign_in_challenge where key_hash = given_key_hash and kind = given_kind returning content, expires_at into taken;
  if not found or taken.expires_at < now() then return null; end if;
  return taken.content;
end $$;

create function find_passkey(given_credential text)
  returns table (id uuid, staff_id uuid, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path = public as $$
  select p.id, p.staff_id, p.public_key, p.counter, p.transports from passkey p join staff s on s.id = p.staff_id
  where p.credential_id = given_credential and s.disabled_at is null
$$;

-- Which organisations have an account service for an address: asks for the domain only, so that nobody learns which accounts exist.
create function single_sign_on_for(given_domain text) returns table (organisation_id uuid, name text)
  language sql stable security definer set search_path = public as $$
  select p.organisation_id, o.name from identity_provider p join organisation o on o.id = p.organisation_id
  where p.is_enabled and lower(given_domain) = any (p.mail_domains) order by o.name, p.organisation_id limit 10
$$;

-- Whom an account of an organisation's account service belongs to: by its subject, else by its address. is_linked: to another subject.
create function find_account(given_organisation uuid, given_issuer text, given_subject text, given_email text)
  returns table (staff_id uuid, by_subject boolean, is_linked boolean)
  language sql stable security definer set search_path = public as $$
  select s.id, coalesce(l.subject = given_subject, false), l.id is not null
  from staff s left join linked_account l on l.staff_id = s.id and l.issuer = given_issuer
  where s.organisation_id = given_organisation and s.disabled_at is null and not s.roles @> '{system}'
    and (l.subject = given_subject or lower(s.email) = lower(given_email))
  order by 2 desc limit 1
$$;

-- Roles and passwords are changed here and nowhere else by the application.
create function take_roles(given_roles text[]) returns void
  language sql security definer set search_path = public as $$
  update staff set roles = given_roles where id = current_staff() and roles <> given_roles and not given_roles @> '{system}'
$$;
create function own_password_hash() returns text
  language sql stable security definer set search_path = public as $$ select password_hash from staff where id = current_staff() $$;
create function change_own_password(given_hash text) returns void
  language sql security definer set search_path = public as $$ update staff set password_hash = given_hash where id = current_staff() $$;

revoke all on function current_session_id(), enter_session(bytea), begin_session(uuid, uuid, bytea, text, boolean, text),
  renew_session(bytea, text, boolean), keep_challenge(bytea, text, jsonb, interval), take_challenge(bytea, text), find_passkey(text),
  single_sign_on_for(text), find_account(uuid, text, text, text), take_roles(text[]), own_password_hash(), change_own_password(text)
  from public;
grant execute on function current_session_id(), enter_session(bytea), begin_session(uuid, uuid, bytea, text, boolean, text),
  renew_session(bytea, text, boolean), keep_challenge(bytea, text, jsonb, interval), take_challenge(bytea, text), find_passkey(text),
  single_sign_on_for(text), find_account(uuid, text, text, text), take_roles(text[]), own_password_hash(), change_own_password(text)
  to lotse_app;
`;
