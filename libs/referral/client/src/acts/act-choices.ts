import type { IconName, KeyAct } from '@lotse/client-kit/ui';
import type { AnswerOf, Problem } from '@lotse/kernel';
import { referralLifecycle, type readReferralActs, type ReferralState } from '@lotse/referral/model';
import { isServedAct, servedActs, type ServedAct } from './perform-act';

export type ActItem = AnswerOf<typeof readReferralActs>['items'][number];

/** The act that brings a referral on in each state; it has the one filled button. */
const primaryIn: Partial<Record<ReferralState, ServedAct>> = {
  requested: 'acknowledge',
  received: 'start_triage',
  in_triage: 'accept',
  accepted: 'waitlist',
};
/** At the triage desk one decides: looking at it is the triage. */
const primaryAtDesk: typeof primaryIn = { ...primaryIn, received: 'accept' };

/** In the order in which buttons stand. A question is answered where it stands, so that has no button here. */
const order: readonly ServedAct[] = [
  'acknowledge',
  'start_triage',
  'accept',
  'waitlist',
  'request_info',
  'decline',
  'redirect',
  'withdraw',
  'discard',
];
/** At the desk these stand behind "more": they are rarely needed there. */
const rareAtDesk: readonly ServedAct[] = ['start_triage', 'acknowledge'];

export const iconOfAct: Readonly<Record<ServedAct, IconName>> = {
  provide_info: 'message-square-text',
  acknowledge: 'check',
  start_triage: 'eye',
  accept: 'circle-check',
  waitlist: 'list-ordered',
  request_info: 'circle-question-mark',
  decline: 'corner-up-left',
  redirect: 'forward',
  withdraw: 'undo-2',
  discard: 'trash',
};

/** The letters of the triage desk. */
export const keyOfAct: Partial<Record<ServedAct, KeyAct>> = {
  start_triage: 'take',
  accept: 'accept',
  request_info: 'ask',
  decline: 'return',
  redirect: 'redirect',
};

/** What can be done now: the act that brings it on, the others, and those that stand behind "more". */
export interface ActChoices {
  readonly primary: ServedAct | undefined;
  readonly others: readonly ServedAct[];
  readonly rare: readonly ServedAct[];
}

export function choicesOf(state: ReferralState, items: readonly ActItem[], atDesk = false): ActChoices {
  const allowed = new Set<string>(items.filter(({ allowed, served }) => allowed && served).map(({ act }) => act));
  const acts = order.filter((act) => allowed.has(act));
  const primary = acts.find((act) => act === (atDesk ? primaryAtDesk : primaryIn)[state]);
  const rare = atDesk ? acts.filter((act) => act !== primary && rareAtDesk.includes(act)) : [];
  return { primary, others: acts.filter((act) => act !== primary && !rare.includes(act)), rare };
}

/** What will be possible once receipt is confirmed, which opening does by itself: nobody waits for that to decide. */
export function actsWhenReceived(may: (permission: string) => boolean): ActItem[] {
  const permissionOf = (act: string) => `referral.${act.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return servedActs
    .filter((act) => referralLifecycle.allows('received', act) && may(permissionOf(act)))
    .map((act) => ({ act, allowed: true, served: true, problem: null }));
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
