import { faultsOf, questionPartSchema, type AnswerFault, type Answers, type ServiceQuestion } from '@lotse/directory/model';
import type { FieldProblem } from '@lotse/kernel';
import type { ExtraAnswers } from './referral';

const parts = questionPartSchema.options;

/** All answers together, without the parts that they belong to. */
export const answersIn = (extra: ExtraAnswers | null): Answers => Object.assign({}, ...parts.map((part) => extra?.[part] ?? {})) as Answers;

/** Answers as they are sent and kept: each with the part that its question belongs to. Null when nothing was answered. */
export function answersOf(questions: readonly ServiceQuestion[], version: number, answers: Answers): ExtraAnswers | null {
  const of = (part: string) => {
    const found = questions.filter((question) => question.part === part && answers[question.key] !== undefined);
    return found.length > 0 ? Object.fromEntries(found.map(({ key }) => [key, answers[key]!])) : null;
  };
  if (version === 0 || Object.keys(answers).length === 0) return null;
  return { version, ...Object.fromEntries(parts.map((part) => [part, of(part)])) } as ExtraAnswers;
}

const asProblem = ([key, fault]: [string, AnswerFault]): FieldProblem => ({
  field: `extra.${key}`,
  code: fault === 'required' ? 'required' : 'invalid_value',
  message: 'This answer does not fit its question.',
});

/** What is wrong with the answers of a draft: an answer that fits no question, or that stands in another part than its question. */
export function faultsOfExtra(questions: readonly ServiceQuestion[], extra: ExtraAnswers): FieldProblem[] {
  const misplaced = parts.flatMap((part) =>
    Object.keys(extra[part] ?? {})
      .filter((key) => questions.find((question) => question.key === key)?.part !== part)
      .map((key): [string, AnswerFault] => [key, 'unknown']),
  );
  return [...Object.entries(faultsOf(questions, answersIn(extra), false)), ...misplaced].map(asProblem);
}

/** The questions that have to be answered before a referral is sent, and are not. */
export function unanswered(questions: readonly ServiceQuestion[], extra: ExtraAnswers | null): FieldProblem[] {
  const faults = Object.entries(faultsOf(questions, answersIn(extra), true));
  return faults.filter(([, fault]) => fault === 'required').map(asProblem);
}
