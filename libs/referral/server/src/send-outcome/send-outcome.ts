import { newId, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import { noOutcomeYet, reportOrReason, type amendOutcome, type MovedReferral, type sendOutcome } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { Reasons } from '../reasons';
import { Referrals } from '../referrals';

const write = `
  insert into referral_outcome (id, referral_id, edition, outcome, report, no_report_reason, organisation_id, staff_id)
  select $1, $2, coalesce(max(edition), 0) + 1, $3, $4, $5, current_organisation(), current_staff() from referral_outcome where referral_id = $2`;
const amend = `
  insert into referral_outcome (id, referral_id, edition, outcome, report, organisation_id, staff_id)
  select $1, $2, edition + 1, outcome, $3, current_organisation(), current_staff() from referral_outcome where referral_id = $2
  order by edition desc limit 1`;

/** Tells the referrer how it ended (T27), with a report or the reason why there is none; and what is added to a report later. */
@Injectable()
export class SendOutcome {
  constructor(
    private readonly referrals: Referrals,
    private readonly reasons: Reasons,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof sendOutcome>): Promise<MovedReferral> {
    const { outcome, report, noReportReason } = body;
    const record = await this.referrals.take(transaction, id, version, 'send_outcome');
    refuse((report === undefined) === (noReportReason === undefined) ? reportOrReason() : undefined);
    await this.reasons.expect(transaction, { list: 'outcome', code: outcome });
    if (noReportReason) await this.reasons.expect(transaction, { list: 'no_report', code: noReportReason });
    transaction.send('outcome.write', write, [newId(), id, outcome, report ?? null, noReportReason ?? null]);
    return this.referrals.move(transaction, record, 'send_outcome', { note: outcome });
  }

  /** A new edition; whoever has read the earlier one sees that there is one. */
  async amend(transaction: Transaction, id: string, version: number, { report }: BodyOf<typeof amendOutcome>): Promise<MovedReferral> {
    const record = await this.referrals.takeBeside(transaction, id, version, 'amend_outcome');
    if ((await transaction.change('outcome.amend', amend, [newId(), id, report])) === 0) throw new Refusal(noOutcomeYet());
    this.tasks.endAbout(transaction, id, ['outcome_question'], 'done');
    return this.referrals.beside(transaction, record, 'outcome_amended');
  }
}
