import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import { readChanges, seeChanges } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { ChangedSince } from './changed-since';

@Controller()
export class ChangedSinceController {
  constructor(private readonly changedSince: ChangedSince) {}

  @Serves(readChanges)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readChanges.params }) { id }: ParamsOf<typeof readChanges>,
  ): Promise<AnswerOf<typeof readChanges>> {
    return this.changedSince.read(transaction, id);
  }

  @Serves(seeChanges)
  see(
    @Current() transaction: Transaction,
    @Param({ schema: seeChanges.params }) { id }: ParamsOf<typeof seeChanges>,
    @Body({ schema: seeChanges.body }) { upTo }: BodyOf<typeof seeChanges>,
  ): Promise<AnswerOf<typeof seeChanges>> {
    return this.changedSince.see(transaction, id, upTo);
  }
}
