/** The legs of a referral, one per receiver, and referrals of one person that go out together. */
export const legs = `
-- Who had a referral, from when to when, and how that ended. Written by the database itself from what happens to the referral, so that no act can
-- forget it; nobody else writes here.
create table referral_leg (
  referral_id uuid not null references referral,
  position integer not null,
  organisation_id uuid not null references organisation,
  service_id uuid references service,
  opened_at timestamptz not null,
  ended_at timestamptz,
  ending text constraint referral_leg_ending check (ending in ('redirected', 'taken_back', 'declined', 'handed_back', 'withdrawn', 'completed', 'in_error')),
  primary key (referral_id, position),
  constraint referral_leg_ends check ((ended_at is null) = (ending is null))
);
create unique index referral_leg_running on referral_leg (referral_id) where ended_at is null;
alter table referral_leg enable row level security;
create policy referral_leg_of_referral on referral_leg for select using (
  exists (select from referral r where r.id = referral_leg.referral_id offset 0));
grant select on referral_leg to lotse_app;

create function ending_of_leg(from_state text, to_state text) returns text language sql immutable as $$
  select case to_state
    when 'returned' then case when from_state in ('received', 'in_triage', 'info_requested') then 'declined' else 'handed_back' end
    when 'closed' then 'completed'
    when 'withdrawn' then 'withdrawn'
    when 'entered_in_error' then 'in_error'
    when 'requested' then 'redirected'
    else 'taken_back'
  end
$$;
create function follow_legs() returns trigger language plpgsql security definer set search_path = public as $$
declare
  moved_on constant boolean := row(new.recipient_organisation_id, new.service_id) is distinct from row(old.recipient_organisation_id, old.service_id);
begin
  if moved_on or new.state in ('returned', 'closed', 'withdrawn', 'entered_in_error') then
    update referral_leg set ended_at = clock_timestamp(), ending = ending_of_leg(old.state, new.state)
      where referral_id = new.id and ended_at is null;
  end if;
  if new.state in ('returned', 'closed', 'withdrawn', 'entered_in_error') then return null; end if;
  if new.state = 'requested' and (moved_on or old.state in ('draft', 'returned')) then
    insert into referral_leg (referral_id, position, organisation_id, service_id, opened_at)
      select new.id, coalesce(max(position), 0) + 1, new.recipient_organisation_id, new.service_id, clock_timestamp()
      from referral_leg where referral_id = new.id;
  elsif not exists (select from referral_leg where referral_id = new.id and ended_at is null) then
    -- A step was taken back, or a closed referral was opened again: whoever had it has it once more.
    update referral_leg set ended_at = null, ending = null
      where (referral_id, position) = (select referral_id, position from referral_leg
        where referral_id = new.id and organisation_id = new.recipient_organisation_id and service_id is not distinct from new.service_id
        order by position desc limit 1);
  end if;
  return null;
end $$;
create trigger referral_follows_legs after update of state, recipient_organisation_id, service_id on referral for each row
  when (new.state <> 'draft'
    and (old.state, old.recipient_organisation_id, old.service_id) is distinct from (new.state, new.recipient_organisation_id, new.service_id)
    and (old.state in ('draft', 'returned', 'closed') or new.state in ('returned', 'closed', 'withdrawn', 'entered_in_error')
      or (old.recipient_organisation_id, old.service_id) is distinct from (new.recipient_organisation_id, new.service_id)))
  execute function follow_legs();
insert into referral_leg (referral_id, position, organisation_id, service_id, opened_at, ended_at, ending)
  select id, 1, recipient_organisation_id, service_id, clock_started_at,
    case when state in ('returned', 'closed', 'withdrawn', 'entered_in_error') then updated_at end,
    case when state in ('returned', 'closed', 'withdrawn', 'entered_in_error') then ending_of_leg('received', state) end
  from referral where recipient_organisation_id is not null and clock_started_at is not null;

-- One need, several services: referrals that go out together, and what it means for the others when one of them succeeds.
create table referral_bundle (
  id uuid primary key,
  region_id uuid not null references region,
  person_id uuid not null references person,
  referrer_organisation_id uuid not null references organisation,
  join_rule text not null constraint referral_bundle_join_rule check (join_rule in ('all', 'any', 'first_then')),
  created_at timestamptz not null default now()
);
alter table referral
  add column bundle_id uuid references referral_bundle,
  add column bundle_position integer,
  add constraint referral_in_bundle check ((bundle_id is null) = (bundle_position is null));
create unique index referral_place_in_bundle on referral (bundle_id, bundle_position) where bundle_id is not null;
alter table referral_bundle enable row level security;
create policy referral_bundle_of_referral on referral_bundle for select using (
  referrer_organisation_id = current_organisation() or exists (select from referral r where r.bundle_id = referral_bundle.id offset 0));
create policy referral_bundle_make on referral_bundle for insert with check (
  region_id = current_region() and exists (select from referral r where r.person_id = referral_bundle.person_id
    and r.referrer_organisation_id = referral_bundle.referrer_organisation_id
    and current_organisation() in (r.referrer_organisation_id, r.recipient_organisation_id) offset 0));
create policy referral_bundle_change on referral_bundle for update using (referrer_organisation_id = current_organisation());
grant select, insert, update (join_rule) on referral_bundle to lotse_app;
create index referral_bundle_of_person on referral_bundle (person_id);

-- Promise 3 across a bundle: one clock, the first one.
create function keep_one_clock() returns trigger language plpgsql security definer set search_path = public as $$
declare
  first timestamptz := (select min(clock_started_at) from referral where bundle_id = new.bundle_id and id <> new.id);
begin
  if first is not null and new.clock_started_at is distinct from first then
    raise exception 'referrals that go out together have one clock';
  end if;
  return null;
end $$;
create constraint trigger referral_shares_clock after insert or update of clock_started_at, bundle_id on referral
  for each row when (new.bundle_id is not null and new.clock_started_at is not null) execute function keep_one_clock();
-- When somebody who received a part sends another one, the clock of all of them is the referrer's business: it may ask for it.
create function clock_of_bundle(given_bundle uuid) returns timestamptz language sql stable security definer set search_path = public as $$
  select min(r.clock_started_at) from referral r where r.bundle_id = given_bundle
$$;
create function next_place_in_bundle(given_bundle uuid) returns integer language sql stable security definer set search_path = public as $$
  select coalesce(max(r.bundle_position), 0) + 1 from referral r where r.bundle_id = given_bundle
$$;

-- Splitting: whoever has a referral sends a part of it on to another service, in the referrer's name and with the referrer's release.
create function has_part_of(given_bundle uuid, given_person uuid, given_referrer uuid, given_clock timestamptz) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from referral origin where origin.bundle_id = given_bundle and origin.recipient_organisation_id = current_organisation()
    and origin.person_id = given_person and origin.referrer_organisation_id = given_referrer and origin.clock_started_at = given_clock)
$$;
create policy referral_split_off on referral for insert with check (
  region_id = current_region() and state = 'requested' and bundle_id is not null
  and has_part_of(bundle_id, person_id, referrer_organisation_id, clock_started_at));
create function open_split_leg(given_id uuid, given_origin uuid, given_referral uuid, given_until timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  insert into referral_leg (referral_id, position, organisation_id, service_id, opened_at)
    select r.id, 1, r.recipient_organisation_id, r.service_id, clock_timestamp() from referral r where r.id = given_referral;
  insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, referral_id, valid_until)
    -- Within one organisation it ends when the whole does.
    select given_id, r.person_id, r.recipient_organisation_id, r.referrer_organisation_id, 'leg', r.id, r.id,
      coalesce(given_until, (select g.valid_until from access_grant g where g.referral_id = origin.id and g.basis = 'leg'
        and g.organisation_id = current_organisation()))
    from referral r join referral origin on origin.id = given_origin and origin.bundle_id = r.bundle_id
    where r.id = given_referral and origin.recipient_organisation_id = current_organisation()
      and (r.recipient_organisation_id = origin.recipient_organisation_id
        or exists (select from release x where x.person_id = r.person_id and x.discloser_organisation_id = r.referrer_organisation_id
          and x.recipient_organisation_id = r.recipient_organisation_id and x.revoked_at is null));
  if not found then raise exception 'nobody may split off what they do not have, or without a release'; end if;
end $$;

revoke all on function ending_of_leg(text, text), follow_legs(), keep_one_clock(), clock_of_bundle(uuid), next_place_in_bundle(uuid),
  has_part_of(uuid, uuid, uuid, timestamptz), open_split_leg(uuid, uuid, uuid, timestamptz) from public;
grant execute on function clock_of_bundle(uuid), next_place_in_bundle(uuid), has_part_of(uuid, uuid, uuid, timestamptz),
  open_split_leg(uuid, uuid, uuid, timestamptz) to lotse_app;
`;
