import { refuse, Refusal, versionStale } from '@lotse/kernel';
import { releaseEnded, releaseRevoked, type Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { AccessGrants } from '../access-grants';
import { releaseById } from '../read-releases/read-releases';
import { RevocationEffects } from '../revocation-effects';
import { ownRelease, stillCoveredUntil } from './revocation';

/**
 * Revokes a release. The recipient's access ends in the same transaction, with everything that follows from it; what was received before
 * stays where the law keeps it (§ 630f BGB).
 */
@Injectable()
export class RevokeRelease {
  constructor(
    private readonly grants: AccessGrants,
    private readonly effects: RevocationEffects,
  ) {}

  async run(transaction: Transaction, id: string, version: number, how: string): Promise<Release> {
    await transaction.rows('release.lock', 'select id from release where id = $1 for update', [id]);
    const release = await ownRelease(transaction, id);
    if (release.version !== version) throw new Refusal(versionStale({ context: { version: release.version } }));
    refuse(release.revokedAt ? releaseEnded() : undefined);
    const until = await stillCoveredUntil(transaction, release);
    transaction.send('release.revoke', 'update release set revoked_at = now(), revoked_how = $2, version = version + 1 where id = $1', [
      id,
      how,
    ]);
    // What follows may need to see what the recipient has: it comes before access ends, and all of it together.
    if (!until) await this.effects.apply(transaction, release, 'revoked');
    this.grants.endRelease(transaction, id);
    this.grants.endLegs(transaction, release.personId, release.recipientOrganisationId, until);
    transaction.record({ kind: 'act', verb: 'release.revoke', subject: 'release', subjectId: id, personId: release.personId });
    this.tell(transaction, release);
    return (await releaseById(transaction, id))!;
  }

  private tell(transaction: Transaction, release: Release): void {
    transaction.tell({
      name: releaseRevoked,
      subject: 'release',
      subjectId: release.id,
      version: release.version + 1,
      audience: [release.discloserOrganisationId, release.recipientOrganisationId],
      payload: {
        releaseId: release.id,
        personId: release.personId,
        discloserOrganisationId: release.discloserOrganisationId,
        recipientOrganisationId: release.recipientOrganisationId,
      },
    });
  }
}
