/** Whoever has a referral open learns at once that the data of its person have changed; who reviews an access in an emergency. */
export const changedPerson = `
-- Screens are told which referral has changed, as with any other change of it; what has changed they read, cut as ever.
create function announce_referral(given referral) returns void language sql security definer set search_path = public as $$
  select pg_notify('lotse_announcement', json_build_object('name', 'PersonOfReferralChanged', 'subject', 'referral', 'subjectId', given.id,
    'version', given.version, 'audience', array_remove(array[given.referrer_organisation_id,
      case when given.state <> 'draft' and exists (select from access_grant g where g.referral_id = given.id
          and g.organisation_id = given.recipient_organisation_id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
        then given.recipient_organisation_id end], null))::text)
$$;
revoke all on function announce_referral(referral) from public;

create function announce_changes_of_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform announce_referral(r) from referral r where r.person_id = new.id and r.state not in ('closed', 'withdrawn', 'entered_in_error');
  return null;
end $$;
create trigger person_change_is_announced after update on person for each row
  when ((old.family_name, old.given_name, old.birth_date, old.kvnr, old.language, old.phone, old.street, old.postcode)
    is distinct from (new.family_name, new.given_name, new.birth_date, new.kvnr, new.language, new.phone, new.street, new.postcode))
  execute function announce_changes_of_person();
revoke all on function announce_changes_of_person() from public;

-- The one worklist on which the review of an access in an emergency stands: that of the county's own officer, else of the organisation whose
-- person it is, else of the one that opened it.
create function reviewer_of_break_glass(given_organisation uuid, given_owner uuid) returns uuid
  language sql stable security definer set search_path = public as $$
  select o.id from organisation o
  where (o.id in (given_organisation, given_owner) or (o.kind = 'county' and o.region_id = current_region()))
    and exists (select from staff s where s.organisation_id = o.id and s.disabled_at is null and 'dpo' = any (s.roles))
  order by o.kind = 'county' desc, o.id is not distinct from given_owner desc, o.id limit 1
$$;
revoke all on function reviewer_of_break_glass(uuid, uuid) from public;
grant execute on function reviewer_of_break_glass(uuid, uuid) to lotse_app;
`;
