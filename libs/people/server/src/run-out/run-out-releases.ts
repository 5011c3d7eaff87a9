import { releaseRanOut } from '@lotse/people/model';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { seeToEach } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { releaseById } from '../read-releases/read-releases';
import { RevocationEffects } from '../revocation-effects';
import { stillCoveredUntil } from '../revoke-release/revocation';

interface Over {
  id: string;
  regionId: string;
  organisationId: string;
}

const atMost = 200;
const over = 'select id, region_id as "regionId", organisation_id as "organisationId" from releases_over($1)';
const end = 'update release set ended_at = now() where id = $1 and revoked_at is null and ended_at is null';

/**
 * A release whose last day is over closes the record by itself. What has to follow is done here, once: what the recipient still had is the
 * discloser's again, so that nobody waits at somebody who may no longer see them.
 */
@Injectable()
export class RunOutReleases {
  constructor(
    private readonly database: Database,
    private readonly effects: RevocationEffects,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers how many have run out. One that fails does not hold up the others. */
  async run(): Promise<number> {
    const found = await this.database.asSystem((transaction) => transaction.rows<Over>('release.over', over, [atMost]));
    await seeToEach('release', found, this.log, ({ id, organisationId, regionId }) =>
      this.database.asOrganisation({ organisationId, regionId }, (transaction) => this.end(transaction, id)),
    );
    return found.length;
  }

  private async end(transaction: Transaction, id: string): Promise<void> {
    const ended = await transaction.change('release.run-out', end, [id]);
    const release = await releaseById(transaction, id);
    if (ended === 0 || !release || (await stillCoveredUntil(transaction, release))) return;
    await this.effects.apply(transaction, release, 'ran_out');
    const { personId, discloserOrganisationId, recipientOrganisationId } = release;
    transaction.record({ kind: 'act', verb: 'release.runOut', subject: 'release', subjectId: id, personId });
    transaction.tell({
      name: releaseRanOut,
      subject: 'release',
      subjectId: id,
      version: release.version,
      audience: [discloserOrganisationId, recipientOrganisationId],
      payload: { releaseId: id, personId, discloserOrganisationId, recipientOrganisationId },
    });
  }
}
