import { millisecondsPerDay, type Problem } from '@lotse/kernel';
import type { ReferralAct, ReferralState } from './referral.lifecycle';
import {
  appointmentNotYet,
  chasersMissing,
  notDueYet,
  notTheCreator,
  otherSideMustConfirm,
  reopenTooLate,
  riskReviewMissing,
} from './referral.problems';
import { refusedUnread } from './referral.rules';

/** What guards look at, besides state and side. */
export interface GuardFacts {
  state: ReferralState;
  createdBy: string;
  dueAt: Date | null;
  appointmentStartsAt: Date | null;
  riskReviewOpen: boolean;
  outcomeChasers: number;
  closedAt: Date | null;
  /** The organisation that has called it an error and waits for the other one. */
  errorAskedBy: string | null;
  /** Whether the receiver may still see the referral; whoever may not confirms nothing. */
  recipientSees: boolean;
  /** What others have changed since the one who acts looked at it, as far as they ever said that they did. */
  unreadChanges: number;
}

/** Who acts, and when. */
export interface Acting {
  staffId: string;
  organisationId: string;
  now: Date;
}

export const chasersBeforeClosing = 3;
export const reopenWithinDays = 30;

type Guard = (facts: GuardFacts, acting: Acting) => Problem | undefined;

const riskIsReviewed: Guard = ({ riskReviewOpen }) => (riskReviewOpen ? riskReviewMissing() : undefined);

const hasBegun: Guard = ({ appointmentStartsAt }, { now }) =>
  appointmentStartsAt && appointmentStartsAt > now
    ? appointmentNotYet({ context: { startsAt: appointmentStartsAt.toISOString() } })
    : undefined;

const wasChased: Guard = ({ outcomeChasers, dueAt }, { now }) => {
  if (outcomeChasers < chasersBeforeClosing) return chasersMissing({ context: { chasers: outcomeChasers, needed: chasersBeforeClosing } });
  return dueAt && dueAt > now ? notDueYet({ context: { dueAt: dueAt.toISOString() } }) : undefined;
};

const isRecent: Guard = ({ closedAt }, { now }) =>
  closedAt && now.getTime() - closedAt.getTime() > reopenWithinDays * millisecondsPerDay
    ? reopenTooLate({ context: { days: reopenWithinDays } })
    : undefined;

/** Until it is received whoever wrote it may say that it was an error; afterwards both sides have to. */
const isErrorOfBoth: Guard = ({ state, createdBy, errorAskedBy, recipientSees }, { staffId, organisationId }) => {
  if (state === 'draft' || state === 'requested') return createdBy === staffId ? undefined : notTheCreator();
  if (!recipientSees) return undefined;
  return errorAskedBy === organisationId ? otherSideMustConfirm() : undefined;
};

const guards: Partial<Record<ReferralAct, Guard>> = {
  hand_back: riskIsReviewed,
  redirect: riskIsReviewed,
  confirm_cancel: riskIsReviewed,
  back_to_list: riskIsReviewed,
  send_outcome: riskIsReviewed,
  no_show: hasBegun,
  close_unacknowledged: wasChased,
  reopen: isRecent,
  mark_error: isErrorOfBoth,
};

/** Why an act that state and side permit is off all the same. What an act asks for in its form is checked with the form. */
export const refusedByGuard = (act: ReferralAct, facts: GuardFacts, acting: Acting): Problem | undefined =>
  guards[act]?.(facts, acting) ?? refusedUnread(act, facts.unreadChanges);
