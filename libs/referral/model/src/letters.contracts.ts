import { calendarDaySchema, endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import {
  effectiveInPast,
  letterKindSchema,
  letterLanguageSchema,
  letterTemplatePermissions,
  letterTextSchema,
  unknownPlaceholder,
} from '@lotse/region/model';
import * as z from 'zod';
import { referralPermissions } from './referral.permissions';
import { releaseDoesNotCover } from './referral.problems';

export const letterDoesNotFit = problem('letter-does-not-fit', 422, 'This letter does not fit what has happened so far.', 'kind');

const params = z.strictObject({ id: idSchema });

export const readLetters = endpoint({
  method: 'GET',
  path: 'referrals/:id/letters',
  summary: 'The letters that fit a referral now, for the side that asks, and who of the own organisation printed which.',
  may: referralPermissions.print,
  params,
  response: z.object({
    personId: idSchema,
    kinds: z.array(letterKindSchema),
    /** Whether the other side reads no screen: then a letter is how it hears. */
    otherSideOnPaper: z.boolean(),
    prints: z.array(
      z.object({
        id: idSchema,
        kind: z.union([letterKindSchema, z.literal('link_code')]).meta({ 'x-data-part': 'open' }),
        language: letterLanguageSchema,
        at: z.iso.datetime(),
        staffName: notAboutThePerson(z.string()),
        fingerprint: notAboutThePerson(z.string()),
      }),
    ),
  }),
  problems: [notFound],
  touches: 'referral',
});

export const printLetter = endpoint({
  method: 'GET',
  path: 'referrals/:id/letter',
  summary:
    'A letter about a referral as a tagged PDF (DIN 5008 B). It shows what its receiver may see, no more; every print leaves a line.',
  may: referralPermissions.print,
  params,
  query: z.strictObject({
    kind: letterKindSchema.default('referral'),
    language: letterLanguageSchema.default('de'),
    /** Of a follow-up: the day of the discharge, from which the seven days count. */
    dischargedOn: calendarDaySchema.optional(),
  }),
  response: z.string(),
  media: 'application/pdf',
  problems: [notFound, letterDoesNotFit, releaseDoesNotCover],
  touches: 'referral',
});

/** Beside what one is writing: the letter of somebody invented, as a picture and as it would be printed. */
export const previewLetter = endpoint({
  method: 'POST',
  path: 'letter-templates/preview',
  summary: 'The words of a letter as they would be printed, with a person who does not exist.',
  may: letterTemplatePermissions.change,
  body: z.strictObject({ kind: letterKindSchema, language: letterLanguageSchema, text: letterTextSchema }),
  /** Both in base64. */
  response: z.object({ picture: z.string(), document: z.string() }),
  problems: [unknownPlaceholder, effectiveInPast],
  repeatable: true,
  limit: 'export',
});
