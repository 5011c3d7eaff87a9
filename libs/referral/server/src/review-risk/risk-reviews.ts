import { newId } from '@lotse/kernel';
import type { ReferralAct } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferralEffects, type Move, type ReferralEffect, type TakenBack } from '../referral-effects';

const open = `
  insert into risk_review (id, region_id, organisation_id, referral_id, person_id, step_id, due_at)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5)
  on conflict (referral_id) where recorded_at is null and dropped_at is null do nothing`;
const drop = 'select drop_risk_review($1, $2)';
const takeBack = `
  update risk_review set dropped_at = now(), dropped_because = 'taken_back'
  where referral_id = $1 and step_id = $2 and recorded_at is null and dropped_at is null`;

/** Acts after which nothing is left to review. Whoever has died or was entered in error is nobody's contact any more. */
const endedBy: Partial<Record<ReferralAct, string>> = { dna_to_cancelled: 'was_cancelled', record_death: 'died', mark_error: 'error' };

/** A missed appointment opens a review of the risk, once. The database lets the referral neither end nor go until somebody has signed it. */
@Injectable()
export class RiskReviews implements ReferralEffect, OnModuleInit {
  readonly name = 'referral.risk-reviews';

  constructor(private readonly effects: ReferralEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async apply(transaction: Transaction, { record, act, dueAt, stepId }: Move): Promise<void> {
    if (act === 'no_show') transaction.send('risk-review.open', open, [newId(), record.id, record.personId, stepId, dueAt]);
    const because = endedBy[act];
    if (because && record.riskReviewOpen) transaction.send('risk-review.drop', drop, [record.id, because]);
  }

  /** Only the review that this very step opened; one that was open before it stays. */
  async takenBack(transaction: Transaction, { record, act, stepId }: TakenBack): Promise<void> {
    if (act === 'no_show') transaction.send('risk-review.take-back', takeBack, [record.id, stepId]);
  }
}
