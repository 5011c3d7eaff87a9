import { referralMoved, type ReferralMoved } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { CloseEnquiry } from '../close-enquiry/close-enquiry';

const name = 'advice.when-person-died';

/** What the organisation whose person it was has asked about them, and what is still open of it. */
const openAbout = `
  select distinct t.enquiry_id as id from advice_thread t join referral r on r.person_id = t.person_id
  where r.id = $1 and t.asker_organisation_id = current_organisation() and t.custodian <> 'nobody' order by 1`;

/** Nobody thinks about somebody who has died: what was asked about them ends, and the services are told that it is over. */
@Injectable()
@ReactsTo({ events: [referralMoved], name })
export class WhenPersonDied implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly closing: CloseEnquiry,
  ) {}

  concerns({ act }: ReferralMoved): boolean {
    return act === 'record_death';
  }

  async react({ id, regionId, payload }: ToldEvent<ReferralMoved>): Promise<void> {
    await this.database.asOrganisation({ organisationId: payload.referrerOrganisationId, regionId }, async (transaction) => {
      if (!(await claim(transaction, id, name))) return;
      const open = await transaction.rows<{ id: string }>('advice.open-about', openAbout, [payload.referralId]);
      for (const enquiry of open) await this.closing.rest(transaction, enquiry.id);
    });
  }
}
