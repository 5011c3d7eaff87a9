import type { MovedReferral, ReferralAct } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

/** Acts that move a referral and leave at most a note: acknowledge, start triage, accept, decline, withdraw, discard. */
@Injectable()
export class MoveReferral {
  constructor(private readonly referrals: Referrals) {}

  async run(transaction: Transaction, id: string, version: number, act: ReferralAct, note?: string): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    return this.referrals.move(transaction, record, act, { note });
  }
}
