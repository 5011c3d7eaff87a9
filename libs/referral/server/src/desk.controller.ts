import type { AnswerOf, BodyOf } from '@lotse/kernel';
import { assignReferrals, snoozeReferrals } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller } from '@nestjs/common';
import { AssignReferrals } from './assign-referrals/assign-referrals';
import { SnoozeReferrals } from './snooze-referrals/snooze-referrals';

/** What an organisation arranges about referrals among its own. */
@Controller()
export class DeskController {
  constructor(
    private readonly assignReferrals: AssignReferrals,
    private readonly snoozeReferrals: SnoozeReferrals,
  ) {}

  @Serves(assignReferrals)
  assign(
    @Current() transaction: Transaction,
    @Body({ schema: assignReferrals.body }) body: BodyOf<typeof assignReferrals>,
  ): Promise<AnswerOf<typeof assignReferrals>> {
    return this.assignReferrals.run(transaction, body);
  }

  @Serves(snoozeReferrals)
  snooze(
    @Current() transaction: Transaction,
    @Body({ schema: snoozeReferrals.body }) body: BodyOf<typeof snoozeReferrals>,
  ): Promise<AnswerOf<typeof snoozeReferrals>> {
    return this.snoozeReferrals.run(transaction, body);
  }
}
