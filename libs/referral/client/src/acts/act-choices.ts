import type { IconName } from '@lotse/client-kit/ui';
import type { AnswerOf, Problem } from '@lotse/kernel';
import type { readReferralActs, ReferralState } from '@lotse/referral/model';
import { isServedAct, type ServedAct } from './perform-act';

export type ActItem = AnswerOf<typeof readReferralActs>['items'][number];

/** The act that brings a referral on in each state; it has the one filled button. */
const primaryIn: Partial<Record<ReferralState, ServedAct>> = {
  requested: 'acknowledge',
  received: 'start_triage',
  in_triage: 'accept',
  accepted: 'waitlist',
  info_requested: 'provide_info',
};

/** In the order in which buttons stand. */
const order: readonly ServedAct[] = [
  'provide_info',
  'acknowledge',
  'start_triage',
  'accept',
  'waitlist',
  'request_info',
  'decline',
  'withdraw',
  'discard',
];

export const iconOfAct: Readonly<Record<ServedAct, IconName>> = {
  provide_info: 'message-square-text',
  acknowledge: 'check',
  start_triage: 'eye',
  accept: 'circle-check',
  waitlist: 'list-ordered',
  request_info: 'circle-question-mark',
  decline: 'corner-up-left',
  withdraw: 'undo-2',
  discard: 'trash',
};

/** What can be done now: the act that brings it on, and the others. */
export function choicesOf(state: ReferralState, items: readonly ActItem[]): { primary: ServedAct | undefined; others: ServedAct[] } {
  const allowed = new Set<string>(items.filter(({ allowed, served }) => allowed && served).map(({ act }) => act));
  const acts = order.filter((act) => allowed.has(act));
  const primary = acts.find((act) => act === primaryIn[state]);
  return { primary, others: acts.filter((act) => act !== primary) };
}

/** Acts that are off, together with those that have the same reason. */
export interface OffReason {
  readonly problem: Problem;
  readonly acts: readonly ServedAct[];
}

/** Why the other acts are off; each reason once. */
export function offReasons(items: readonly ActItem[]): OffReason[] {
  const reasons = new Map<string, { problem: Problem; acts: ServedAct[] }>();
  for (const { act, allowed, served, problem } of items) {
    if (allowed || !served || !problem || !isServedAct(act)) continue;
    const found = reasons.get(problem.code) ?? { problem, acts: [] };
    reasons.set(problem.code, { problem, acts: [...found.acts, act] });
  }
  return [...reasons.values()];
}
