import { refuse } from '@lotse/kernel';
import type { Services } from '@lotse/directory/server';
import { unknownReason, unknownService, type ReferralContent } from '@lotse/referral/model';
import type { RegionSettings } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';

/** What a referrer writes, as contracts show it. */
export const contentColumns = `
  service_id as "serviceId", reason, question, diagnosis, certainty, medication, tried_so_far as "triedSoFar", urgency,
  short_notice as "shortNotice", minimum_notice_hours as "minimumNoticeHours", callback_phone as "callbackPhone"`;

/** The same in the order of the columns of `insert` and `update`. */
export const contentValues = (content: ReferralContent): unknown[] => [
  content.serviceId,
  content.reason,
  content.question,
  content.diagnosis,
  content.certainty,
  content.medication,
  content.triedSoFar,
  content.urgency,
  content.shortNotice,
  content.minimumNoticeHours,
  content.callbackPhone,
];

/** Refuses a service or a reason that the region does not have, and answers whose service it is. */
export async function recipientOf(
  transaction: Transaction,
  content: ReferralContent,
  services: Services,
  settings: RegionSettings,
): Promise<string | null> {
  const knownReason = content.reason === null || settings.referralReasons.some(({ code }) => code === content.reason);
  refuse(knownReason ? undefined : unknownReason());
  if (content.serviceId === null) return null;
  const service = await services.find(transaction, content.serviceId);
  refuse(service ? undefined : unknownService());
  return service!.organisationId;
}
