import type { Role } from '@lotse/identity/model';
import { notFound, Refusal, type AnswerOf } from '@lotse/kernel';
import {
  besideActs,
  refusedBeside,
  refusedByGuard,
  refusedBySide,
  refusedByState,
  referralLifecycle,
  type GuardFacts,
  type Parties,
  type readReferralActs,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { recipientSees, unreadChanges } from '../referral-statements';
import { refusedByRole } from '../permission-of-act';

type Row = GuardFacts & Parties;

const text = `
  select state, referrer_organisation_id as "referrerOrganisationId", recipient_organisation_id as "recipientOrganisationId",
    created_by as "createdBy", due_at as "dueAt", appointment_starts_at as "appointmentStartsAt", risk_review_open as "riskReviewOpen",
    outcome_chasers as "outcomeChasers", closed_at as "closedAt", error_asked_by as "errorAskedBy", ${unreadChanges('referral')} as "unreadChanges",
    ${recipientSees} as "recipientSees"
  from referral where id = $1`;

/** Every act of the life, and why it is off when it is: the same rules, in the same order, refuse the act itself. */
@Injectable()
export class ReadReferralActs {
  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof readReferralActs>> {
    const referral = await transaction.row<Row>('referral.parties', text, [id]);
    if (!referral) throw new Refusal(notFound());
    const { staffId, organisationId, roles } = transaction.actor;
    const acting = { staffId, organisationId, now: new Date() };
    const ofLife = referralLifecycle.acts.map((act) => {
      const problem =
        refusedByRole(act, roles as Role[], referral.recipientSees) ??
        refusedByState(referral.state, act) ??
        refusedBySide(act, organisationId, referral) ??
        refusedByGuard(act, referral, acting);
      return { act, allowed: !problem, served: true, problem: problem ?? null };
    });
    const beside = besideActs.map((act) => {
      const problem = refusedByRole(act, roles as Role[], referral.recipientSees) ?? refusedBeside(act, referral, organisationId);
      return { act, allowed: !problem, served: true, problem: problem ?? null };
    });
    return { items: [...ofLife, ...beside] };
  }
}
