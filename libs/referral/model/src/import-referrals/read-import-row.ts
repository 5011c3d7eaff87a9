import type { FieldProblem } from '@lotse/kernel';
import { needsOverride, personInputSchema, type PersonInput } from '@lotse/people/model';
import type { ReferralReason, Urgency } from '@lotse/region/model';
import * as z from 'zod';
import { referralContentSchema, type ReferralContent } from '../referral';
import { certaintySchema } from '../referral-forms';
import { dayOf, languages, truths } from './import-choices';
import { importFields, neededFields, type ImportField } from './import-fields';
import { columnOf, furtherFrom, type AskedQuestions, type Chosen } from './read-further-cells';

/** The cells of a row, by what their columns hold. */
export type ImportCells = Partial<Record<ImportField, string>>;

/** Why a row cannot be taken over, and in which column. */
export interface ImportProblem {
  field: ImportField | null;
  code: string;
}

/** What a row says, in the words of the acts that take it over. */
export interface ImportedRow {
  person: PersonInput;
  content: Partial<ReferralContent>;
}

/** What must be known to read words as choices. */
export interface ImportKnowledge {
  reasons: readonly ReferralReason[];
  /** Help offers by their name in small letters. */
  services: ReadonlyMap<string, readonly string[]>;
  /** What they ask, by their identifiers. */
  questions: ReadonlyMap<string, AskedQuestions>;
}

const sexes = new Map(
  Object.entries({
    female: ['w', 'f', 'weiblich', 'frau', 'female'],
    male: ['m', 'männlich', 'mann', 'herr', 'male'],
    diverse: ['d', 'divers', 'diverse', 'x'],
    unknown: ['u', 'unbekannt', 'unknown', 'keine angabe'],
  } as const).flatMap(([sex, words]) => words.map((word) => [word as string, sex] as const)),
);

const urgencies = new Map<string, Urgency>([
  ['notfall', 'emergency'],
  ['sehr dringend', 'very_urgent'],
  ['dringend', 'urgent'],
  ['akutbehandlung', 'acute_treatment'],
  ['acute treatment', 'acute_treatment'],
  ['zeitnah', 'soon'],
  ['regulär', 'routine'],
  ['normal', 'routine'],
  ['very urgent', 'very_urgent'],
  ...(['emergency', 'very_urgent', 'urgent', 'acute_treatment', 'soon', 'routine'] as const).map((code) => [code, code] as const),
]);

function personFrom(said: ImportCells, chosen: Chosen) {
  const { familyName, givenName, phone, street, postcode, kvnr, kvnrOverrideReason } = said;
  const birthDate = said.birthDate && dayOf(said.birthDate);
  const language = said.language && (languages.get(said.language.toLowerCase()) ?? said.language.toLowerCase());
  const sex = chosen('sex', 'unknown-choice', (word) => sexes.get(word));
  return { familyName, givenName, birthDate, sex, phone, street, postcode, language, kvnr, kvnrOverrideReason };
}

function contentFrom(said: ImportCells, chosen: Chosen, { reasons, services, questions }: ImportKnowledge) {
  const serviceId = chosen('service', 'unknown-service', (word) => services.get(word)?.[0]);
  const { question, diagnosis, medication, triedSoFar, callbackPhone } = said;
  return {
    serviceId,
    reason: chosen('reason', 'unknown-reason', (word) => reasonCalled(word, reasons)),
    certainty: chosen('certainty', 'unknown-choice', (word) => certaintySchema.safeParse(word.toUpperCase()).data),
    urgency: chosen('urgency', 'unknown-choice', (word) => urgencies.get(word)),
    shortNotice: chosen('shortNotice', 'unknown-choice', (word) => truths.get(word)),
    ...{ question, diagnosis, medication, triedSoFar, callbackPhone },
    ...furtherFrom(said, chosen, serviceId ? questions.get(serviceId) : undefined),
  };
}

/** What cannot be seen in one cell alone. */
function doubtful({ service, kvnr, kvnrOverrideReason }: ImportCells, { services }: ImportKnowledge): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (service && (services.get(service.toLowerCase())?.length ?? 0) > 1) problems.push({ field: 'service', code: 'several-services' });
  if (needsOverride(kvnr?.toUpperCase()) && !kvnrOverrideReason) problems.push({ field: 'kvnr', code: 'kvnr-check-digit' });
  return problems;
}

/** Reads one row; every cell that cannot be read is named, not only the first. */
export function readImportRow(cells: ImportCells, knowledge: ImportKnowledge): { row?: ImportedRow; problems: ImportProblem[] } {
  const said = Object.fromEntries(importFields.map((field) => [field, cells[field]?.trim() || undefined])) as ImportCells;
  const problems: ImportProblem[] = neededFields.filter((field) => !said[field]).map((field) => ({ field, code: 'required' }));
  const chosen: Chosen = (field, code, find) => {
    const value = said[field] === undefined ? undefined : find(said[field].toLowerCase());
    if (said[field] !== undefined && value === undefined) problems.push({ field, code });
    return value;
  };
  const [person, content] = [personFrom(said, chosen), contentFrom(said, chosen, knowledge)];
  const contentSchema = referralContentSchema.partial();
  problems.push(
    ...wrongIn(personInputSchema, person, problems),
    ...wrongIn(contentSchema, content, problems),
    ...doubtful(said, knowledge),
  );
  if (problems.length > 0) return { problems };
  return { row: { person: personInputSchema.parse(given(person)), content: contentSchema.parse(given(content)) }, problems };
}

const reasonCalled = (word: string, reasons: readonly ReferralReason[]): string | undefined =>
  reasons.find(({ code, de, en }) => [code, de.toLowerCase(), en.toLowerCase()].includes(word))?.code;

/** What the acts' own schemas find, in the columns where it stands; each column once. */
function wrongIn(schema: z.ZodType, value: object, known: readonly ImportProblem[]): ImportProblem[] {
  const { error } = schema.safeParse(given(value));
  const wrong = new Map<ImportField, ImportProblem>();
  for (const issue of error?.issues ?? []) {
    const field = columnOf(issue.path);
    if (!known.some((problem) => problem.field === field) && !wrong.has(field)) wrong.set(field, { field, code: codeOf(issue) });
  }
  return [...wrong.values()];
}

function codeOf(issue: z.core.$ZodIssue): string {
  const { code } = ((issue as { params?: { code?: string } }).params ?? {}) satisfies Partial<FieldProblem>;
  if (code) return code;
  return issue.code === 'too_big' ? 'too-long' : 'format';
}

/** Without what nobody said. */
const given = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
