import {
  addCalendarDays,
  calendarDayOf,
  calendarDaySchema,
  idSchema,
  instantAt,
  lifecycle,
  problem,
  type CalendarDay,
  type Problem,
  type StateOf,
} from '@lotse/kernel';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';

/**
 * The life of a question to somebody on a list. Time opens it and never ends it: silence leaves it open and the person where they are.
 * `drop` is what follows when an act has placed or removed them meanwhile.
 */
export const listCheckLifecycle = lifecycle('open', {
  open: { answer: 'answered', ask_decision: 'to_decide', drop: 'dropped' },
  to_decide: { decide: 'decided', drop: 'dropped' },
  answered: {},
  decided: {},
  dropped: {},
});
export type ListCheckState = StateOf<typeof listCheckLifecycle>;
export const listCheckStateSchema = z.enum(listCheckLifecycle.states);

export const listCheckKinds = ['validation', 'check_in'] as const;
export const listCheckKindSchema = z.enum(listCheckKinds);
export type ListCheckKind = z.output<typeof listCheckKindSchema>;

/** "Still needed?" has these answers, "how are you?" those. */
export const validationAnswers = ['stays', 'postpone', 'remove'] as const;
export const checkInAnswers = ['unchanged', 'better', 'worse'] as const;
export const listCheckAnswerSchema = z.enum([...validationAnswers, ...checkInAnswers]);
export type ListCheckAnswer = z.output<typeof listCheckAnswerSchema>;
export const answersOf = (kind: ListCheckKind): readonly ListCheckAnswer[] => (kind === 'validation' ? validationAnswers : checkInAnswers);

export const listCheckDecisions = ['removed', 'kept', 'urgency_changed'] as const;
export const waysOfTelling = ['phone', 'letter', 'in_person', 'through_referrer'] as const;

/** Somebody who was confirmed longer ago than this is marked in the list. */
export const uncheckedAfterDays = 84;
export const isUnchecked = (lastValidatedAt: Date, now: Date): boolean =>
  addCalendarDays(calendarDayOf(lastValidatedAt), uncheckedAfterDays) < calendarDayOf(now);

/** The first instant at which whoever was confirmed before is marked. */
export const uncheckedBefore = (now: Date): Date => instantAt(addCalendarDays(calendarDayOf(now), -uncheckedAfterDays), '00:00');

/** Whoever wants to come later is asked again by then at the latest. */
export const postponedAtMostDays = 90;

export const checkNotOpen = problem('check-not-open', 409, 'This has been answered meanwhile, or the person waits no longer.');
export const answerNotFitting = problem('answer-not-fitting', 422, 'This answer does not belong to the question.', 'answer');
export const postponedUntilMissing = problem(
  'postponed-until-missing',
  422,
  'Say until when: a day ahead, at most 90 days.',
  'postponedUntil',
);
export const decisionNotFitting = problem('decision-not-fitting', 422, 'This decision does not belong to what was asked.', 'decision');
export const tellingMissing = problem('telling-missing', 422, 'Say how the person was told.', 'told');
export const urgencyMissing = problem('urgency-missing', 422, 'Say which urgency is right.', 'urgency');
export const referrerAlreadyAsked = problem('referrer-already-asked', 409, 'The referrer has been asked already.');
export const expectedWaitUnchanged = problem(
  'expected-wait-unchanged',
  422,
  'This says the same as before; nobody would be told.',
  'weeks',
);
export const wayForwardForRemoval = problem('way-forward-for-removal', 422, 'Say what is to follow instead.', 'wayForward');

export interface Answering {
  answer: ListCheckAnswer;
  postponedUntil?: CalendarDay | undefined;
}

