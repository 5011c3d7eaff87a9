import type { BodyOf, ParamsOf } from '@lotse/kernel';
import {
  attendAppointment,
  backToList,
  cancelAppointment,
  confirmCancel,
  dnaToCancelled,
  handBack,
  proceedWithoutInfo,
  recordNoShow,
  refuseCancel,
  requestCancel,
  resumeReferral,
  reviewRisk,
  startWithoutAppointment,
  suspendReferral,
  type MovedReferral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { MoveReferral } from './move-referral/move-referral';
import { ReturnReferral } from './return-referral/return-referral';
import { ReviewRisk } from './review-risk/review-risk';
import { SuspendReferral } from './suspend-referral/suspend-referral';

/** Acts between acceptance and outcome; appointments that need a slot belong to the waiting list. */
@Controller()
export class CareController {
  constructor(
    private readonly move: MoveReferral,
    private readonly giveBack: ReturnReferral,
    private readonly suspending: SuspendReferral,
    private readonly reviewing: ReviewRisk,
  ) {}

  @Serves(proceedWithoutInfo)
  proceed(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: proceedWithoutInfo.params }) { id }: ParamsOf<typeof proceedWithoutInfo>,
    @Body({ schema: proceedWithoutInfo.body }) body: BodyOf<typeof proceedWithoutInfo>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'proceed_without_info', body.reason);
  }

  @Serves(handBack)
  handBack(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: handBack.params }) { id }: ParamsOf<typeof handBack>,
    @Body({ schema: handBack.body }) body: BodyOf<typeof handBack>,
  ): Promise<MovedReferral> {
    return this.giveBack.run(transaction, id, version, 'hand_back', body);
  }

  @Serves(suspendReferral)
  suspend(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: suspendReferral.params }) { id }: ParamsOf<typeof suspendReferral>,
    @Body({ schema: suspendReferral.body }) body: BodyOf<typeof suspendReferral>,
  ): Promise<MovedReferral> {
    return this.suspending.run(transaction, id, version, body);
  }

  @Serves(resumeReferral)
  resume(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: resumeReferral.params }) { id }: ParamsOf<typeof resumeReferral>,
    @Body({ schema: resumeReferral.body }) body: BodyOf<typeof resumeReferral>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'resume', body.note);
  }

  @Serves(cancelAppointment)
  cancelAppointment(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: cancelAppointment.params }) { id }: ParamsOf<typeof cancelAppointment>,
    @Body({ schema: cancelAppointment.body }) { by, reason, comment }: BodyOf<typeof cancelAppointment>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'cancel_appointment', { list: `cancel_by_${by}`, code: reason, comment });
  }

  @Serves(backToList)
  backToList(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: backToList.params }) { id }: ParamsOf<typeof backToList>,
    @Body({ schema: backToList.body }) body: BodyOf<typeof backToList>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'back_to_list', body.note);
  }

  @Serves(recordNoShow)
  noShow(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: recordNoShow.params }) { id }: ParamsOf<typeof recordNoShow>,
    @Body({ schema: recordNoShow.body }) body: BodyOf<typeof recordNoShow>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'no_show', { list: 'no_show', code: body.reason, comment: body.comment });
  }

  @Serves(dnaToCancelled)
  dnaToCancelled(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: dnaToCancelled.params }) { id }: ParamsOf<typeof dnaToCancelled>,
    @Body({ schema: dnaToCancelled.body }) body: BodyOf<typeof dnaToCancelled>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'dna_to_cancelled', body.note);
  }

  @Serves(attendAppointment)
  attend(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: attendAppointment.params }) { id }: ParamsOf<typeof attendAppointment>,
    @Body({ schema: attendAppointment.body }) body: BodyOf<typeof attendAppointment>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'attend', body.note);
  }

  @Serves(startWithoutAppointment)
  start(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: startWithoutAppointment.params }) { id }: ParamsOf<typeof startWithoutAppointment>,
    @Body({ schema: startWithoutAppointment.body }) body: BodyOf<typeof startWithoutAppointment>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'start_without_appointment', body.note);
  }

  @Serves(requestCancel)
  requestCancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: requestCancel.params }) { id }: ParamsOf<typeof requestCancel>,
    @Body({ schema: requestCancel.body }) body: BodyOf<typeof requestCancel>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'request_cancel', { list: 'withdraw', code: body.reason, comment: body.comment });
  }

  @Serves(confirmCancel)
  confirmCancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: confirmCancel.params }) { id }: ParamsOf<typeof confirmCancel>,
    @Body({ schema: confirmCancel.body }) body: BodyOf<typeof confirmCancel>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'confirm_cancel', body.note);
  }

  @Serves(refuseCancel)
  refuseCancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: refuseCancel.params }) { id }: ParamsOf<typeof refuseCancel>,
    @Body({ schema: refuseCancel.body }) body: BodyOf<typeof refuseCancel>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'refuse_cancel', body.reason);
  }

  @Serves(reviewRisk)
  reviewRisk(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: reviewRisk.params }) { id }: ParamsOf<typeof reviewRisk>,
    @Body({ schema: reviewRisk.body }) body: BodyOf<typeof reviewRisk>,
  ): Promise<MovedReferral> {
    return this.reviewing.run(transaction, id, version, body);
  }
}
