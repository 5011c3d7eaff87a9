import type { BodyOf, ParamsOf } from '@lotse/kernel';
import {
  acknowledgeOutcome,
  amendOutcome,
  chaseOutcome,
  closeUnacknowledged,
  markError,
  queryOutcome,
  recordDeath,
  reopenReferral,
  resendReferral,
  sendInterimNote,
  sendOutcome,
  setDeadline,
  type MovedReferral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { ChaseOutcome } from './chase-outcome/chase-outcome';
import { SetDeadline } from './deadlines/set-deadline';
import { MarkError } from './mark-error/mark-error';
import { MoveReferral } from './move-referral/move-referral';
import { noteOf } from './note-of';
import { RecordDeath } from './record-death/record-death';
import { ResendReferral } from './resend-referral/resend-referral';
import { SendOutcome } from './send-outcome/send-outcome';

/** How a referral ends, how it goes on after an end, and by when. */
@Controller()
export class OutcomeController {
  constructor(
    private readonly move: MoveReferral,
    private readonly outcome: SendOutcome,
    private readonly chasing: ChaseOutcome,
    private readonly resending: ResendReferral,
    private readonly erring: MarkError,
    private readonly dying: RecordDeath,
    private readonly deadline: SetDeadline,
  ) {}

  @Serves(sendInterimNote)
  interimNote(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: sendInterimNote.params }) { id }: ParamsOf<typeof sendInterimNote>,
    @Body({ schema: sendInterimNote.body }) body: BodyOf<typeof sendInterimNote>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'interim_note', body.note);
  }

  @Serves(sendOutcome)
  send(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: sendOutcome.params }) { id }: ParamsOf<typeof sendOutcome>,
    @Body({ schema: sendOutcome.body }) body: BodyOf<typeof sendOutcome>,
  ): Promise<MovedReferral> {
    return this.outcome.run(transaction, id, version, body);
  }

  @Serves(amendOutcome)
  amend(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: amendOutcome.params }) { id }: ParamsOf<typeof amendOutcome>,
    @Body({ schema: amendOutcome.body }) body: BodyOf<typeof amendOutcome>,
  ): Promise<MovedReferral> {
    return this.outcome.amend(transaction, id, version, body);
  }

  @Serves(acknowledgeOutcome)
  acknowledge(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: acknowledgeOutcome.params }) { id }: ParamsOf<typeof acknowledgeOutcome>,
    @Body({ schema: acknowledgeOutcome.body }) body: BodyOf<typeof acknowledgeOutcome>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'acknowledge_outcome', noteOf(body.disposition, body.note));
  }

  @Serves(queryOutcome)
  query(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: queryOutcome.params }) { id }: ParamsOf<typeof queryOutcome>,
    @Body({ schema: queryOutcome.body }) body: BodyOf<typeof queryOutcome>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'query_outcome', body.question);
  }

  @Serves(chaseOutcome)
  chase(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: chaseOutcome.params }) { id }: ParamsOf<typeof chaseOutcome>,
    @Body({ schema: chaseOutcome.body }) body: BodyOf<typeof chaseOutcome>,
  ): Promise<MovedReferral> {
    return this.chasing.run(transaction, id, version, body);
  }

  @Serves(closeUnacknowledged)
  close(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: closeUnacknowledged.params }) { id }: ParamsOf<typeof closeUnacknowledged>,
    @Body({ schema: closeUnacknowledged.body }) body: BodyOf<typeof closeUnacknowledged>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'close_unacknowledged', body.reason);
  }

  @Serves(reopenReferral)
  reopen(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: reopenReferral.params }) { id }: ParamsOf<typeof reopenReferral>,
    @Body({ schema: reopenReferral.body }) body: BodyOf<typeof reopenReferral>,
  ): Promise<MovedReferral> {
    return this.move.run(transaction, id, version, 'reopen', body.reason);
  }

  @Serves(resendReferral)
  resend(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: resendReferral.params }) { id }: ParamsOf<typeof resendReferral>,
    @Body({ schema: resendReferral.body }) body: BodyOf<typeof resendReferral>,
  ): Promise<MovedReferral> {
    return this.resending.run(transaction, id, version, body);
  }

  @Serves(markError)
  markError(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: markError.params }) { id }: ParamsOf<typeof markError>,
    @Body({ schema: markError.body }) body: BodyOf<typeof markError>,
  ): Promise<MovedReferral> {
    return this.erring.run(transaction, id, version, body);
  }

  @Serves(recordDeath)
  recordDeath(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: recordDeath.params }) { id }: ParamsOf<typeof recordDeath>,
    @Body({ schema: recordDeath.body }) body: BodyOf<typeof recordDeath>,
  ): Promise<MovedReferral> {
    return this.dying.run(transaction, id, version, body);
  }

  @Serves(setDeadline)
  setDeadline(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: setDeadline.params }) { id }: ParamsOf<typeof setDeadline>,
    @Body({ schema: setDeadline.body }) body: BodyOf<typeof setDeadline>,
  ): Promise<MovedReferral> {
    return this.deadline.run(transaction, id, version, body);
  }
}
