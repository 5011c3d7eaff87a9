import { serviceQuestionsSchema, type ServiceQuestion } from '@lotse/directory/model';

/** A question as it is being written; `id` stays while it is moved, its key while it is worded anew. */
export type QuestionDraft = ServiceQuestion & { readonly id: string };

export const isChoice = ({ kind }: Pick<ServiceQuestion, 'kind'>): boolean => kind === 'choice' || kind === 'choices';

let count = 0;
const newId = (): string => `question-${++count}`;

export const draftsOf = (questions: readonly ServiceQuestion[]): QuestionDraft[] => questions.map((one) => ({ ...one, id: newId() }));

export const emptyQuestion = (): QuestionDraft => ({
  id: newId(),
  key: '',
  kind: 'text',
  titleDe: '',
  titleEn: '',
  helpDe: null,
  helpEn: null,
  required: false,
  part: 'diagnosis',
  choices: [],
});

/** A key made of words: one that begins with a letter and that no other has. */
export function keyOf(words: string, taken: readonly string[], otherwise: string): string {
  const made = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 34);
  const base = made || otherwise;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** What is sent of what was written: new questions and choices get their keys, what is empty is not there. */
export function questionsFrom(drafts: readonly QuestionDraft[]): ServiceQuestion[] {
  const taken: string[] = drafts.flatMap(({ key }) => (key ? [key] : []));
  return drafts.map(({ id: _id, ...draft }) => {
    const key = draft.key || keyOf(draft.titleEn || draft.titleDe, taken, 'question');
    if (!draft.key) taken.push(key);
    const values: string[] = draft.choices.flatMap(({ value }) => (value ? [value] : []));
    const choices = draft.choices.map((choice) => {
      const value = choice.value || keyOf(choice.en || choice.de, values, 'choice');
      if (!choice.value) values.push(value);
      return { value, de: choice.de.trim(), en: choice.en.trim() };
    });
    return {
      ...draft,
      key,
      titleDe: draft.titleDe.trim(),
      titleEn: draft.titleEn.trim(),
      helpDe: draft.helpDe?.trim() || null,
      helpEn: draft.helpEn?.trim() || null,
      choices: isChoice(draft) ? choices : [],
    };
  });
}

/** The fields that still need something, by the place in the list. */
export function missingIn(drafts: readonly QuestionDraft[]): string[] {
  const found = serviceQuestionsSchema.safeParse(questionsFrom(drafts));
  return found.success ? [] : [...new Set(found.error.issues.map(({ path }) => ['questions', ...path].join('.')))];
}

/** The questions as the form of a referral would ask them now; what has no words yet is told by a dash. */
export const previewOf = (drafts: readonly QuestionDraft[]): ServiceQuestion[] =>
  questionsFrom(drafts).map((question) => ({
    ...question,
    titleDe: question.titleDe || '–',
    titleEn: question.titleEn || '–',
    choices: question.choices.map((choice) => ({ ...choice, de: choice.de || '–', en: choice.en || '–' })),
  }));
