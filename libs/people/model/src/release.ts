import { calendarDayOf, calendarDaySchema, idSchema } from '@lotse/kernel';
import * as z from 'zod';

/** The kinds of information a person can release, each on its own (§ 203 StGB, Art. 9 DSGVO). */
export const dataPartSchema = z.enum(['identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes']);
export type DataPart = z.output<typeof dataPartSchema>;

export const releaseFormSchema = z.enum(['written', 'electronic', 'oral_documented']);

/**
 * What a person agreed to: one recipient, one purpose, the parts of their data, and an end date. A release for "everybody
 * involved" is void in law and cannot be recorded.
 */
export const releaseInputSchema = z
  .strictObject({
    recipientOrganisationId: idSchema,
    purpose: z.string().trim().min(3).max(200),
    dataParts: z.array(dataPartSchema).min(1),
    /** The person expressly agreed that health data is passed on (Art. 9 (2) (a) DSGVO). */
    coversHealthData: z.literal(true, { error: 'must-be-agreed' }),
    form: releaseFormSchema,
    givenOn: calendarDaySchema.refine((day) => day <= calendarDayOf(new Date()), {
      error: 'in-the-future',
      params: { code: 'in-the-future' },
    }),
    validUntil: calendarDaySchema,
  })
  .refine((release) => release.validUntil >= release.givenOn, {
    path: ['validUntil'],
    error: 'ends-before-it-begins',
    params: { code: 'ends-before-it-begins' },
  });
export type ReleaseInput = z.output<typeof releaseInputSchema>;

export const releaseSchema = z.object({
  id: idSchema,
  personId: idSchema,
  discloserOrganisationId: idSchema,
  recipientOrganisationId: idSchema,
  recipientOrganisationName: z.string(),
  purpose: z.string(),
  dataParts: z.array(dataPartSchema),
  form: releaseFormSchema,
  givenOn: calendarDaySchema,
  validUntil: calendarDaySchema,
  informedBy: z.string(),
  revokedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type Release = z.output<typeof releaseSchema>;

/** The parts a receiver must at least have to answer a referral: who it is, and why. */
export const partsNeededForReferral: readonly DataPart[] = ['identity', 'diagnosis'];

/** Whether a release is in force on a day. */
export function isInForce(release: Pick<Release, 'givenOn' | 'validUntil' | 'revokedAt'>, day: string): boolean {
  return release.revokedAt === null && release.givenOn <= day && day <= release.validUntil;
}

/** What of a release decides whether it covers a referral. */
export type ReleaseTerms = Pick<Release, 'recipientOrganisationId' | 'dataParts' | 'givenOn' | 'validUntil' | 'revokedAt'>;

const covers = (release: ReleaseTerms, organisationId: string, day: string): boolean =>
  release.recipientOrganisationId === organisationId &&
  isInForce(release, day) &&
  partsNeededForReferral.every((part) => release.dataParts.includes(part));

/** Whether one of the releases lets an organisation receive a referral on a day. */
export function coversReferral(releases: readonly ReleaseTerms[], organisationId: string, day: string): boolean {
  return releases.some((release) => covers(release, organisationId, day));
}

/** The last day on which an organisation may see what it receives on a day; undefined when no release covers it. */
export function coveredUntil(releases: readonly ReleaseTerms[], organisationId: string, day: string): string | undefined {
  return releases
    .filter((release) => covers(release, organisationId, day))
    .map(({ validUntil }) => validUntil)
    .sort()
    .at(-1);
}
