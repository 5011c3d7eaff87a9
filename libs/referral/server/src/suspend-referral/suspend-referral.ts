import { addCalendarDays, calendarDayOf, refuse, type BodyOf } from '@lotse/kernel';
import { dueDateInPast, reviewTooFar, type MovedReferral, type suspendReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Reasons } from '../reasons';
import { Referrals } from '../referrals';

/** Longer than this nobody is paused without somebody looking. */
const atMostDays = 90;

/** Pauses the offers to somebody on a list (T14). The total wait is never shortened; on the day a task asks. */
@Injectable()
export class SuspendReferral {
  constructor(
    private readonly referrals: Referrals,
    private readonly reasons: Reasons,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof suspendReferral>): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, 'suspend');
    await this.reasons.expect(transaction, { list: 'suspend', code: body.reason, comment: body.comment });
    const today = calendarDayOf(new Date());
    refuse(body.reviewOn < today ? dueDateInPast({ fields: [{ field: 'reviewOn', code: 'due-date-in-past', message: '' }] }) : undefined);
    refuse(body.reviewOn > addCalendarDays(today, atMostDays) ? reviewTooFar() : undefined);
    const moved = await this.referrals.move(transaction, record, 'suspend', { note: noteOf(body.reason, body.comment) });
    transaction.send('referral.suspend-until', 'update referral set suspended_until = $2 where id = $1', [id, body.reviewOn]);
    return moved;
  }
}
