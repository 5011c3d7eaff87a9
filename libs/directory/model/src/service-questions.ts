import * as z from 'zod';

/** The kinds of information an answer can be: those that people release, except for letters. A test of the referral compares them. */
export const questionPartSchema = z.enum(['identity', 'contact', 'diagnosis', 'medication', 'risk', 'appointments', 'notes']);
export type QuestionPart = z.output<typeof questionPartSchema>;

export const questionKindSchema = z.enum(['text', 'number', 'choice', 'choices', 'yes_no', 'date']);
export type QuestionKind = z.output<typeof questionKindSchema>;

const words = (length: number) => z.string().trim().min(1).max(length);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const choiceSchema = z.strictObject({ value: key, de: words(80), en: words(80) });

/** A question that a service asks besides what every referral says. */
export const serviceQuestionSchema = z
  .strictObject({
    key,
    kind: questionKindSchema,
    titleDe: words(120),
    titleEn: words(120),
    helpDe: z.string().trim().max(300).nullable(),
    helpEn: z.string().trim().max(300).nullable(),
    required: z.boolean(),
    /** What the answer tells about the person: it is cut by what was released. */
    part: questionPartSchema,
    choices: z.array(choiceSchema).max(20),
  })
  .refine(({ kind, choices }) => !['choice', 'choices'].includes(kind) || choices.length >= 2, {
    path: ['choices'],
    error: 'needed',
    params: { code: 'choices-needed' },
  });
export type ServiceQuestion = z.output<typeof serviceQuestionSchema>;

const once = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

export const serviceQuestionsSchema = z
  .array(serviceQuestionSchema)
  .max(20)
  .refine((questions) => once(questions.map((question) => question.key)), { error: 'twice', params: { code: 'question-twice' } });

/** JSON Schema, in the subset that a form of a service is written in. */
export type FormSchema = Readonly<Record<string, unknown>>;

const longest = 1000;

function schemaOf(question: ServiceQuestion): FormSchema {
  const { kind, titleDe, titleEn, helpDe, helpEn, part, choices } = question;
  const values = choices.map(({ value }) => value);
  const types: Readonly<Record<QuestionKind, FormSchema>> = {
    text: { type: 'string', minLength: 1, maxLength: longest },
    number: { type: 'number' },
    choice: { type: 'string', enum: values },
    choices: { type: 'array', minItems: 1, items: { type: 'string', enum: values } },
    yes_no: { type: 'boolean' },
    date: { type: 'string', format: 'date' },
  };
  return {
    ...types[kind],
    title: titleDe,
    ...(helpDe ? { description: helpDe } : {}),
    'x-title-en': titleEn,
    ...(helpEn ? { 'x-description-en': helpEn } : {}),
    'x-part': part,
    ...(choices.length > 0 ? { 'x-choices': choices } : {}),
  };
}

/** The form of a service as JSON Schema 2020-12, as it is stored and given to others. */
export const formSchemaOf = (questions: readonly ServiceQuestion[]): FormSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: Object.fromEntries(questions.map((question) => [question.key, schemaOf(question)])),
  required: questions.filter(({ required }) => required).map((question) => question.key),
  additionalProperties: false,
  // Properties of an object in a database have no order.
  'x-order': questions.map((question) => question.key),
});

type Property = Readonly<Record<string, unknown>>;

function kindOf({ type, format, enum: values }: Property): QuestionKind {
  if (type === 'number') return 'number';
  if (type === 'boolean') return 'yes_no';
  if (type === 'array') return 'choices';
  if (format === 'date') return 'date';
  return values ? 'choice' : 'text';
}

/** The questions of a form that was stored; what is not in the subset is refused. */
export function questionsOf(form: FormSchema): ServiceQuestion[] {
  const properties = form['properties'] as Readonly<Record<string, Property>>;
  const required = new Set(form['required'] as string[]);
  return serviceQuestionsSchema.parse(
    (form['x-order'] as string[]).map((name) => {
      const property = properties[name]!;
      return {
        key: name,
        kind: kindOf(property),
        titleDe: property['title'],
        titleEn: property['x-title-en'],
        helpDe: property['description'] ?? null,
        helpEn: property['x-description-en'] ?? null,
        required: required.has(name),
        part: property['x-part'],
        choices: property['x-choices'] ?? [],
      };
    }),
  );
}

export const answerSchema = z.union([z.string().max(longest), z.number(), z.boolean(), z.array(z.string().max(40)).max(20)]);
export type Answer = z.output<typeof answerSchema>;
export type Answers = Readonly<Record<string, Answer>>;

/** What is wrong with an answer, by code. */
export type AnswerFault = 'required' | 'unknown' | 'wrong';

const isOneOf = ({ choices }: ServiceQuestion, answer: unknown): boolean => choices.some(({ value }) => value === answer);

const fits: Readonly<Record<QuestionKind, (question: ServiceQuestion, answer: Answer) => boolean>> = {
  text: (_, answer) => typeof answer === 'string' && answer.length > 0 && [...answer].length <= longest,
  number: (_, answer) => typeof answer === 'number' && Number.isFinite(answer),
  choice: isOneOf,
  choices: (question, answer) => Array.isArray(answer) && answer.length > 0 && answer.every((one) => isOneOf(question, one)),
  yes_no: (_, answer) => typeof answer === 'boolean',
  date: (_, answer) => z.iso.date().safeParse(answer).success,
};

/**
 * What is wrong with answers to a form, by question: the same rule on both sides. A draft may leave out what is required, so that is asked
 * for only when it counts.
 */
export function faultsOf(
  questions: readonly ServiceQuestion[],
  answers: Answers,
  isComplete: boolean,
): Readonly<Record<string, AnswerFault>> {
  const faults: Record<string, AnswerFault> = {};
  for (const question of questions) {
    const answer = answers[question.key];
    if (answer === undefined) {
      if (isComplete && question.required) faults[question.key] = 'required';
    } else if (!fits[question.kind](question, answer)) faults[question.key] = 'wrong';
  }
  for (const name of Object.keys(answers)) if (!questions.some((question) => question.key === name)) faults[name] = 'unknown';
  return faults;
}

/** What of earlier answers still answers a form that was changed: nothing that was typed is lost while it fits. */
export const stillFitting = (questions: readonly ServiceQuestion[], answers: Answers): Answers => {
  const faults = faultsOf(questions, answers, false);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !faults[name]));
};
