import { calendarDaySchema, endpoint, permissions, problem, versionStale, type FieldProblem } from '@lotse/kernel';
import * as z from 'zod';
import { usualLetterTexts } from './letter-texts.data';

/** The letters that a county words for itself. What they report is made from the record; these are the words around it. */
export const letterKinds = ['referral', 'acknowledgement', 'decline', 'discharge', 'outcome', 'release_form'] as const;
export const letterKindSchema = z.enum(letterKinds);
export type LetterKind = z.output<typeof letterKindSchema>;

export const letterLanguages = ['de', 'en'] as const;
export const letterLanguageSchema = z.enum(letterLanguages);
export type LetterLanguage = z.output<typeof letterLanguageSchema>;

/** What may stand in braces, and is filled in when a letter is printed. */
export const letterPlaceholders = ['reference', 'person', 'birthDate', 'sender', 'recipient', 'service', 'sentOn', 'today'] as const;
export type LetterPlaceholder = (typeof letterPlaceholders)[number];

/** The words around the content of a letter. */
export const letterTextSchema = z.strictObject({
  subject: z.string().trim().min(1, { error: 'required' }).max(160),
  opening: z.string().trim().min(1, { error: 'required' }).max(2000),
  closing: z.string().trim().max(2000),
});
export type LetterText = z.output<typeof letterTextSchema>;

/** A version of a text, from a day on; without a text the usual one holds again. */
export const letterTemplateSchema = z.object({
  kind: letterKindSchema,
  language: letterLanguageSchema,
  version: z.number().int(),
  effectiveFrom: calendarDaySchema,
  text: letterTextSchema.nullable(),
});
export type LetterTemplate = z.output<typeof letterTemplateSchema>;

/** The version that holds on a day: the latest that has begun. */
export function templateOn(
  templates: readonly LetterTemplate[],
  kind: LetterKind,
  language: LetterLanguage,
  day: string,
): LetterTemplate | undefined {
  return templates
    .filter((one) => one.kind === kind && one.language === language && one.effectiveFrom <= day)
    .sort((first, second) => first.effectiveFrom.localeCompare(second.effectiveFrom) || first.version - second.version)
    .at(-1);
}

/** The words of a letter on a day: the county's own, or the usual ones. */
export const letterTextOn = (
  { letterTemplates = [] }: { letterTemplates?: readonly LetterTemplate[] },
  kind: LetterKind,
  language: LetterLanguage,
  day: string,
): LetterText => templateOn(letterTemplates, kind, language, day)?.text ?? usualLetterTexts[language][kind];

const braces = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isKnown = (name: string): name is LetterPlaceholder => (letterPlaceholders as readonly string[]).includes(name);

/** What stands in braces and nobody can fill in; a brace that is not closed as well. */
export function unknownPlaceholders(text: string): string[] {
  const unknown = [...text.matchAll(braces)].map(([, name]) => name!).filter((name) => !isKnown(name));
  const rest = text.replace(braces, '');
  return [...unknown, ...(/\{\{|\}\}/.test(rest) ? ['{{'] : [])];
}

/** The fields of a text with something in braces that nobody can fill in. */
export const placeholderProblems = (text: LetterText): FieldProblem[] =>
  Object.entries(text).flatMap(([name, words]) =>
    unknownPlaceholders(words)
      .slice(0, 1)
      .map((unknown) => ({
        field: `text.${name}`,
        code: 'unknown-placeholder',
        message: 'This placeholder is not known.',
        parameters: { name: unknown },
      })),
  );

/** A text with its placeholders filled in. It stays text: what is filled in is made harmless where it becomes markup. */
export const filledIn = (text: string, values: Readonly<Record<LetterPlaceholder, string>>): string =>
  text.replace(braces, (whole, name: string) => (isKnown(name) ? values[name] : whole));

export const unknownPlaceholder = problem('unknown-placeholder', 422, 'A placeholder in this text is not known.');
export const effectiveInPast = problem('effective-in-past', 422, 'A text holds from today or from a later day.', 'effectiveFrom');

export const letterTemplatePermissions = permissions('letterTemplate', 'read', 'change');

export const readLetterTemplates = endpoint({
  method: 'GET',
  path: 'letter-templates',
  summary: 'The words of the letters of the county: what holds today, what was and what will be, and what is usual.',
  may: letterTemplatePermissions.read,
  response: z.object({
    version: z.number().int(),
    placeholders: z.array(z.enum(letterPlaceholders)),
    items: z.array(
      z.object({
        kind: letterKindSchema,
        language: letterLanguageSchema,
        text: letterTextSchema,
        usual: letterTextSchema,
        isUsual: z.boolean(),
        versions: z.array(letterTemplateSchema),
      }),
    ),
  }),
});

export const changeLetterTemplate = endpoint({
  method: 'POST',
  path: 'letter-templates',
  summary: 'A new version of the words of a letter, from a day on; without a text the usual one holds again.',
  may: letterTemplatePermissions.change,
  body: z.strictObject({
    kind: letterKindSchema,
    language: letterLanguageSchema,
    effectiveFrom: calendarDaySchema,
    text: letterTextSchema.nullable(),
  }),
  response: z.object({ version: z.number().int() }),
  problems: [unknownPlaceholder, effectiveInPast, versionStale],
  versioned: true,
});
