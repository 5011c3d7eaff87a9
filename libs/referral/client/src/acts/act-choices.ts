import type { IconName, KeyAct } from '@lotse/client-kit/ui';
import { calendarDayOf, type AnswerOf, type Problem } from '@lotse/kernel';
import {
  appointmentNotYet,
  referralLifecycle,
  type readReferralActs,
  type Referral,
  type ReferralAct,
  type ReferralState,
} from '@lotse/referral/model';
import { isServedAct, servedActs, type ServedAct } from './perform-act';

export type ActItem = AnswerOf<typeof readReferralActs>['items'][number];

/** The act that brings a referral on in each state; it has the one filled button. */
const primaryIn: Partial<Record<ReferralState, ServedAct>> = {
  requested: 'acknowledge',
  received: 'start_triage',
  in_triage: 'accept',
  accepted: 'waitlist',
  waitlisted: 'book',
  suspended: 'resume',
  booked: 'attend',
  rebook_required: 'book',
  dna_review: 'review_risk',
  in_service: 'send_outcome',
  cancel_requested: 'confirm_cancel',
  returned: 'resend',
  outcome_sent: 'acknowledge_outcome',
};
/** At the triage desk one decides: looking at it is the triage. */
const primaryAtDesk: typeof primaryIn = { ...primaryIn, received: 'accept' };

/** In the order in which buttons stand. A question and an offer are answered where they stand, so those have no button here. */
const order: readonly ServedAct[] = [
  'acknowledge',
  'start_triage',
  'accept',
  'waitlist',
  'request_info',
  'decline',
  'redirect',
  'review_risk',
  'book',
  'attend',
  'no_show',
  'reschedule',
  'cancel_appointment',
  'resume',
  'back_to_list',
  'offer',
  'send_outcome',
  'interim_note',
  'confirm_cancel',
  'refuse_cancel',
  'acknowledge_outcome',
  'query_outcome',
  'amend_outcome',
  'chase_outcome',
  'resend',
  'reopen',
  'hand_back',
  'request_cancel',
  'withdraw',
  'discard',
  'suspend',
  'proceed_without_info',
  'start_without_appointment',
  'dna_to_cancelled',
  'close_unacknowledged',
  'set_deadline',
  'record_death',
  'mark_error',
];
/** At the desk these stand behind "more": they are rarely needed there. */
const rareAtDesk: readonly ServedAct[] = ['start_triage', 'acknowledge'];
/** Wherever they are possible, these stand behind "more". */
const alwaysRare: readonly ServedAct[] = [
  'mark_error',
  'record_death',
  'close_unacknowledged',
  'dna_to_cancelled',
  'start_without_appointment',
  'set_deadline',
];
/** More buttons than these beside the first are not looked at. */
const inRow = 4;

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
  proceed_without_info: 'arrow-right',
  hand_back: 'corner-up-left',
  suspend: 'pause',
  resume: 'play',
  book: 'calendar-plus',
  reschedule: 'calendar-clock',
  offer: 'hand-helping',
  cancel_appointment: 'calendar-x',
  back_to_list: 'list-ordered',
  no_show: 'circle-x',
  review_risk: 'shield-check',
  dna_to_cancelled: 'calendar-x',
  attend: 'user-check',
  start_without_appointment: 'door-open',
  interim_note: 'notebook-pen',
  send_outcome: 'send',
  amend_outcome: 'file-text',
  acknowledge_outcome: 'handshake',
  query_outcome: 'circle-question-mark',
  chase_outcome: 'bell-ring',
  close_unacknowledged: 'archive',
  reopen: 'rotate-ccw',
  request_cancel: 'undo-2',
  confirm_cancel: 'check',
  refuse_cancel: 'x',
  resend: 'send',
  set_deadline: 'calendar-clock',
  mark_error: 'ban',
  record_death: 'circle-alert',
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

/** Where the buttons stand; whether the receiver may no longer see it. */
export interface Situation {
  readonly atDesk?: boolean;
  readonly isBack?: boolean;
}

export function choicesOf(state: ReferralState, items: readonly ActItem[], { atDesk = false, isBack = false }: Situation = {}): ActChoices {
  const allowed = new Set<string>(items.filter(({ allowed, served }) => allowed && served).map(({ act }) => act));
  const acts = order.filter((act) => allowed.has(act));
  const isRare = (act: ServedAct) => alwaysRare.includes(act) || (atDesk && rareAtDesk.includes(act));
  const first = isBack && allowed.has('redirect') ? 'redirect' : (atDesk ? primaryAtDesk : primaryIn)[state];
  const primary = acts.find((act) => act === first);
  const beside = acts.filter((act) => act !== primary && !isRare(act));
  const rare = [...beside.slice(inRow), ...acts.filter((act) => act !== primary && isRare(act))];
  return { primary, others: beside.slice(0, inRow), rare };
}

/** An act that only waits until one has read what changed can be begun: its form shows it. */
export const possibleAfterReading = (item: ActItem): ActItem =>
  item.problem?.code === 'changed-since-seen' ? { ...item, allowed: true, problem: null } : item;

const isOnLaterDay = (appointment: Referral['appointment'], now: Date): boolean =>
  appointment !== null && calendarDayOf(new Date(appointment.startsAt)) > calendarDayOf(now);

/** Nobody has come to an appointment of a later day yet; whoever is there today has come without one. Programs may say otherwise (ADR 0040). */
export const untilItsDay =
  (appointment: Referral['appointment'], now = new Date()) =>
  (item: ActItem): ActItem =>
    item.act === 'attend' && item.allowed && isOnLaterDay(appointment, now)
      ? { ...item, allowed: false, problem: appointmentNotYet() }
      : item;

/** What will be possible once receipt is confirmed, which opening does by itself: nobody waits for that to decide. */
export function actsWhenReceived(may: (permission: string) => boolean): ActItem[] {
  const permissionOf = (act: string) => `referral.${act.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return servedActs
    .filter((act) => isPossibleIn('received', act) && may(permissionOf(act)))
    .map((act) => ({ act, allowed: true, served: true, problem: null }));
}

/** Acts that are off, together with those that have the same reason. */
export interface OffReason {
  readonly problem: Problem;
  readonly acts: readonly ServedAct[];
}

/** Why the other acts are off; each reason once. What a role does not permit is nobody's question. */
export function offReasons(items: readonly ActItem[]): OffReason[] {
  const reasons = new Map<string, { problem: Problem; acts: ServedAct[] }>();
  for (const { act, allowed, served, problem } of items) {
    if (allowed || !served || !problem || !isServedAct(act) || problem.code === 'not-permitted' || problem.code === 'invalid-state')
      continue;
    const found = reasons.get(problem.code) ?? { problem, acts: [] };
    reasons.set(problem.code, { problem, acts: [...found.acts, act] });
  }
  return [...reasons.values()];
}

/** Whether the life permits an act in a state; what stands beside the life is for the server to say. */
export const isPossibleIn = (state: ReferralState, act: ServedAct): boolean =>
  referralLifecycle.acts.includes(act as ReferralAct) && referralLifecycle.allows(state, act as ReferralAct);
