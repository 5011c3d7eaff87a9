import type { AnswerOf } from '@lotse/kernel';
import type { ReceivedBefore, readRevocationEffects, Release, RevocationEffect } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { RevocationEffects } from '../revocation-effects';
import { ownRelease, stillCoveredUntil } from './revocation';

const grantsInForce = `
  select count(*)::int as amount from access_grant where person_id = $1 and organisation_id = $2
    and granted_by_organisation_id = current_organisation() and basis in ('release', 'leg') and (valid_until is null or valid_until > now())`;

/** Says what revoking would do, by the same rules that then do it. */
@Injectable()
export class ReadRevocationEffects {
  constructor(private readonly effects: RevocationEffects) {}

  async run(transaction: Transaction, id: string): Promise<AnswerOf<typeof readRevocationEffects>> {
    const release = await ownRelease(transaction, id);
    const received = await this.effects.received(transaction, release);
    if (release.revokedAt) return { items: [], received };
    return { items: await this.wouldDo(transaction, release, received), received };
  }

  private async wouldDo(transaction: Transaction, release: Release, received: readonly ReceivedBefore[]): Promise<RevocationEffect[]> {
    const until = await stillCoveredUntil(transaction, release);
    if (until) return [{ kind: 'another_release', amount: 1, ids: [] }];
    const values = [release.personId, release.recipientOrganisationId];
    const open = await transaction.row<{ amount: number }>('release.grants-in-force', grantsInForce, values);
    return [
      { kind: 'access_ends', amount: Math.max(open!.amount, 1), ids: [] },
      ...(await this.effects.preview(transaction, release)),
      ...(received.length > 0 ? [{ kind: 'told' as const, amount: 1, ids: [] }] : []),
    ];
  }
}
