import { calendarDayOf, instantAt, refuse, type BodyOf } from '@lotse/kernel';
import { dueDateInPast, type MovedReferral, type requestInfo } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

/** Asks the referrer back (T06). The question stays on the referral until it is answered; the total clock goes on. */
@Injectable()
export class RequestInfo {
  constructor(private readonly referrals: Referrals) {}

  async run(
    transaction: Transaction,
    id: string,
    version: number,
    { question, dueOn }: BodyOf<typeof requestInfo>,
  ): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(dueOn < calendarDayOf(new Date()) ? dueDateInPast() : undefined);
    return this.referrals.move(transaction, record, 'request_info', {
      note: question,
      dueAt: instantAt(dueOn, '17:00'),
      question: { text: question, dueOn },
    });
  }
}
