/**
 * Row security asks for each row that is looked at whether there is a grant. Without `offset 0` the planner may decide to collect all
 * grants of an organisation first, which takes the longer the more referrals it has ever received, for a page of twenty.
 */
export const worklistsInOrder = `
alter policy referral_by_grant on referral using (
  referrer_organisation_id = current_organisation()
  or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = current_organisation()
             and (g.valid_until is null or g.valid_until > now()) offset 0));
alter policy referral_change on referral using (
  referrer_organisation_id = current_organisation()
  or exists (select from access_grant g where g.referral_id = referral.id and g.organisation_id = current_organisation()
             and (g.valid_until is null or g.valid_until > now()) offset 0));
alter policy person_by_grant on person using (
  organisation_id = current_organisation()
  or exists (select from access_grant g where g.person_id = person.id and g.organisation_id = current_organisation()
             and (g.valid_until is null or g.valid_until > now()) offset 0));
alter policy referral_step_of_referral on referral_step using (
  exists (select from referral r where r.id = referral_step.referral_id offset 0));
alter policy referral_desk_read on referral_desk using (
  organisation_id = current_organisation() and exists (select from referral r where r.id = referral_desk.referral_id offset 0));
alter policy referral_desk_change on referral_desk using (
  organisation_id = current_organisation() and exists (select from referral r where r.id = referral_desk.referral_id offset 0));
`;
