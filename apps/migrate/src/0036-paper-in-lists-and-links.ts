/** What lists say about paper; and links by which a receiver without an account answers one referral. */
export const paperInListsAndLinks = `
-- Said in every list: whose letter it was and how it came. The rest of it is in paper_referral.
alter table referral
  add column on_behalf_of_organisation_id uuid references organisation,
  add column came_by text constraint referral_came_by check (came_by in ('fax', 'email', 'phone', 'post', 'handed_over')),
  add constraint referral_on_behalf check ((on_behalf_of_organisation_id is null) = (came_by is null));

-- Of what came on paper one organisation keeps both sides, so it also answers what it asked: with whose word it was.
alter table question_thread drop constraint question_thread_of_two;

create table receiver_link (
  id uuid primary key,
  region_id uuid not null references region,
  referral_id uuid not null references referral on delete cascade,
  -- Who made it, and for whom.
  organisation_id uuid not null references organisation,
  receiver_organisation_id uuid not null references organisation,
  token_hash bytea not null unique,
  -- Of the token and the code together: who reads this table cannot try codes.
  code_hash bytea not null,
  attempts integer not null default 0,
  mailed_to text,
  created_by uuid not null references staff,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  constraint receiver_link_expires check (expires_at > created_at and expires_at <= created_at + interval '60 days')
);
create index receiver_link_by_referral on receiver_link (referral_id, created_at);

create table receiver_link_session (
  id uuid primary key,
  link_id uuid not null references receiver_link on delete cascade,
  token_hash bytea not null unique,
  -- Who says they are looking: they have no account that would say it for them.
  named text not null check (length(named) between 2 and 120),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index receiver_link_session_by_link on receiver_link_session (link_id);

alter table receiver_link enable row level security;
alter table receiver_link_session enable row level security;
create policy receiver_link_own on receiver_link for select using (organisation_id = current_organisation());
create policy receiver_link_make on receiver_link for insert with check (
  organisation_id = current_organisation() and created_by = current_staff()
  and exists (select from referral r where r.id = referral_id and r.referrer_organisation_id = current_organisation()
    and r.recipient_organisation_id = receiver_organisation_id)
  and exists (select from organisation o where o.id = receiver_organisation_id and o.without_account));
create policy receiver_link_revoke on receiver_link for update using (organisation_id = current_organisation());
create policy receiver_link_session_own on receiver_link_session for select using (
  exists (select from receiver_link l where l.id = link_id));
grant select, insert, update (revoked_at) on receiver_link to lotse_app;
grant select on receiver_link_session to lotse_app;

-- The one referral that this transaction may see, when it came in through a link.
create function current_link_referral() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lotse.link_referral', true), '')::uuid $$;

-- A link lives as long as nobody took it back, its day has not come, and the release still opens the referral to its receiver.
create function is_live_link(given receiver_link) returns boolean
  language sql stable security definer set search_path = public as $$
  select given.revoked_at is null and given.expires_at > now() and given.attempts < 5
    and exists (select from access_grant g where g.referral_id = given.referral_id and g.organisation_id = given.receiver_organisation_id
      and g.basis = 'leg' and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
    and exists (select from referral r where r.id = given.referral_id and r.recipient_organisation_id = given.receiver_organisation_id)
$$;

-- Both at once, or nothing: whoever has only one of them learns nothing, and five wrong codes end the link.
create function open_receiver_link(given_token_hash bytea, given_code_hash bytea, new_session uuid, new_token_hash bytea, given_name text)
  returns timestamptz language plpgsql security definer set search_path = public as $$
declare
  found_link receiver_link;
  until timestamptz := now() + interval '30 minutes';
begin
  select * into found_link from receiver_link where token_hash = given_token_hash for update;
  if not found or not is_live_link(found_link) then return null; end if;
  if found_link.code_hash <> given_code_hash then
    update receiver_link set attempts = attempts + 1 where id = found_link.id;
    return null;
  end if;
  update receiver_link set attempts = 0, opened_at = coalesce(opened_at, now()) where id = found_link.id;
  until := least(until, found_link.expires_at);
  insert into receiver_link_session (id, link_id, token_hash, named, expires_at) values (new_session, found_link.id, new_token_hash, given_name, until);
  return until;
end $$;

-- Opens the context of a call through a link: its receiver, and this one referral of all that the receiver may see.
create function enter_receiver_link(given_token_hash bytea)
  returns table (link_id uuid, referral_id uuid, person_id uuid, organisation_id uuid, region_id uuid, staff_id uuid, named text, sender_organisation_id uuid)
  language plpgsql security definer set search_path = public as $$
declare
  live record;
begin
  select l.id, l.referral_id, r.person_id, l.receiver_organisation_id, l.region_id, s.named, l.organisation_id as sender,
      (select st.id from staff st where st.organisation_id = l.receiver_organisation_id and st.roles = '{system}' limit 1) as staff_id
    into live
    from receiver_link_session s join receiver_link l on l.id = s.link_id join referral r on r.id = l.referral_id
    where s.token_hash = given_token_hash and s.expires_at > now() and is_live_link(l);
  if not found or live.staff_id is null then return; end if;
  perform set_config('lotse.staff', live.staff_id::text, true),
          set_config('lotse.organisation', live.receiver_organisation_id::text, true),
          set_config('lotse.region', live.region_id::text, true),
          set_config('lotse.link_referral', live.referral_id::text, true);
  return query select live.id, live.referral_id, live.person_id, live.receiver_organisation_id, live.region_id, live.staff_id, live.named, live.sender;
end $$;

create function note_link_answer(given_link uuid) returns void
  language sql security definer set search_path = public as $$
  update receiver_link set answered_at = now() where id = given_link and referral_id = current_link_referral()
$$;

-- The second wall: whatever a call through a link asks for, it is this referral and this person or nothing. The condition is worked out
-- once for each statement, not for each row.
create policy referral_of_link on referral as restrictive for all
  using ((select current_link_referral() is null) or id = (select current_link_referral()));
create policy person_of_link on person as restrictive for all
  using ((select current_link_referral() is null) or exists (select from referral r where r.id = (select current_link_referral()) and r.person_id = person.id));
create policy release_of_link on release as restrictive for all using ((select current_link_referral() is null));

revoke all on function current_link_referral(), is_live_link(receiver_link), open_receiver_link(bytea, bytea, uuid, bytea, text),
  enter_receiver_link(bytea), note_link_answer(uuid) from public;
grant execute on function current_link_referral(), is_live_link(receiver_link), open_receiver_link(bytea, bytea, uuid, bytea, text),
  enter_receiver_link(bytea), note_link_answer(uuid) to lotse_app;
`;
