import { releaseRevoked } from '@lotse/people/model';
import { Database } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';

const name = 'referral.when-release-revoked';

interface Revoked {
  personId: string;
  discloserOrganisationId: string;
  recipientOrganisationId: string;
}

const bringBack = `
  update referral set custodian = 'referrer', custodian_organisation_id = referrer_organisation_id, due_at = now() + interval '1 day',
    updated_at = now(), version = version + 1
  where person_id = $1 and recipient_organisation_id = $2 and referrer_organisation_id = current_organisation()
    and state not in ('draft', 'closed', 'withdrawn', 'entered_in_error')`;

/** The receiver may no longer see the referral, so it is on the referrer's worklist from now on: nobody is forgotten on the way. */
@Injectable()
@ReactsTo({ events: [releaseRevoked], name })
export class WhenReleaseRevoked implements Reaction {
  constructor(private readonly database: Database) {}

  async react(event: ToldEvent<Revoked>): Promise<void> {
    const { personId, discloserOrganisationId, recipientOrganisationId } = event.payload;
    await this.database.asOrganisation({ organisationId: discloserOrganisationId, regionId: event.regionId }, async (transaction) => {
      if (!(await claim(transaction, event.id, name))) return;
      transaction.send('referral.bring-back', bringBack, [personId, recipientOrganisationId]);
    });
  }
}
