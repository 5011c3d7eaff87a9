import { releaseRanOut, releaseRevoked } from '@lotse/people/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-release-revoked';

interface Revoked {
  personId: string;
  discloserOrganisationId: string;
  recipientOrganisationId: string;
}

/** The latest referral that the recipient had of this person, by the discloser's own record. */
const find = `
  select r.reference from referral r where r.person_id = $1 and r.referrer_organisation_id = current_organisation()
    and exists (select from access_grant g where g.referral_id = r.id and g.organisation_id = $2 and g.basis = 'leg')
  order by r.clock_started_at desc limit 1`;

/** Tells whoever may no longer see somebody, because a release was revoked or has run out, by a reference and without a word about anybody. Who never received anything is not told. */
@Injectable()
@ReactsTo({ events: [releaseRevoked, releaseRanOut], name: reaction })
export class WhenReleaseRevoked implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  async react({ id: eventId, regionId, payload }: ToldEvent<Revoked>): Promise<void> {
    const { personId, discloserOrganisationId, recipientOrganisationId } = payload;
    const discloser = { organisationId: discloserOrganisationId, regionId };
    const found = await this.database.asOrganisation(discloser, (transaction) =>
      transaction.row<{ reference: string }>('release.last-referral', find, [personId, recipientOrganisationId]),
    );
    if (!found) return;
    await this.writeNotices.run({ eventId, regionId, reaction, reference: found.reference }, [
      { organisationId: recipientOrganisationId, kind: 'release_revoked' },
    ]);
  }
}