/** Why an answer is not taken. */
export function refusedCheckAnswer(
  check: { kind: ListCheckKind; state: ListCheckState },
  given: Answering,
  today: CalendarDay,
): Problem | undefined {
  if (!listCheckLifecycle.allows(check.state, 'answer')) return checkNotOpen({ context: { state: check.state } });
  if (!answersOf(check.kind).includes(given.answer)) return answerNotFitting();
  if (given.answer !== 'postpone') return undefined;
  const { postponedUntil } = given;
  const isAhead = postponedUntil && postponedUntil > today && postponedUntil <= addCalendarDays(today, postponedAtMostDays);
  return isAhead ? undefined : postponedUntilMissing();
}

export interface Deciding {
  decision: (typeof listCheckDecisions)[number];
  told?: (typeof waysOfTelling)[number] | undefined;
  urgency?: string | undefined;
  wayForward?: string | undefined;
}

/** Why a decision is not taken. Nobody leaves the list untold, nor without anything that follows. */
export function refusedCheckDecision(
  check: { answer: ListCheckAnswer | null; state: ListCheckState },
  given: Deciding,
): Problem | undefined {
  if (!listCheckLifecycle.allows(check.state, 'decide')) return checkNotOpen({ context: { state: check.state } });
  if (given.decision === 'removed') {
    if (check.answer !== 'remove') return decisionNotFitting();
    if (!given.told) return tellingMissing();
    return given.wayForward ? undefined : wayForwardForRemoval();
  }
  if (given.decision === 'kept') return undefined;
  if (check.answer === 'remove') return decisionNotFitting();
  return given.urgency ? undefined : urgencyMissing();
}

/** A question to somebody on a list, as those see it who ask and, once they are asked, those who referred. */
export const listCheckSchema = z.object({
  id: idSchema,
  roundId: idSchema,
  entryId: idSchema,
  serviceId: idSchema,
  serviceName: notAboutThePerson(z.string()),
  referralId: idSchema,
  reference: notAboutThePerson(z.string()),
  personId: idSchema,
  personName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', calendarDaySchema),
  phone: ofPart('contact', z.string().nullable()),
  referrerName: notAboutThePerson(z.string()),
  organisationName: notAboutThePerson(z.string()),
  kind: listCheckKindSchema,
  state: listCheckStateSchema,
  urgency: urgencySchema,
  receivedAt: z.iso.datetime(),
  lastValidatedAt: z.iso.datetime(),
  openedAt: z.iso.datetime(),
  attempts: z.number().int(),
  lastAttemptAt: z.iso.datetime().nullable(),
  referrerAskedAt: z.iso.datetime().nullable(),
  answer: ofPart('appointments', listCheckAnswerSchema.nullable()),
  answeredAt: z.iso.datetime().nullable(),
  answeredByName: notAboutThePerson(z.string().nullable()),
  /** Whether the referrer gave the answer. */
  isAnswerOfReferrer: z.boolean(),
  note: ofPart('appointments', z.string().nullable()),
  postponedUntil: calendarDaySchema.nullable(),
  asksForPriority: z.boolean(),
  decision: z.enum(listCheckDecisions).nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedByName: notAboutThePerson(z.string().nullable()),
  told: z.enum(waysOfTelling).nullable(),
  decisionNote: ofPart('appointments', z.string().nullable()),
  /** Whether one keeps the list, or referred. */
  side: z.enum(['recipient', 'referrer']),
  version: z.number().int(),
  hidden: hiddenPartsSchema,
});
export type ListCheck = z.output<typeof listCheckSchema>;

/** Everybody on a list who is asked the same in one week, and how far that has come. */
export const listRoundSchema = z.object({
  id: idSchema,
  kind: listCheckKindSchema,
  source: z.enum(['due', 'asked']),
  serviceId: idSchema,
  serviceName: notAboutThePerson(z.string()),
  beginsOn: calendarDaySchema,
  dueAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  people: z.number().int(),
  answered: z.number().int(),
  toDecide: z.number().int(),
  /** Tried and not reached; they stay on the list. */
  notReached: z.number().int(),
});
export type ListRound = z.output<typeof listRoundSchema>;
