import type { BodyOf, ParamsOf } from '@lotse/kernel';
import {
  acceptReferral,
  acknowledgeReferral,
  declineReferral,
  discardReferral,
  provideInfo,
  redirectReferral,
  requestInfo,
  startTriage,
  undoMove,
  withdrawReferral,
  type MovedReferral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { MoveReferral } from './move-referral/move-referral';
import { AnswerQuestion } from './questions/answer-question';
import { RedirectReferral } from './redirect-referral/redirect-referral';
import { RequestInfo } from './request-info/request-info';
import { ReturnReferral } from './return-referral/return-referral';
import { UndoMove } from './undo-move/undo-move';

/** The acts of a referral's life that are served here; `waitlist` and the offers belong to the waiting list. */
@Controller()
export class MoveReferralController {
  constructor(
    private readonly move: MoveReferral,
    private readonly ask: RequestInfo,
    private readonly handOn: RedirectReferral,
    private readonly takeBack: UndoMove,
    private readonly answering: AnswerQuestion,
    private readonly giveBack: ReturnReferral,
  ) {}

  @Serves(discardReferral)
  discard(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: discardReferral.params }) { id }: ParamsOf<typeof discardReferral>,
    @Body({ schema: discardReferral.body }) body: BodyOf<typeof discardReferral>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'discard', body.reason);
  }

  @Serves(acknowledgeReferral)
  acknowledge(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: acknowledgeReferral.params }) { id }: ParamsOf<typeof acknowledgeReferral>,
    @Body({ schema: acknowledgeReferral.body }) _body: BodyOf<typeof acknowledgeReferral>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'acknowledge');
  }

  @Serves(startTriage)
  startTriage(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: startTriage.params }) { id }: ParamsOf<typeof startTriage>,
    @Body({ schema: startTriage.body }) _body: BodyOf<typeof startTriage>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'start_triage');
  }

  @Serves(provideInfo)
  provideInfo(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: provideInfo.params }) { id }: ParamsOf<typeof provideInfo>,
    @Body({ schema: provideInfo.body }) body: BodyOf<typeof provideInfo>,
  ): Promise<MovedReferral> {
    return this.answering.all(transaction, id, version, body.answer);
  }

  @Serves(acceptReferral)
  accept(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: acceptReferral.params }) { id }: ParamsOf<typeof acceptReferral>,
    @Body({ schema: acceptReferral.body }) body: BodyOf<typeof acceptReferral>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'accept', body.note);
  }

  @Serves(declineReferral)
  decline(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: declineReferral.params }) { id }: ParamsOf<typeof declineReferral>,
    @Body({ schema: declineReferral.body }) body: BodyOf<typeof declineReferral>,
  ): Promise<MovedReferral> {
    return this.giveBack.run(transaction, id, version, 'decline', body);
  }

  @Serves(withdrawReferral)
  withdraw(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: withdrawReferral.params }) { id }: ParamsOf<typeof withdrawReferral>,
    @Body({ schema: withdrawReferral.body }) body: BodyOf<typeof withdrawReferral>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'withdraw', { list: 'withdraw', code: body.reason, comment: body.comment });
  }

  @Serves(requestInfo)
  requestInfo(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: requestInfo.params }) { id }: ParamsOf<typeof requestInfo>,
    @Body({ schema: requestInfo.body }) body: BodyOf<typeof requestInfo>,
  ): Promise<MovedReferral> {
    return this.ask.run(transaction, id, version, body);
  }

  @Serves(redirectReferral)
  redirect(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: redirectReferral.params }) { id }: ParamsOf<typeof redirectReferral>,
    @Body({ schema: redirectReferral.body }) body: BodyOf<typeof redirectReferral>,
  ): Promise<MovedReferral> {
    return this.handOn.run(transaction, id, version, body);
  }

  @Serves(undoMove)
  undo(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: undoMove.params }) { id }: ParamsOf<typeof undoMove>,
    @Body({ schema: undoMove.body }) _body: BodyOf<typeof undoMove>,
  ): Promise<MovedReferral> {
    return this.takeBack.run(transaction, id, version);
  }
}
