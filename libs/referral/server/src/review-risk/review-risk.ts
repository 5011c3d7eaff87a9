import type { BodyOf } from '@lotse/kernel';
import type { MovedReferral, reviewRisk } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Referrals } from '../referrals';

const sign = `
  update risk_review set recorded_at = now(), recorded_by = current_staff(), assessment = $2, note = $3
  where referral_id = $1 and recorded_at is null and dropped_at is null`;

/** Records what came of looking at the risk after a missed appointment. Until then nobody returns or closes the referral. */
@Injectable()
export class ReviewRisk {
  constructor(
    private readonly referrals: Referrals,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof reviewRisk>): Promise<MovedReferral> {
    const record = await this.referrals.takeBeside(transaction, id, version, 'review_risk');
    transaction.send('risk-review.record', sign, [id, body.assessment, body.note ?? null]);
    transaction.send('referral.risk-reviewed', 'update referral set risk_review_open = false where id = $1', [id]);
    this.tasks.endAbout(transaction, id, ['risk_review'], 'done');
    return this.referrals.beside(transaction, record, 'risk_reviewed', noteOf(body.assessment, body.note));
  }
}
