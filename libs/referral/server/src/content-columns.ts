import { refuse } from '@lotse/kernel';
import type { Services } from '@lotse/directory/server';
import { unknownReason, unknownService, type ReferralContent } from '@lotse/referral/model';
import type { RegionSettings } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';

/** What a referrer writes: each field of the contract and its column. The one list behind every statement that reads or writes it. */
const columnOf = {
  serviceId: 'service_id',
  reason: 'reason',
  question: 'question',
  diagnosis: 'diagnosis',
  certainty: 'certainty',
  medication: 'medication',
  triedSoFar: 'tried_so_far',
  urgency: 'urgency',
  shortNotice: 'short_notice',
  minimumNoticeHours: 'minimum_notice_hours',
  callbackPhone: 'callback_phone',
} as const satisfies Record<keyof ReferralContent, string>;

const fields = Object.keys(columnOf) as (keyof ReferralContent)[];

/** The columns, in the order of `contentValues`. */
export const contentColumnNames = fields.map((field) => columnOf[field]).join(', ');

/** The columns as contracts show them. */
export const contentColumns = fields.map((field) => `${columnOf[field]} as "${field}"`).join(', ');

/** What was written, in the order of the columns. */
export const contentValues = (content: ReferralContent): unknown[] => fields.map((field) => content[field]);

/** Places for the values in a statement, beginning with a number. */
export const contentPlaces = (first: number): string => fields.map((_, index) => `$${first + index}`).join(', ');

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
