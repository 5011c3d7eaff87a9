import { toldAbout } from '@lotse/notification/model';
import { referralMoved, type ReferralMoved } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { referenceOf } from './write-notices/reference-of';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-referral-moved';

/** Tells the other side of a referral what it must know. */
@Injectable()
@ReactsTo({ events: [referralMoved], name: reaction })
export class WhenReferralMoved implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  async react({ id: eventId, regionId, payload }: ToldEvent<ReferralMoved>): Promise<void> {
    const told = toldAbout[payload.act];
    if (!told) return;
    const organisationId = told.side === 'referrer' ? payload.referrerOrganisationId : payload.recipientOrganisationId;
    if (!organisationId) return;
    const reference = await referenceOf(this.database, payload, regionId);
    const { referralId, act } = payload;
    await this.writeNotices.run({ eventId, regionId, reaction, reference }, [{ organisationId, kind: told.kind, referralId, act }]);
  }
}
