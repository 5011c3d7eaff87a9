import { calendarDayOf, calendarDaySchema, idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { dataPartSchema, notAboutThePerson, ofPart, hiddenPartsSchema, type DataPart } from './data-part';

export const releaseFormSchema = z.enum(['written', 'electronic', 'oral_documented']);

/** `mutual`: the recipient may answer the discloser too. One release never opens both ways by itself. */
export const releaseDirectionSchema = z.enum(['one_way', 'mutual']);

/** Who may release for somebody who cannot decide it: a guardian with the task of health care, a proxy for health, parents. */
export const representativeKindSchema = z.enum(['guardian_health', 'health_proxy', 'parents']);

/** The text people were told and signed: what is passed on, what for, that they may refuse and revoke, and what refusing means. */
export const releaseTextVersion = '2026-01';

/** Whom the person named: an organisation, and where they wanted it, a person or team inside it. */
export const releaseRecipientSchema = z.strictObject({
  organisationId: idSchema,
  within: z.string().trim().min(2).max(120).nullable().optional(),
});
export type ReleaseRecipient = z.output<typeof releaseRecipientSchema>;

const representativeSchema = z.strictObject({
  /** A guardian for other matters (`guardian_other`) is not entitled, and is told so. */
  kind: z
    .enum([...representativeKindSchema.options, 'guardian_other'])
    .refine((kind) => kind !== 'guardian_other', { error: 'not-entitled', params: { code: 'representative-not-entitled' } }),
  name: z.string().trim().min(2).max(120),
  /** Somebody who is kept as the person's representative: then kind and name are theirs. */
  id: idSchema.optional(),
});

/** What every release says, whoever receives it (§ 203 StGB, Art. 9 (2) (a) DSGVO). */
const releaseTerms = {
  purpose: z.string().trim().min(3).max(200),
  dataParts: z.array(dataPartSchema).min(1),
  /** The person expressly agreed that health data is passed on (Art. 9 (2) (a) DSGVO). */
  coversHealthData: z.literal(true, { error: 'must-be-agreed' }),
  direction: releaseDirectionSchema.default('one_way'),
  form: releaseFormSchema,
  /** Where the signed paper or the note of the conversation is kept. */
  evidence: z.string().trim().max(200).nullable().default(null),
  /** Set when the person cannot decide it and somebody else did for them. */
  representative: representativeSchema.nullable().default(null),
  /** Who explained it; whoever records it without that. */
  informedBy: idSchema.optional(),
  givenOn: calendarDaySchema.refine((day) => day <= calendarDayOf(new Date()), {
    error: 'in-the-future',
    params: { code: 'in-the-future' },
  }),
  /** From the day it was given, unless later. */
  validFrom: calendarDaySchema.optional(),
  validUntil: calendarDaySchema,
  textVersion: z.string().trim().min(1).max(40).default(releaseTextVersion),
};

interface Days {
  givenOn: string;
  validFrom?: string;
  validUntil: string;
}
const endsInTime = ({ givenOn, validFrom = givenOn, validUntil }: Days): boolean => validUntil >= givenOn && validUntil >= validFrom;
const beginsInTime = ({ givenOn, validFrom = givenOn }: Days): boolean => validFrom >= givenOn;
const ends = { path: ['validUntil'], error: 'ends-before-it-begins', params: { code: 'ends-before-it-begins' } };
const begins = { path: ['validFrom'], error: 'begins-before-it-was-given', params: { code: 'begins-before-it-was-given' } };

/**
 * What a person agreed to: one recipient, one purpose, the parts of their data, and an end date. A release for "everybody
 * involved" is void in law and cannot be recorded.
 */
export const releaseInputSchema = z
  .strictObject({ recipientOrganisationId: idSchema, recipientWithin: releaseRecipientSchema.shape.within, ...releaseTerms })
  .refine(endsInTime, ends)
  .refine(beginsInTime, begins);
export type ReleaseInput = z.output<typeof releaseInputSchema>;

/** The same for several recipients, each named: each gets a release of its own and can be revoked on its own. */
export const releasesInputSchema = z
  .strictObject({ recipients: z.array(releaseRecipientSchema).min(1).max(10), ...releaseTerms })
  .refine(endsInTime, ends)
  .refine(beginsInTime, begins)
  .refine(
    ({ recipients }) =>
      new Set(recipients.map(({ organisationId, within }) => `${organisationId} ${within ?? ''}`)).size === recipients.length,
    {
      path: ['recipients'],
      error: 'twice',
      params: { code: 'recipient-twice' },
    },
  );
export type ReleasesInput = z.output<typeof releasesInputSchema>;

/** A release as those see it who are named in it. */
export const releaseSchema = z.object({
  id: idSchema,
  personId: idSchema,
  discloserOrganisationId: idSchema,
  discloserOrganisationName: notAboutThePerson(z.string()),
  recipientOrganisationId: idSchema,
  recipientOrganisationName: notAboutThePerson(z.string()),
  recipientWithin: notAboutThePerson(z.string().nullable()),
  purpose: notAboutThePerson(z.string()),
  dataParts: z.array(dataPartSchema),
  direction: releaseDirectionSchema,
  form: releaseFormSchema,
  /** A reference into the discloser's files; the recipient is shown that there is one by the form. */
  evidence: ofPart('letters', z.string().nullable()),
  representative: z.object({ kind: representativeKindSchema, name: ofPart('contact', z.string().nullable()) }).nullable(),
  givenOn: calendarDaySchema,
  validFrom: calendarDaySchema,
  validUntil: calendarDaySchema,
  informedBy: notAboutThePerson(z.string()),
  textVersion: notAboutThePerson(z.string()),
  recordedAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type Release = z.output<typeof releaseSchema>;

/** The parts a receiver must at least have to answer a referral: who it is, and why. */
export const partsNeededForReferral: readonly DataPart[] = ['identity', 'diagnosis'];

/** Whether a release is in force on a day. */
export function isInForce(release: Pick<Release, 'validFrom' | 'validUntil' | 'revokedAt'>, day: string): boolean {
  return release.revokedAt === null && release.validFrom <= day && day <= release.validUntil;
}

/** What of a release decides whether it covers a referral. */
export type ReleaseTerms = Pick<Release, 'recipientOrganisationId' | 'dataParts' | 'validFrom' | 'validUntil' | 'revokedAt'>;

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

/** The parts that releases in force open to an organisation on a day, each once. */
export function partsReleasedTo(releases: readonly ReleaseTerms[], organisationId: string, day: string): DataPart[] {
  const inForce = releases.filter((release) => release.recipientOrganisationId === organisationId && isInForce(release, day));
  return dataPartSchema.options.filter((part) => inForce.some(({ dataParts }) => dataParts.includes(part)));
}

/** A release that ends within so many days is better renewed now. */
export const endsSoonDays = 14;
