import { daysAfter, type Endpoint } from '@lotse/kernel';
import * as referral from '@lotse/referral/model';
import { referralLifecycle, type ReferralAct, type ReferralState } from '@lotse/referral/model';
import {
  acceptOfferOfReferral,
  bookSlot,
  endOfferOfReferral,
  joinWaitingList,
  offerToReferral,
  rescheduleSlot,
} from '@lotse/waiting-list/model';
import type { Side } from './life-story';

export type Act = ReferralAct | referral.BesideAct;

interface HowToDo {
  contract: Endpoint;
  body?: object;
  needsSlot?: true;
}

const inDays = (days: number): string => daysAfter(Date.now(), days).toISOString().slice(0, 10);
const why = { reason: 'Für diese Probe' };
const comesBack = { reason: 'no_capacity', way: 'advice', wayForward: 'Bitte an die Beratungsstelle wenden' };

/** How each act is done when nothing stands in its way. */
export const contracts: Readonly<Record<Act, HowToDo>> = {
  submit: { contract: referral.submitReferral },
  discard: { contract: referral.discardReferral },
  acknowledge: { contract: referral.acknowledgeReferral },
  start_triage: { contract: referral.startTriage },
  request_info: { contract: referral.requestInfo, body: { question: 'Seit wann?', dueOn: inDays(7) } },
  provide_info: { contract: referral.provideInfo, body: { answer: 'Seit Mai' } },
  proceed_without_info: { contract: referral.proceedWithoutInfo, body: why },
  accept: { contract: referral.acceptReferral },
  decline: { contract: referral.declineReferral, body: comesBack },
  hand_back: { contract: referral.handBack, body: comesBack },
  redirect: { contract: referral.redirectReferral, body: { reason: 'specialty' } },
  withdraw: { contract: referral.withdrawReferral, body: { reason: 'recovered' } },
  waitlist: { contract: joinWaitingList },
  suspend: { contract: referral.suspendReferral, body: { reason: 'away', reviewOn: inDays(30) } },
  resume: { contract: referral.resumeReferral },
  offer: { contract: offerToReferral, needsSlot: true, body: { outOfTurnReason: 'für diese Probe' } },
  accept_offer: { contract: acceptOfferOfReferral },
  end_offer: { contract: endOfferOfReferral, body: { reason: 'time' } },
  book: { contract: bookSlot, needsSlot: true },
  reschedule: { contract: rescheduleSlot, needsSlot: true },
  cancel_appointment: { contract: referral.cancelAppointment, body: { by: 'person', reason: 'ill' } },
  back_to_list: { contract: referral.backToList },
  no_show: { contract: referral.recordNoShow, body: { reason: 'unknown' } },
  attend: { contract: referral.attendAppointment },
  dna_to_cancelled: { contract: referral.dnaToCancelled },
  start_without_appointment: { contract: referral.startWithoutAppointment },
  interim_note: { contract: referral.sendInterimNote, body: { note: 'Es geht voran' } },
  send_outcome: { contract: referral.sendOutcome, body: { outcome: 'helped', report: 'Behandlung abgeschlossen' } },
  acknowledge_outcome: { contract: referral.acknowledgeOutcome, body: { disposition: 'nothing_further' } },
  query_outcome: { contract: referral.queryOutcome, body: { question: 'Welche Medikation?' } },
  close_unacknowledged: { contract: referral.closeUnacknowledged, body: why },
  reopen: { contract: referral.reopenReferral, body: why },
  request_cancel: { contract: referral.requestCancel, body: { reason: 'recovered' } },
  confirm_cancel: { contract: referral.confirmCancel },
  refuse_cancel: { contract: referral.refuseCancel, body: why },
  resend: { contract: referral.resendReferral },
  mark_error: { contract: referral.markError, body: why },
  record_death: { contract: referral.recordDeath, body: { source: 'relatives' } },
  review_risk: { contract: referral.reviewRisk, body: { assessment: 'no_concern' } },
  chase_outcome: { contract: referral.chaseOutcome, body: { how: 'phone' } },
  set_deadline: { contract: referral.setDeadline, body: { code: 'follow_up_after_discharge', startsOn: inDays(1) } },
  amend_outcome: { contract: referral.amendOutcome, body: { report: 'Ergänzt' } },
};

export const lifeActs = referralLifecycle.acts;

const ofPractice: readonly Act[] = [
  'submit',
  'discard',
  'provide_info',
  'withdraw',
  'request_cancel',
  'resend',
  'acknowledge_outcome',
  'query_outcome',
  'reopen',
  'mark_error',
  'record_death',
];

/** The side that does an act; of those that both may do, the practice. */
export const sideThatDoes = (act: Act): Side => (ofPractice.includes(act) ? 'practice' : 'clinic');

const accepted: readonly Act[] = ['submit', 'acknowledge', 'accept'];
const booked: readonly Act[] = [...accepted, 'waitlist', 'offer', 'accept_offer'];
const outcome: readonly Act[] = [...booked, 'attend', 'send_outcome'];

/** A way to each state. */
export const pathTo: Readonly<Record<ReferralState, readonly Act[]>> = {
  draft: [],
  requested: ['submit'],
  received: ['submit', 'acknowledge'],
  in_triage: ['submit', 'acknowledge', 'start_triage'],
  info_requested: ['submit', 'acknowledge', 'request_info'],
  accepted,
  waitlisted: [...accepted, 'waitlist'],
  suspended: [...accepted, 'waitlist', 'suspend'],
  offered: [...accepted, 'waitlist', 'offer'],
  booked,
  rebook_required: [...booked, 'cancel_appointment'],
  dna_review: [...booked, 'no_show'],
  in_service: [...booked, 'attend'],
  cancel_requested: [...accepted, 'waitlist', 'request_cancel'],
  returned: ['submit', 'acknowledge', 'decline'],
  outcome_sent: outcome,
  closed: [...outcome, 'acknowledge_outcome'],
  withdrawn: ['submit', 'withdraw'],
  entered_in_error: ['submit', 'mark_error'],
};
