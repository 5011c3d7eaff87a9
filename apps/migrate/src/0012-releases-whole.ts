/** Releases as the law wants them, and grants that say what of a person they open. */
export const releasesWhole = `
alter table release
  -- A named person or team inside the recipient; the body is bound as a whole (§ 203 (3) StGB).
  add column recipient_within text,
  add column direction text not null default 'one_way' constraint release_direction check (direction in ('one_way', 'mutual')),
  add column evidence text,
  add column capacity text not null default 'capable' constraint release_capacity check (capacity in ('capable', 'representative')),
  add column representative_kind text constraint release_representative_kind check (representative_kind in ('guardian_health', 'health_proxy', 'parents')),
  add column representative_name text,
  add column valid_from date,
  add column text_version text not null default '2026-01',
  add column recorded_by uuid references staff,
  -- Releases of several recipients that were recorded in one go.
  add column recorded_together uuid;
update release set valid_from = given_on, recorded_by = informed_by;
alter table release
  alter column valid_from set not null,
  alter column recorded_by set not null,
  add constraint release_begins check (valid_from >= given_on and valid_from <= valid_until),
  add constraint release_represented check ((capacity = 'representative') = (representative_kind is not null and representative_name is not null)),
  add constraint release_parts check (data_parts <@ array['identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes']);

-- What a grant opens. A leg opens the referral with what every referral says; what was released besides comes from the grants of the
-- releases themselves, each as long as it is valid. Null opens everything and is nobody's default; whose record it is goes with every grant.
alter table access_grant
  drop constraint access_grant_basis_check,
  add constraint access_grant_basis check (basis in ('release', 'leg', 'break_glass')),
  add column parts text[] default '{identity,diagnosis}',
  add column valid_from timestamptz not null default now();

alter table access_grant
  add constraint access_grant_parts check (parts is null or (parts @> array['identity']
    and parts <@ array['identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes'])),
  -- A referral says who it is and why, or it is none.
  add constraint access_grant_leg_parts check (basis <> 'leg' or (parts is not null and parts @> array['diagnosis']));
-- Nobody opens somebody else's record: grants are given for the own people. A look in an emergency is given to oneself, for hours.
drop policy access_grant_give on access_grant;
create policy access_grant_give on access_grant for insert with check (
  granted_by_organisation_id = current_organisation()
  and (exists (select from person p where p.id = person_id and p.organisation_id = current_organisation())
    or (basis = 'break_glass' and organisation_id = current_organisation() and valid_until <= now() + interval '4 hours')));

-- A release opens the record to its recipient as far as it goes, when the record is the discloser's own.
insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, parts, valid_from, valid_until, created_at)
  select gen_random_uuid(), x.person_id, x.recipient_organisation_id, x.discloser_organisation_id, 'release', x.id, x.data_parts,
    x.valid_from::timestamp at time zone 'Europe/Berlin', least(x.revoked_at, (x.valid_until + 1)::timestamp at time zone 'Europe/Berlin'), x.recorded_at
  from release x join person p on p.id = x.person_id and p.organisation_id = x.discloser_organisation_id
  where x.data_parts @> array['identity'] and x.recipient_organisation_id <> x.discloser_organisation_id
  on conflict do nothing;

alter policy referral_by_grant on referral using (
  referrer_organisation_id = current_organisation()
  or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = current_organisation()
             and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) offset 0));
alter policy referral_change on referral using (
  referrer_organisation_id = current_organisation()
  or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = current_organisation()
             and g.basis <> 'break_glass'
             and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) offset 0));
alter policy person_by_grant on person using (
  organisation_id = current_organisation()
  or exists (select from access_grant g where g.person_id = person.id and g.organisation_id = current_organisation()
             and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) offset 0));

update access_grant set valid_from = created_at where basis = 'leg';

-- Handing on asks from when a release is valid, not when it was given.
drop function releases_towards(uuid, uuid);
create function releases_towards(given_referral uuid, given_recipient uuid)
  returns table (recipient_organisation_id uuid, valid_from text, valid_until text, revoked_at timestamptz, data_parts text[])
  language sql stable security definer set search_path = public as $$
  select x.recipient_organisation_id, x.valid_from::text, x.valid_until::text, x.revoked_at, x.data_parts
  from referral r join release x on x.person_id = r.person_id and x.discloser_organisation_id = r.referrer_organisation_id
  where r.id = given_referral and r.recipient_organisation_id = current_organisation() and x.recipient_organisation_id = given_recipient
$$;
revoke all on function releases_towards(uuid, uuid) from public;
grant execute on function releases_towards(uuid, uuid) to lotse_app;

alter table notice drop constraint notice_kind;
alter table notice add constraint notice_kind check (kind in ('referral_received', 'referral_moved', 'move_undone', 'question_asked', 'question_answered', 'slot_offered', 'offer_accepted', 'offer_declined', 'offer_expired', 'offer_withdrawn', 'nobody_fits', 'release_revoked'));
`;
