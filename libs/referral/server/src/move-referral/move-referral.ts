import type { MovedReferral, ReferralAct } from '@lotse/referral/model';
import type { ReasonList } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Reasons } from '../reasons';
import { Referrals } from '../referrals';

/** A coded reason that an act is given. */
export interface GivenReason {
  list: ReasonList;
  code: string;
  comment?: string;
  /** What the act calls the comment. */
  commentField?: string;
}

/** Acts that move a referral and leave a note, with or without a reason from the county's lists. */
@Injectable()
export class MoveReferral {
  constructor(
    private readonly referrals: Referrals,
    private readonly reasons: Reasons,
  ) {}

  async run(transaction: Transaction, id: string, version: number, act: ReferralAct, why?: string | GivenReason): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, act);
    if (typeof why !== 'object') return this.referrals.move(transaction, record, act, { note: why });
    await this.reasons.expect(transaction, why);
    return this.referrals.move(transaction, record, act, {
      note: noteOf(why.code, why.comment),
      reason: { list: why.list, code: why.code },
    });
  }
}
