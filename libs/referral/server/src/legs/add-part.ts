import { refuse, type BodyOf } from '@lotse/kernel';
import { notYourTurn, refusedAnother, type addPart, type MovedReferral, type ReferralContent } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { contentColumns } from '../content-columns';
import { CreateReferral } from '../create-referral/create-referral';
import { findNextReceiver } from '../next-receiver';
import { Referrals } from '../referrals';
import { Bundles } from './bundles';
import { ChangeJoinRule } from './change-join-rule';

/** A part that waits for the one before it is looked at again after this many days at the latest: nothing falls silent. */
const waitsAtMostDays = 90;
const waitForTurn = `update referral set due_at = now() + make_interval(days => $2) where id = $1`;

/** Brings in another service for the same need: a draft with what was written already. It is sent like any other, with a release of its own. */
@Injectable()
export class AddPart {
  constructor(
    private readonly referrals: Referrals,
    private readonly createReferral: CreateReferral,
    private readonly bundles: Bundles,
    private readonly changeJoinRule: ChangeJoinRule,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof addPart>): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(record.referrerOrganisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    const another = await findNextReceiver(transaction, body.serviceId);
    const bundleId = await this.bundles.of(transaction, record, body.joinRule);
    refuse(refusedAnother(record, another, await this.bundles.openParts(transaction, bundleId)));
    this.changeJoinRule.set(transaction, bundleId, body.joinRule);
    const part = await this.copy(transaction, record, body);
    this.bundles.join(transaction, part.id, bundleId, await this.bundles.nextPlace(transaction, bundleId));
    if (body.joinRule === 'first_then') transaction.send('bundle.wait-for-turn', waitForTurn, [part.id, waitsAtMostDays]);
    return part;
  }

  private async copy(
    transaction: Transaction,
    { id, personId }: { id: string; personId: string },
    { serviceId, question }: BodyOf<typeof addPart>,
  ): Promise<MovedReferral> {
    const written = await transaction.row<ReferralContent>('referral.content', `select ${contentColumns} from referral where id = $1`, [
      id,
    ]);
    return this.createReferral.run(transaction, { ...written!, personId, serviceId, ...(question ? { question } : {}) });
  }
}
