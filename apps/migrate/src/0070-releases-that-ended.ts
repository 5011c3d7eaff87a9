/**
 * What is left when a receiver may no longer see a referral: no work for whoever can do nothing about it, and the look at the risk after a missed
 * appointment for whoever referred, since nobody else is left to sign it.
 */
export const releasesThatEnded = `
create function sees_referral(given_referral uuid, given_organisation uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from referral r where r.id = given_referral and (r.referrer_organisation_id = given_organisation
    or exists (select from access_grant g where g.referral_id = r.id and g.organisation_id = given_organisation and g.basis <> 'break_glass'
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))))
$$;

create function referrer_is_alone(given_referral uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from referral r where r.id = given_referral and r.referrer_organisation_id = current_organisation()
    and r.recipient_organisation_id is not null and not sees_referral(r.id, r.recipient_organisation_id))
$$;

-- Only whoever entered the person says so, and only of others.
create function end_tasks_of(given_person uuid, given_organisation uuid) returns void language sql security definer set search_path = public as $$
  update task t set state = 'dropped', ended_at = now(), ended_by = current_staff(), snoozed_until = null, version = version + 1
  where t.person_id = given_person and t.organisation_id = given_organisation and t.ended_at is null and given_organisation <> current_organisation()
    and exists (select from person p where p.id = given_person and p.organisation_id = current_organisation())
$$;

create policy risk_review_of_referrer on risk_review for select using (referrer_is_alone(referral_id));
create policy risk_review_record_alone on risk_review for update
  using (recorded_at is null and dropped_at is null and referrer_is_alone(referral_id)) with check (referrer_is_alone(referral_id));

create or replace function risk_review_is_signed() returns trigger language plpgsql set search_path = public as $$
begin
  if new.recorded_by is distinct from current_staff() or not coalesce(current_roles() && '{clinician,social_worker}'
    or (current_roles() && '{referrer}' and referrer_is_alone(new.referral_id)), false) then
    raise exception 'a risk review is recorded by a clinician in their own name' using errcode = '23514', constraint = 'risk_review_is_signed';
  end if;
  return new;
end $$;

-- Time makes no work either for whoever may no longer see what it is about.
do $$
declare
  before text := pg_get_functiondef('open_referral_tasks()'::regprocedure);
  some_body text := 'where d.organisation_id is not null and';
begin
  if position(some_body in before) = 0 then raise exception 'the work of time does not look as expected'; end if;
  execute replace(before, some_body, some_body || ' sees_referral(d.id, d.organisation_id) and');
end $$;

revoke all on function sees_referral(uuid, uuid), referrer_is_alone(uuid), end_tasks_of(uuid, uuid) from public;
grant execute on function referrer_is_alone(uuid), end_tasks_of(uuid, uuid) to lotse_app;
`;
