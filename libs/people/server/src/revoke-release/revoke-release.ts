import { notFound, Refusal, versionStale } from '@lotse/kernel';
import { releaseEnded, releaseRevoked, type Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { AccessGrants } from '../access-grants';
import { releaseById } from '../read-releases/read-releases';

/** Revokes a release. The recipient's access ends in the same transaction; what was received before stays where the law keeps it. */
@Injectable()
export class RevokeRelease {
  constructor(private readonly grants: AccessGrants) {}

  async run(transaction: Transaction, id: string, version: number, how: string): Promise<Release> {
    const release = await this.lock(transaction, id);
    if (release.version !== version) throw new Refusal(versionStale({ context: { version: release.version } }));
    if (release.revokedAt) throw new Refusal(releaseEnded());
    transaction.send('release.revoke', 'update release set revoked_at = now(), revoked_how = $2, version = version + 1 where id = $1', [
      id,
      how,
    ]);
    this.grants.end(transaction, release.personId, release.recipientOrganisationId);
    transaction.record({ kind: 'act', verb: 'release.revoke', subject: 'release', subjectId: id, personId: release.personId });
    transaction.tell({
      name: releaseRevoked,
      subject: 'release',
      subjectId: id,
      version: version + 1,
      audience: [release.discloserOrganisationId, release.recipientOrganisationId],
      payload: {
        releaseId: id,
        personId: release.personId,
        discloserOrganisationId: release.discloserOrganisationId,
        recipientOrganisationId: release.recipientOrganisationId,
      },
    });
    return (await releaseById(transaction, id))!;
  }

  /** Only the organisation that recorded a release may revoke it; for others it does not exist. */
  private async lock(transaction: Transaction, id: string): Promise<Release> {
    await transaction.rows('release.lock', 'select id from release where id = $1 for update', [id]);
    const release = await releaseById(transaction, id);
    if (!release || release.discloserOrganisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    return release;
  }
}
