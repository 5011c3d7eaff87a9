import { calendarDaySchema, idSchema } from '@lotse/kernel';
import { dataPartSchema, hiddenPartsSchema, notAboutThePerson, ofPart, type DataPart } from '@lotse/people/model';
import * as z from 'zod';
import { sentFilesSchema } from './attachments.contracts';

/** What a point of a question asks for: what receivers usually miss, or something else in their own words. */
export const questionPieceSchema = z.enum([
  'phone',
  'diagnosis',
  'medication',
  'kvnr',
  'release_ends',
  'risk',
  'reports',
  'tried',
  'representative',
  'availability',
  'other',
]);
export type QuestionPiece = z.output<typeof questionPieceSchema>;

/** The kind of information an answer is: a phone number that was asked for is still only seen by whom contact details were released to. */
export const partOfPiece: Readonly<Record<QuestionPiece, DataPart>> = {
  phone: 'contact',
  diagnosis: 'diagnosis',
  medication: 'medication',
  kvnr: 'identity',
  release_ends: 'identity',
  risk: 'risk',
  reports: 'letters',
  tried: 'notes',
  representative: 'contact',
  availability: 'contact',
  other: 'diagnosis',
};

const answerText = z.string().nullable();

/** An answer stands at the kind of information it is; the others are empty. So releases cut it like everything else. */
export const answerSchema = z.object({
  identity: ofPart('identity', answerText),
  contact: ofPart('contact', answerText),
  diagnosis: ofPart('diagnosis', answerText),
  medication: ofPart('medication', answerText),
  risk: ofPart('risk', answerText),
  letters: ofPart('letters', answerText),
  notes: ofPart('notes', answerText),
});
export type Answer = z.output<typeof answerSchema>;

const sideSchema = z.object({ organisationId: idSchema, organisationName: notAboutThePerson(z.string()) });

/** One thing that is asked for, and what was answered to it. */
export const questionPointSchema = z.object({
  id: idSchema,
  piece: questionPieceSchema,
  /** The kind of information its answer is. */
  part: dataPartSchema,
  text: ofPart('diagnosis', z.string()),
  /** The message that asked, and the one that answered or dropped it; null while it is open. */
  askedIn: idSchema,
  settledIn: idSchema.nullable(),
  answer: answerSchema.nullable(),
});
export type QuestionPoint = z.output<typeof questionPointSchema>;

export const questionMessageKindSchema = z.enum(['asked', 'answered', 'informed', 'closed']);

/** One sending of one side. */
export const questionMessageSchema = z.object({
  id: idSchema,
  kind: questionMessageKindSchema,
  organisationId: idSchema,
  organisationName: notAboutThePerson(z.string()),
  staffName: notAboutThePerson(z.string()),
  at: z.iso.datetime(),
  text: ofPart('diagnosis', z.string().nullable()),
  /** What was sent with it. */
  files: sentFilesSchema,
});
export type QuestionMessage = z.output<typeof questionMessageSchema>;

/** One matter between the two sides of a referral; both see the same. */
export const questionThreadSchema = z.object({
  id: idSchema,
  referralId: idSchema,
  kind: z.enum(['question', 'information']),
  asker: sideSchema,
  answerer: sideSchema,
  /** Whether the referral is with the referrer until this is answered. */
  movesReferral: z.boolean(),
  dueOn: calendarDaySchema.nullable(),
  isOpen: z.boolean(),
  messages: z.array(questionMessageSchema),
  points: z.array(questionPointSchema),
  /** Until when the reader may take back the last message, which nobody has been told of yet; null when they may not. */
  takeBackUntil: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type QuestionThread = z.output<typeof questionThreadSchema>;

export const questionThreadsSchema = z.object({
  items: z.array(questionThreadSchema),
  /** For the referring side: what the other side would not get of an answer, because it was not released to them. */
  withheld: z.array(dataPartSchema),
  hidden: hiddenPartsSchema,
});

/** An open question on a worklist. */
export const questionRowSchema = z.object({
  id: idSchema,
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  personName: ofPart('identity', z.string().nullable()),
  serviceName: notAboutThePerson(z.string().nullable()),
  asker: sideSchema,
  answerer: sideSchema,
  movesReferral: z.boolean(),
  dueOn: calendarDaySchema,
  /** How many points were asked, and how many of them are still open. */
  points: z.number().int(),
  openPoints: z.number().int(),
  /** The first point that is open. */
  text: ofPart('diagnosis', z.string().nullable()),
  version: z.number().int(),
  hidden: hiddenPartsSchema,
});
export type QuestionRow = z.output<typeof questionRowSchema>;

/** A question as a service asks it again and again. */
export const questionTemplateSchema = z.strictObject({
  piece: questionPieceSchema,
  text: notAboutThePerson(z.string().trim().min(1, { error: 'required' }).max(500)),
});
export type QuestionTemplate = z.output<typeof questionTemplateSchema>;
