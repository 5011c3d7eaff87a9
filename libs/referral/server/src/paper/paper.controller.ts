import type { BodyOf, ParamsOf } from '@lotse/kernel';
import { enterPaperReferral, recordForSender, type MovedReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { EnterPaper } from './enter-paper';
import { RecordForSender } from './record-for-sender';

/** What came in on paper, and what those say who wrote it. */
@Controller()
export class PaperController {
  constructor(
    private readonly enterPaper: EnterPaper,
    private readonly recordForSender: RecordForSender,
  ) {}

  @Serves(enterPaperReferral)
  enter(
    @Current() transaction: Transaction,
    @Body({ schema: enterPaperReferral.body }) body: BodyOf<typeof enterPaperReferral>,
  ): Promise<MovedReferral> {
    return this.enterPaper.run(transaction, body);
  }

  @Serves(recordForSender)
  record(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: recordForSender.params }) { id }: ParamsOf<typeof recordForSender>,
    @Body({ schema: recordForSender.body }) body: BodyOf<typeof recordForSender>,
  ): Promise<MovedReferral> {
    return this.recordForSender.run(transaction, id, version, body);
  }
}
