import {
  calendarDaySchema,
  endpoint,
  idSchema,
  invalidState,
  notFound,
  pageOf,
  pageQuery,
  permissions,
  type Endpoint,
  type Permission,
} from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import { notYourTurn, riskReviewMissing } from '@lotse/referral/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';
import {
  answerNotFitting,
  checkNotOpen,
  decisionNotFitting,
  expectedWaitUnchanged,
  listCheckAnswerSchema,
  listCheckDecisions,
  listCheckSchema,
  listRoundSchema,
  postponedUntilMissing,
  referrerAlreadyAsked,
  tellingMissing,
  urgencyMissing,
  waysOfTelling,
  wayForwardForRemoval,
} from './list-check';

const may = permissions('waitingList', 'readChecks', 'askChecks', 'answerCheck', 'decideCheck', 'changeExpectedWait');
const params = z.strictObject({ id: idSchema });
const note = z.string().trim().min(1).max(1000).optional();

const act = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  permission: Permission,
  summary: string,
  body: Body,
  problems: Endpoint['problems'] = [],
) =>
  endpoint({
    method: 'POST',
    path: `list-checks/:id/${path}` as const,
    summary,
    may: permission,
    params,
    body,
    response: listCheckSchema,
    problems: [notFound, checkNotOpen, ...problems],
    touches: 'waiting-list',
    versioned: true,
  });

export const readListRounds = endpoint({
  method: 'GET',
  path: 'list-rounds',
  summary: 'Rounds in which the own lists are looked after: running ones by when they should be done, then those that are done.',
  may: may.askChecks,
  query: z.strictObject({ ...pageQuery, state: z.enum(['running', 'done']).default('running') }),
  response: pageOf(listRoundSchema),
  touches: 'waiting-list',
});

export const readListChecks = endpoint({
  method: 'GET',
  path: 'list-checks',
  summary: 'Who is asked: of one round, of one entry, what waits for a decision, or (for referrers) what one was asked.',
  may: may.readChecks,
  query: z.strictObject({
    ...pageQuery,
    roundId: idSchema.optional(),
    entryId: idSchema.optional(),
    state: z.enum(['open', 'to_decide', 'all']).default('all'),
    side: z.enum(['recipient', 'referrer']).default('recipient'),
  }),
  response: pageOf(listCheckSchema),
  touches: 'waiting-list',
});

export const answerListCheck = act(
  'answer',
  may.answerCheck,
  'Record what the person says. Whoever wants to be removed stays on the list until a clinician has decided.',
  z.strictObject({
    answer: listCheckAnswerSchema,
    postponedUntil: calendarDaySchema.optional(),
    asksForPriority: z.boolean().default(false),
    note,
  }),
  [answerNotFitting, postponedUntilMissing, invalidState, notYourTurn],
);

export const recordCheckAttempt = act(
  'not-reached',
  may.answerCheck,
  'Nobody was reached. The question stays open, the person stays on the list.',
  z.strictObject({}),
);

export const askReferrerToCheck = act(
  'ask-referrer',
  may.askChecks,
  'Ask whoever referred; they get a task and can answer themselves.',
  z.strictObject({}),
  [referrerAlreadyAsked],
);

export const decideListCheck = act(
  'decide',
  may.decideCheck,
  'Decide about somebody who wants to be removed, or whose urgency is to be looked at. Removing hands the referral back, with what follows instead.',
  z.strictObject({
    decision: z.enum(listCheckDecisions),
    told: z.enum(waysOfTelling).optional(),
    urgency: urgencySchema.exclude(['emergency']).optional(),
    wayForward: z.string().trim().min(1).max(1000).optional(),
    note,
  }),
  [decisionNotFitting, tellingMissing, urgencyMissing, wayForwardForRemoval, invalidState, notYourTurn, riskReviewMissing],
);

/** More than this is a round, not a choice. */
export const checksAtOnce = 100;

export const startListChecks = endpoint({
  method: 'POST',
  path: 'waiting-lists/:id/checks',
  summary: 'Ask chosen people on a list whether the place is still needed. Each gets an answer of its own.',
  may: may.askChecks,
  params,
  body: z.strictObject({ entryIds: z.array(idSchema).min(1).max(checksAtOnce) }),
  response: z.object({
    roundId: idSchema.nullable(),
    items: z.array(z.object({ entryId: idSchema, result: z.enum(['asked', 'already_open', 'not_waiting', 'not_found']) })),
  }),
  problems: [notFound],
  touches: 'waiting-list',
});

const expectedWait = {
  /** In weeks; nothing where the service does not say. */
  weeks: z.number().int().min(0).max(260).nullable(),
  note: z.string().trim().min(1).max(200).nullable(),
};

export const readExpectedWait = endpoint({
  method: 'GET',
  path: 'waiting-lists/:id/expected-wait',
  summary: 'What a service says of the wait, who would be told of a change, and what was said before.',
  may: may.askChecks,
  params,
  response: z.object({
    serviceName: z.string(),
    ...expectedWait,
    version: z.number().int(),
    /** Everybody open on the list, and the organisations that referred them. */
    entries: z.number().int(),
    referrers: z.number().int(),
    earlier: z.array(z.object({ ...expectedWait, at: z.iso.datetime(), byName: notAboutThePerson(z.string()), told: z.number().int() })),
  }),
  problems: [notFound],
});

export const changeExpectedWait = endpoint({
  method: 'POST',
  path: 'waiting-lists/:id/expected-wait',
  summary: 'Say what the wait is now. Whoever referred somebody who waits is told once, without a name.',
  may: may.changeExpectedWait,
  params,
  body: z.strictObject(expectedWait),
  response: z.object({ version: z.number().int(), told: z.number().int() }),
  problems: [notFound, expectedWaitUnchanged],
  touches: 'waiting-list',
  versioned: true,
});
