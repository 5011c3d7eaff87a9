import { refuse } from '@lotse/kernel';
import { notYourTurn, type JoinRule, type MovedReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';
import { Bundles } from './bundles';

const change = `update referral_bundle set join_rule = $2 where id = $1 and join_rule <> $2`;

/** What it means for the other parts when one of them succeeds. The referrer says so, for all parts. */
@Injectable()
export class ChangeJoinRule {
  constructor(
    private readonly referrals: Referrals,
    private readonly bundles: Bundles,
  ) {}

  async run(transaction: Transaction, id: string, version: number, joinRule: JoinRule): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(record.referrerOrganisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    this.set(transaction, await this.bundles.of(transaction, record, joinRule), joinRule);
    transaction.record({ kind: 'act', verb: 'referral.change_join_rule', subject: 'referral', subjectId: id, personId: record.personId });
    return { id, state: record.state, version };
  }

  set(transaction: Transaction, bundleId: string, joinRule: JoinRule): void {
    transaction.send('bundle.change-rule', change, [bundleId, joinRule]);
  }
}
