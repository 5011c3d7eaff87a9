import { daysAfter, type BodyOf } from '@lotse/kernel';
import type { markError, MovedReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { Referrals, type ReferralRecord } from '../referrals';

const ask = 'update referral set error_asked_by = current_organisation() where id = $1';

/**
 * Says that a referral was an error (T37). Until it is received whoever wrote it decides; afterwards the first side asks, which moves
 * nothing, and the other one confirms by doing the same. Whoever may no longer see it is not asked.
 */
@Injectable()
export class MarkError {
  constructor(
    private readonly referrals: Referrals,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { reason }: BodyOf<typeof markError>): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, 'mark_error');
    const isDecided = record.state === 'draft' || record.state === 'requested' || record.errorAskedBy !== null;
    const isOneHouse = record.referrerOrganisationId === record.recipientOrganisationId;
    if (isDecided || isOneHouse || !record.recipientSees) return this.referrals.move(transaction, record, 'mark_error', { note: reason });
    return this.ask(transaction, record, reason);
  }

  private ask(transaction: Transaction, record: ReferralRecord, reason: string): MovedReferral {
    const { id, reference, personId, referrerOrganisationId, recipientOrganisationId } = record;
    const isReferrer = transaction.actor.organisationId === referrerOrganisationId;
    transaction.send('referral.ask-error', ask, [id]);
    const moved = this.referrals.beside(transaction, record, 'error_asked', reason);
    this.tasks.open(transaction, {
      key: `error-to-confirm:${id}:${moved.version}`,
      kind: 'error_to_confirm',
      subject: 'referral',
      subjectId: id,
      personId,
      organisationId: isReferrer ? recipientOrganisationId! : referrerOrganisationId,
      dueAt: daysAfter(Date.now(), 2),
      facts: { reference },
    });
    return moved;
  }
}
