import { declineReasonSchema, redirectReasonSchema, withdrawReasonSchema } from '@lotse/referral/model';
import type { ServedAct } from './perform-act';

/** One input of an act. */
export interface ActField {
  readonly name: string;
  readonly kind: 'long' | 'day' | 'choice' | 'service';
  readonly longest?: number;
  readonly optional?: boolean;
  readonly choices?: readonly string[];
  /** Where the words of the choices are. */
  readonly words?: string;
}

/** What an act needs to know. Acts that are not listed are done at once. */
export const actFields: Partial<Record<ServedAct, readonly ActField[]>> = {
  // Points and answers are written in forms of their own.
  request_info: [],
  decline: [
    { name: 'reason', kind: 'choice', choices: declineReasonSchema.options, words: 'referral.declineReason' },
    { name: 'wayForward', kind: 'long', longest: 1000 },
    { name: 'comment', kind: 'long', longest: 1000, optional: true },
  ],
  redirect: [
    { name: 'reason', kind: 'choice', choices: redirectReasonSchema.options, words: 'referral.redirectReason' },
    { name: 'serviceId', kind: 'service' },
    { name: 'note', kind: 'long', longest: 1000, optional: true },
  ],
  withdraw: [
    { name: 'reason', kind: 'choice', choices: withdrawReasonSchema.options, words: 'referral.withdrawReason' },
    { name: 'comment', kind: 'long', longest: 1000, optional: true },
  ],
  discard: [{ name: 'reason', kind: 'long', longest: 200, optional: true }],
};

export type Answers = Readonly<Record<string, string>>;

const explained: readonly string[] = ['comment', 'note'];

/** Fields that still need something; "another reason" needs a comment. */
export function missingAnswers(fields: readonly ActField[], answers: Answers): string[] {
  const required = (field: ActField) => !field.optional || (explained.includes(field.name) && answers['reason'] === 'other');
  return fields.filter((field) => required(field) && !answers[field.name]?.trim()).map(({ name }) => name);
}

/** The body of the act: what was filled in. */
export function bodyOf(fields: readonly ActField[], answers: Answers): Record<string, string> {
  return Object.fromEntries(fields.flatMap(({ name }) => (answers[name]?.trim() ? [[name, answers[name].trim()]] : [])));
}
