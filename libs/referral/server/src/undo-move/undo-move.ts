import type { Role } from '@lotse/identity/model';
import { refuse } from '@lotse/kernel';
import { refusedUndo, type LastStep, type MovedReferral, type ReferralAct, type ReferralState } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refusedUndoByRole } from '../permission-of-act';
import { Referrals } from '../referrals';

interface Row extends LastStep {
  id: string;
  fromState: ReferralState;
  recipientBefore: string | null;
}

const last = `
  select id, act, organisation_id as "organisationId", from_state as "fromState", at, before ->> 'recipientOrganisationId' as "recipientBefore",
    before is not null as "isRemembered", (before ->> 'version')::int is distinct from $2 - 1 as "isOvertaken"
  from referral_step where referral_id = $1 order by at desc, id desc limit 1`;

/** Takes back the last step of triage. It is a step of its own; the one that is taken back stays in the history. */
@Injectable()
export class UndoMove {
  constructor(private readonly referrals: Referrals) {}

  async run(transaction: Transaction, id: string, version: number): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    const step = (await transaction.row<Row>('referral.last-step', last, [id, version]))!;
    const { organisationId, roles } = transaction.actor;
    refuse(refusedUndo(step, organisationId, new Date()));
    refuse(refusedUndoByRole(step.act as ReferralAct, roles as Role[]));
    if (record.recipientOrganisationId !== step.recipientBefore) {
      transaction.send('grant.take-back-leg', 'select take_back_leg($1, $2)', [id, record.recipientOrganisationId]);
    }
    return this.referrals.undo(transaction, record, { ...step, recipientOrganisationId: step.recipientBefore });
  }
}
