/**
 * Promise 1: nothing is sent to an organisation that is being closed, and nothing given to somebody whose account is being closed. Whoever
 * closes locks the row and counts what is open; whoever sends or gives waits for that, or is waited for. The one who comes second finds out.
 */
export const nothingForWhoHasLeft = `
create function expect_open_organisations(first_one uuid, second_one uuid) returns void
  language plpgsql security definer set search_path = public as $$
begin
  perform from organisation where id in (first_one, second_one) order by id for share;
  if exists (select from organisation where id in (first_one, second_one) and retired_at is not null) then
    -- Whoever asks again hears from the rules why not.
    raise exception 'an organisation has just been closed' using errcode = 'serialization_failure';
  end if;
end $$;
create function referral_needs_open_organisations() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform expect_open_organisations(new.referrer_organisation_id, case when new.state <> 'draft' then new.recipient_organisation_id end);
  return null;
end $$;
create trigger referral_comes_to_somebody after insert on referral for each row execute function referral_needs_open_organisations();
create trigger referral_goes_to_somebody after update on referral for each row
  when (new.recipient_organisation_id is distinct from old.recipient_organisation_id
    or (old.state in ('draft', 'closed', 'withdrawn') and new.state not in ('draft', 'closed', 'withdrawn', 'entered_in_error')))
  execute function referral_needs_open_organisations();
-- A draft is its writer's alone: somebody else's does not keep a house open, and whoever sends it hears that it has closed.
create or replace function open_referrals_of(given_organisation uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(*)::integer from referral r join organisation o on o.id = given_organisation
  where current_roles() @> '{region_admin}' and o.region_id = current_region()
    and (r.referrer_organisation_id = given_organisation or (r.recipient_organisation_id = given_organisation and r.state <> 'draft'))
    and r.state not in ('closed', 'withdrawn', 'entered_in_error')
$$;
create function advice_needs_open_organisations() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform expect_open_organisations(new.asker_organisation_id, new.provider_organisation_id);
  return null;
end $$;
create trigger advice_goes_to_somebody after insert on advice_thread for each row execute function advice_needs_open_organisations();

-- How many questions an organisation still has a part in. A number and nothing else.
create function open_advice_of(given_organisation uuid) returns integer
  language sql stable security definer set search_path = public as $$
  select count(*)::integer from advice_thread t join organisation o on o.id = given_organisation
  where current_roles() @> '{region_admin}' and o.region_id = current_region()
    and given_organisation in (t.asker_organisation_id, t.provider_organisation_id) and t.custodian <> 'nobody'
$$;

-- The column that says whose a row is comes with the trigger.
create function needs_active_staff() returns trigger language plpgsql security definer set search_path = public as $$
declare
  whose uuid := to_jsonb(new) ->> tg_argv[0];
begin
  perform from staff where id = whose for share;
  if exists (select from staff where id = whose and disabled_at is not null) then
    raise exception 'an account has just been closed' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
create trigger referral_desk_is_somebodys after insert or update of assignee_id on referral_desk for each row
  when (new.assignee_id is not null) execute function needs_active_staff('assignee_id');
create trigger task_is_somebodys after insert or update of staff_id on task for each row
  when (new.staff_id is not null and new.ended_at is null) execute function needs_active_staff('staff_id');
create trigger schedule_is_somebodys after insert or update of staff_id on schedule for each row
  when (new.staff_id is not null and new.retired_at is null) execute function needs_active_staff('staff_id');

revoke all on function expect_open_organisations(uuid, uuid), referral_needs_open_organisations(), advice_needs_open_organisations(),
  open_advice_of(uuid), needs_active_staff() from public;
grant execute on function open_advice_of(uuid) to lotse_app;
`;
