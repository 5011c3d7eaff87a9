import { invalidState, type CalendarDay, type FieldProblem, type Problem } from '@lotse/kernel';
import { coversReferral, type Release } from '@lotse/people/model';
import type { ReferralContent } from './referral';
import { referralLifecycle, type ReferralAct, type ReferralState } from './referral.lifecycle';
import {
  changedSinceSeen,
  emergencyCannotBeSent,
  incomplete,
  notYourTurn,
  redirectToReferrer,
  releaseDoesNotCover,
  releaseMissing,
  sameService,
  serviceNotAccepting,
} from './referral.problems';

const required = ['serviceId', 'reason', 'question', 'urgency'] as const;

/** Why a state refuses an act. */
export function refusedByState(state: ReferralState, act: ReferralAct): Problem | undefined {
  if (referralLifecycle.allows(state, act)) return undefined;
  return invalidState({ context: { state, act } });
}

/** The side of a referral an act belongs to. Acts that both sides may do are not listed. */
const sideOf: Partial<Record<ReferralAct, 'referrer' | 'recipient'>> = {
  submit: 'referrer',
  discard: 'referrer',
  provide_info: 'referrer',
  withdraw: 'referrer',
  request_cancel: 'referrer',
  resend: 'referrer',
  acknowledge_outcome: 'referrer',
  query_outcome: 'referrer',
  acknowledge: 'recipient',
  start_triage: 'recipient',
  request_info: 'recipient',
  proceed_without_info: 'recipient',
  accept: 'recipient',
  decline: 'recipient',
  hand_back: 'recipient',
  redirect: 'recipient',
  waitlist: 'recipient',
  suspend: 'recipient',
  resume: 'recipient',
  offer: 'recipient',
  book: 'recipient',
  send_outcome: 'recipient',
  reschedule: 'recipient',
  cancel_appointment: 'recipient',
  back_to_list: 'recipient',
  no_show: 'recipient',
  attend: 'recipient',
  start_without_appointment: 'recipient',
  interim_note: 'recipient',
  confirm_cancel: 'recipient',
  refuse_cancel: 'recipient',
  dna_to_cancelled: 'recipient',
  close_unacknowledged: 'recipient',
};

/** Both sides of a referral, and whether the one that received it may still see it. */
export interface Parties {
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
  recipientSees: boolean;
}

/** What the referrer does alone when the receiver may no longer see the referral: nobody is left there who could. */
const doneAlone: readonly ReferralAct[] = ['confirm_cancel', 'redirect'];

/** Why an organisation may not do an act: it belongs to the other side. */
export function refusedBySide(act: ReferralAct, organisationId: string, parties: Parties): Problem | undefined {
  const side = doneAlone.includes(act) && !parties.recipientSees ? 'referrer' : sideOf[act];
  if (side === 'referrer' && parties.referrerOrganisationId !== organisationId) return notYourTurn();
  if (side === 'recipient' && parties.recipientOrganisationId !== organisationId) return notYourTurn();
  return undefined;
}

/** Decisions about a referral: whoever makes them knows what they decide about. */
export const decisions: readonly ReferralAct[] = ['accept', 'decline'];

/** Why a decision waits: the referral has changed since whoever decides looked at it, and they have not read how. */
export const refusedUnread = (act: ReferralAct, unreadChanges: number): Problem | undefined =>
  unreadChanges > 0 && decisions.includes(act) ? changedSinceSeen({ context: { changes: unreadChanges } }) : undefined;

/** The inputs that are missing before a draft can be sent. */
export function missingInputs(content: ReferralContent): FieldProblem[] {
  return required
    .filter((field) => content[field] === null || content[field] === '')
    .map((field) => ({ field, code: 'required', message: 'This is needed.' }));
}

/** Why a draft may not be sent (T02): incomplete, an emergency, a service that takes nobody, or no release for the receiver. */
export function refusedSubmission(
  content: ReferralContent,
  facts: { service: { organisationId: string; acceptsReferrals: boolean } | null; releases: readonly Release[]; today: CalendarDay },
): Problem | undefined {
  if (content.urgency === 'emergency') return emergencyCannotBeSent();
  const missing = missingInputs(content);
  if (missing.length > 0) return incomplete({ fields: missing });
  if (!facts.service?.acceptsReferrals) return serviceNotAccepting();
  if (!coversReferral(facts.releases, facts.service.organisationId, facts.today)) return releaseDoesNotCover();
  return undefined;
}

/** Where a referral is to be handed on to. */
export interface NextReceiver {
  serviceId: string;
  organisationId: string;
  organisationName: string;
  acceptsReferrals: boolean;
}

type Coverage = Parameters<typeof coversReferral>[0];

/**
 * Why a referral may not be handed on (T12): to where it is or comes from, to a service that takes nobody, or without a release. To a receiver that may
 * no longer see it, it goes again like to any other: with a release.
 */
export function refusedRedirect(
  referral: Parties & { serviceId: string | null },
  to: NextReceiver,
  facts: { releases: Coverage; today: CalendarDay },
): Problem | undefined {
  if (referral.recipientSees && to.serviceId === referral.serviceId) return sameService();
  if (to.organisationId === referral.referrerOrganisationId) return redirectToReferrer();
  if (!to.acceptsReferrals) return serviceNotAccepting();
  // Within one organisation the release that let it receive the referral still holds, or it would not see it.
  if (referral.recipientSees && to.organisationId === referral.recipientOrganisationId) return undefined;
  if (coversReferral(facts.releases, to.organisationId, facts.today)) return undefined;
  return releaseMissing({ context: { organisationId: to.organisationId, organisationName: to.organisationName } });
}
