import { calendarDaySchema, endpoint, idSchema, invalidState, notFound, pageOf, pageQuery, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { questionPieceSchema, questionRowSchema, questionTemplateSchema, questionThreadsSchema } from './question';
import {
  answerMovesReferral,
  fileNotReady,
  nobodyReads,
  nothingAnswered,
  questionSettled,
  takeBackTooLate,
  unknownPoint,
} from './question.rules';
import { dueDateInPast, notYourTurn } from './referral.problems';

export const questionPermissions = permissions('question', 'read', 'ask', 'answer', 'close', 'inform', 'readTemplates', 'keepTemplates');

const params = z.strictObject({ id: idSchema });
const text = (longest: number) => z.string().trim().min(1, { error: 'required' }).max(longest);

/** One thing that is asked for. */
export const askedPointSchema = z.strictObject({ piece: questionPieceSchema.default('other'), text: text(1000) });
export type AskedPoint = z.output<typeof askedPointSchema>;

/** Several things in one message, and until when. */
export const askedSchema = z.strictObject({ points: z.array(askedPointSchema).min(1).max(12), dueOn: calendarDaySchema });

/** What every act on a thread answers: which one, and its version now. */
const movedThread = z.object({
  id: idSchema,
  /** The message that was sent; it can be taken back for a moment. */
  messageId: idSchema,
  isOpen: z.boolean(),
  version: z.number().int(),
});

export const readQuestions = endpoint({
  method: 'GET',
  path: 'referrals/:id/questions',
  summary:
    'What the two sides have asked and told each other about a referral, oldest first. Both see the same threads, each cut to what was released.',
  may: questionPermissions.read,
  params,
  response: questionThreadsSchema,
  problems: [notFound],
  touches: 'referral',
});

export const readOpenQuestions = endpoint({
  method: 'GET',
  path: 'questions',
  summary: 'Open questions by due date: those the own organisation has to answer, or those it waits for.',
  may: questionPermissions.read,
  query: z.strictObject({ ...pageQuery, box: z.enum(['to-answer', 'asked']).default('to-answer') }),
  response: pageOf(questionRowSchema),
  touches: 'referral',
});

export const askQuestion = endpoint({
  method: 'POST',
  status: 201,
  path: 'referrals/:id/questions',
  summary: 'Ask the other side something, with a due date, in any state a referral is on its way in. Nothing is moved.',
  may: questionPermissions.ask,
  params,
  body: askedSchema,
  response: movedThread,
  problems: [notFound, invalidState, notYourTurn, nobodyReads, dueDateInPast],
  touches: 'referral',
});

export const sendMessage = endpoint({
  method: 'POST',
  status: 201,
  path: 'referrals/:id/messages',
  summary: 'Tell the other side something that needs no answer.',
  may: questionPermissions.inform,
  params,
  body: z.strictObject({ text: text(4000) }),
  response: movedThread,
  problems: [notFound, invalidState, notYourTurn, nobodyReads],
  touches: 'referral',
});

export const answerQuestion = endpoint({
  method: 'POST',
  path: 'questions/:id/answer',
  summary: 'Answer one or several points. What is not answered stays open. The last answer the referral waits for moves it on.',
  may: questionPermissions.answer,
  params,
  body: z.strictObject({
    answers: z.array(z.strictObject({ pointId: idSchema, text: text(4000) })).max(40),
    note: text(4000).optional(),
    /** Files that were uploaded for this thread; they go along. */
    fileIds: z.array(idSchema).max(20).default([]),
  }),
  response: movedThread,
  problems: [notFound, notYourTurn, questionSettled, unknownPoint, nothingAnswered, fileNotReady],
  touches: 'referral',
  versioned: true,
});

export const followUpQuestion = endpoint({
  method: 'POST',
  path: 'questions/:id/follow-up',
  summary:
    'Ask further points in the same thread. While it is examined, the referral goes back to the referrer as with the first question.',
  may: questionPermissions.ask,
  params,
  body: askedSchema,
  response: movedThread,
  problems: [notFound, invalidState, notYourTurn, dueDateInPast],
  touches: 'referral',
  versioned: true,
});

export const closeQuestion = endpoint({
  method: 'POST',
  path: 'questions/:id/close',
  summary: 'The asker no longer needs an answer to what is open.',
  may: questionPermissions.close,
  params,
  body: z.strictObject({ note: text(500).optional() }),
  response: movedThread,
  problems: [notFound, notYourTurn, questionSettled, answerMovesReferral],
  touches: 'referral',
  versioned: true,
});

export const takeBackMessage = endpoint({
  method: 'POST',
  path: 'questions/:id/take-back',
  summary: 'Take back the last message before anybody was told of it.',
  may: questionPermissions.read,
  params,
  body: z.strictObject({}),
  response: movedThread,
  problems: [notFound, notYourTurn, takeBackTooLate],
  touches: 'referral',
  versioned: true,
});

export const readQuestionTemplates = endpoint({
  method: 'GET',
  path: 'services/:id/question-templates',
  summary: 'What a service of the own organisation usually asks.',
  may: questionPermissions.readTemplates,
  params,
  response: z.object({ items: z.array(questionTemplateSchema) }),
});

export const keepQuestionTemplates = endpoint({
  method: 'PUT',
  path: 'services/:id/question-templates',
  summary: 'Keep what a service usually asks, in this order; what is left out is dropped.',
  may: questionPermissions.keepTemplates,
  params,
  body: z.strictObject({ items: z.array(questionTemplateSchema).max(30) }),
  response: z.object({ items: z.array(questionTemplateSchema) }),
  problems: [notFound],
  repeatable: true,
});
