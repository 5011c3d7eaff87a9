import { addCalendarDays, calendarDayOf, instantAt, Refusal } from '@lotse/kernel';
import { coveredUntil, type ReleaseTerms } from '@lotse/people/model';
import { unknownService, type NextReceiver } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';

const find = `
  select s.id as "serviceId", s.organisation_id as "organisationId", o.name as "organisationName", s.accepts_referrals as "acceptsReferrals"
  from service s join organisation o on o.id = s.organisation_id where s.id = $1 and s.region_id = current_region()`;

const towards = `
  select recipient_organisation_id as "recipientOrganisationId", valid_from as "validFrom", valid_until as "validUntil",
    revoked_at::text as "revokedAt", data_parts as "dataParts"
  from releases_towards($1, $2)`;

/** Where a referral or a part of it is to go next. Refuses services that the region does not have. */
export async function findNextReceiver(transaction: Transaction, serviceId: string): Promise<NextReceiver> {
  const found = await transaction.row<NextReceiver>('next-receiver.find', find, [serviceId]);
  if (!found) throw new Refusal(unknownService());
  return found;
}

/** The referrer's releases that name the next receiver; whoever has the referral learns of no others. */
export const releasesTowards = (transaction: Transaction, referralId: string, organisationId: string): Promise<ReleaseTerms[]> =>
  transaction.rows<ReleaseTerms>('next-receiver.releases', towards, [referralId, organisationId]);

/** Until the end of the last day on which those releases hold. */
export const legUntil = (releases: readonly ReleaseTerms[], organisationId: string, now: Date): Date =>
  instantAt(addCalendarDays(coveredUntil(releases, organisationId, calendarDayOf(now))!, 1));
