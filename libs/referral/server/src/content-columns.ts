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
  diagnosisCode: 'diagnosis_code',
  furtherDiagnoses: 'further_diagnoses',
  risk: 'risk',
  ptv11: 'ptv11',
  muster6: 'muster6',
  placementCode: 'placement_code',
  insurance: 'insurance',
  interpreter: 'interpreter',
  accessibility: 'accessibility',
  travel: 'travel',
  dischargeOn: 'discharge_on',
  extra: 'extra_answers',
} as const satisfies Record<keyof ReferralContent, string>;

const fields = Object.keys(columnOf) as (keyof ReferralContent)[];

/** The columns, in the order of `contentValues`. */
export const contentColumnNames = fields.map((field) => columnOf[field]).join(', ');

/** A day is a text to contracts. */
const casts: Partial<Record<keyof ReferralContent, string>> = { dischargeOn: '::text' };

/** The columns without some, for whoever copies what was written and says those anew. */
export const contentColumnsBut = (...said: (keyof ReferralContent)[]): string =>
  fields
    .filter((field) => !said.includes(field))
    .map((field) => columnOf[field])
    .join(', ');

/** The columns as contracts show them. */
export const contentColumns = fields.map((field) => `${columnOf[field]}${casts[field] ?? ''} as "${field}"`).join(', ');

/** The columns as one object; `referral` is the alias of the table. */
export const contentObject = (referral: string): string =>
  `json_build_object(${fields.map((field) => `'${field}', ${referral}.${columnOf[field]}${casts[field] ?? ''}`).join(', ')})`;

/** A list would be taken for an array of the database. */
const valueOf = (value: ReferralContent[keyof ReferralContent]): unknown => (Array.isArray(value) ? JSON.stringify(value) : value);

/** What was written, in the order of the columns. */
export const contentValues = (content: ReferralContent): unknown[] => fields.map((field) => valueOf(content[field]));

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
