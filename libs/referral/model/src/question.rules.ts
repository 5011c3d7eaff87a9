import { addWorkingDays, invalidState, problem, type CalendarDay, type Problem, type WorkingDayRule } from '@lotse/kernel';
import type { Answer, QuestionPiece } from './question';
import { partOfPiece } from './question';
import { referralLifecycle, type ReferralState } from './referral.lifecycle';
import { notYourTurn } from './referral.problems';

export const questionSettled = problem('question-settled', 422, 'Nothing of this question is open any more.');
/** The receiver may no longer see the referral: nobody would read what is asked. */
export const nobodyReads = problem('nobody-reads', 422, 'The other side may no longer see the referral.');
export const unknownPoint = problem('unknown-point', 422, 'This point does not belong to the question, or it is settled.', 'answers');
export const nothingAnswered = problem('nothing-answered', 422, 'Answer at least one point.', 'answers');
export const fileNotReady = problem(
  'file-not-ready',
  422,
  'A file for this answer has not arrived whole, or belongs elsewhere.',
  'fileIds',
);
export const takeBackTooLate = problem('take-back-too-late', 422, 'The other side has been told by now.');
export const answerMovesReferral = problem(
  'answer-moves-referral',
  422,
  'The referral waits for this question. Go on without an answer, which needs a reason, instead of closing it.',
);

/** Working days that are suggested for an answer. */
export const suggestedAnswerDays = 3;

/** The day that is suggested for an answer; nobody has to take it. */
export const suggestedAnswerBy = (today: CalendarDay, rule: WorkingDayRule): CalendarDay =>
  addWorkingDays(today, suggestedAnswerDays, rule);

/** The two sides of a referral. */
export interface Sides {
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
}

/** The organisation on the other side; nothing for whoever is no side, and while there is no other side. */
export function otherSideOf(organisationId: string, { referrerOrganisationId, recipientOrganisationId }: Sides): string | undefined {
  if (recipientOrganisationId === null || recipientOrganisationId === referrerOrganisationId) return undefined;
  if (organisationId === referrerOrganisationId) return recipientOrganisationId;
  return organisationId === recipientOrganisationId ? referrerOrganisationId : undefined;
}

/** Why nothing can be asked or said about a referral: it is not on its way yet, it was an error, or one is no side of it. */
export function refusedTalk(state: ReferralState, organisationId: string, sides: Sides): Problem | undefined {
  if (state === 'draft' || referralLifecycle.isFinal(state)) return invalidState({ context: { state } });
  return otherSideOf(organisationId, sides) === undefined ? notYourTurn() : undefined;
}

/** An answer at the kind of information it is. */
export function answerOf(piece: QuestionPiece, text: string | null): Answer | null {
  if (text === null) return null;
  const nothing: Answer = { identity: null, contact: null, diagnosis: null, medication: null, risk: null, letters: null, notes: null };
  return { ...nothing, [partOfPiece[piece]]: text };
}

/** The points of a question as one text, for where there is room for one only. */
export const asOneText = (points: readonly { text: string }[]): string =>
  points.length === 1 ? points[0]!.text : points.map(({ text }, index) => `${index + 1}. ${text}`).join('\n');

/** Why what was sent cannot be taken back: the other side has been told by now, or somebody has gone on from it. */
export function refusedTakeBack(message: { kind: string; at: Date; isLast: boolean }, holdSeconds: number, now: Date): Problem | undefined {
  if (message.kind === 'closed' || !message.isLast) return takeBackTooLate();
  return now.getTime() > message.at.getTime() + holdSeconds * 1000 ? takeBackTooLate() : undefined;
}
