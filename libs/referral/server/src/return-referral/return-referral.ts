import { daysAfter, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import { secondPersonNeeded, unknownService, type handBack, type MovedReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Reasons } from '../reasons';
import { Referrals, type ReferralRecord } from '../referrals';

type Body = BodyOf<typeof handBack>;

const say = 'update referral set way_forward = $2, alternative_service_id = $3 where id = $1';
const propose = 'update referral set decline_proposed_by = current_staff() where id = $1';
const isService = 'select id from service where id = $1 and region_id = current_region()';

/**
 * Returns a referral to the referrer (T10, T11), always with a way forward for the person. "Nothing available" takes two people of the
 * organisation: the first proposes it, which moves nothing, the second confirms by doing the same.
 */
@Injectable()
export class ReturnReferral {
  constructor(
    private readonly referrals: Referrals,
    private readonly reasons: Reasons,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, act: 'decline' | 'hand_back', body: Body): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, act);
    await this.reasons.expect(transaction, { list: 'decline', code: body.reason, comment: body.comment });
    await this.expectService(transaction, body.alternativeServiceId);
    const note = noteOf(body.reason, body.comment, body.wayForward);
    if (body.way === 'none' && !this.isConfirmed(transaction, record)) return this.propose(transaction, record, note);
    transaction.send('referral.way-forward', say, [id, body.way, body.alternativeServiceId ?? null]);
    return this.referrals.move(transaction, record, act, { note });
  }

  private async expectService(transaction: Transaction, serviceId: string | undefined): Promise<void> {
    if (serviceId && !(await transaction.row('return.service', isService, [serviceId]))) throw new Refusal(unknownService());
  }

  private isConfirmed(transaction: Transaction, { declineProposedBy }: ReferralRecord): boolean {
    refuse(declineProposedBy === transaction.actor.staffId ? secondPersonNeeded() : undefined);
    return declineProposedBy !== null;
  }

  private propose(transaction: Transaction, record: ReferralRecord, note: string): MovedReferral {
    const { id, reference, personId, recipientOrganisationId } = record;
    const moved = this.referrals.beside(transaction, record, 'decline_proposed', note);
    transaction.send('referral.propose-return', propose, [id]);
    this.tasks.open(transaction, {
      key: `decline-to-confirm:${id}:${moved.version}`,
      kind: 'decline_to_confirm',
      subject: 'referral',
      subjectId: id,
      personId,
      organisationId: recipientOrganisationId!,
      dueAt: daysAfter(Date.now(), 1),
      facts: { reference },
    });
    return moved;
  }
}
