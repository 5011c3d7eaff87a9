import { inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import type { Endpoint } from '@lotse/kernel';
import {
  acknowledgeOutcome,
  amendOutcome,
  attendAppointment,
  backToList,
  cancelAppointment,
  chaseOutcome,
  closeUnacknowledged,
  confirmCancel,
  dnaToCancelled,
  handBack,
  markError,
  proceedWithoutInfo,
  queryOutcome,
  recordDeath,
  recordNoShow,
  refuseCancel,
  reopenReferral,
  requestCancel,
  resendReferral,
  resumeReferral,
  reviewRisk,
  sendInterimNote,
  sendOutcome,
  setDeadline,
  startWithoutAppointment,
  suspendReferral,
  acceptReferral,
  acknowledgeReferral,
  declineReferral,
  discardReferral,
  movedReferralSchema,
  provideInfo,
  redirectReferral,
  requestInfo,
  startTriage,
  undoMove,
  withdrawReferral,
  type MovedReferral,
} from '@lotse/referral/model';
import type { z } from 'zod';
import { ReferralLooks } from '../looks/referral-looks';
import { bookSlot, offerToReferral, rescheduleSlot } from './slot.contracts';
import { waitlistReferral } from './waitlist.contract';

/** What all contracts of moves have in common. */
interface Move extends Endpoint {
  readonly params: typeof startTriage.params;
  readonly body: z.ZodType<object, object>;
  readonly response: typeof movedReferralSchema;
  readonly versioned: true;
}

const moves = {
  acknowledge: acknowledgeReferral,
  start_triage: startTriage,
  accept: acceptReferral,
  waitlist: waitlistReferral,
  request_info: requestInfo,
  provide_info: provideInfo,
  decline: declineReferral,
  redirect: redirectReferral,
  withdraw: withdrawReferral,
  discard: discardReferral,
  proceed_without_info: proceedWithoutInfo,
  hand_back: handBack,
  suspend: suspendReferral,
  resume: resumeReferral,
  book: bookSlot,
  reschedule: rescheduleSlot,
  offer: offerToReferral,
  cancel_appointment: cancelAppointment,
  back_to_list: backToList,
  no_show: recordNoShow,
  review_risk: reviewRisk,
  set_deadline: setDeadline,
  dna_to_cancelled: dnaToCancelled,
  attend: attendAppointment,
  start_without_appointment: startWithoutAppointment,
  interim_note: sendInterimNote,
  send_outcome: sendOutcome,
  amend_outcome: amendOutcome,
  acknowledge_outcome: acknowledgeOutcome,
  query_outcome: queryOutcome,
  chase_outcome: chaseOutcome,
  close_unacknowledged: closeUnacknowledged,
  reopen: reopenReferral,
  request_cancel: requestCancel,
  confirm_cancel: confirmCancel,
  refuse_cancel: refuseCancel,
  resend: resendReferral,
  mark_error: markError,
  record_death: recordDeath,
} as const satisfies Record<string, Move>;

/** An act that a button can do. */
export type ServedAct = keyof typeof moves;

export const servedActs = Object.keys(moves) as ServedAct[];
export const isServedAct = (act: string): act is ServedAct => act in moves;

type Seen = Pick<MovedReferral, 'id' | 'version'>;

/** Does the acts of a referral's life, each guarded by the version that was looked at. */
@Service()
export class PerformAct {
  private readonly api = inject(Api);
  private readonly looks = inject(ReferralLooks);

  run(act: ServedAct, seen: Seen, body: object = {}): Promise<MovedReferral> {
    return this.send(moves[act], seen, body);
  }

  /** Takes back the last step, as long as the server allows it. */
  undo(seen: Seen): Promise<MovedReferral> {
    return this.send(undoMove, seen, {});
  }

  /** Whatever comes of it, what was read before is old. */
  private send(move: Move, { id, version }: Seen, body: object): Promise<MovedReferral> {
    return this.api.send(move, { params: { id }, body, version }).finally(() => this.looks.forget(id));
  }
}
