import { toldAboutOffer, type Telling } from '@lotse/notification/model';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { offerAccepted, offerEnded, slotOffered, type OfferEvent } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { referenceOf } from './write-notices/reference-of';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-offer-moved';
const toReferrer: Telling = { side: 'referrer', kind: 'slot_offered' };

/** Tells the practice that there is a slot to phone about, and both sides how the offer ended. */
@Injectable()
@ReactsTo({ events: [slotOffered, offerAccepted, offerEnded], name: reaction })
export class WhenOfferMoved implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly writeNotices: WriteNotices,
  ) {}

  async react({ id: eventId, name, regionId, payload }: ToldEvent<OfferEvent>): Promise<void> {
    const { referralId, slotId, offerId, referrerOrganisationId, recipientOrganisationId } = payload;
    const tellings = name === slotOffered ? [toReferrer] : toldAboutOffer(payload);
    const reference = await referenceOf(this.database, payload, regionId);
    const notices = tellings.map(({ side, kind }) => ({
      organisationId: side === 'referrer' ? referrerOrganisationId : recipientOrganisationId,
      kind,
      referralId,
      slotId,
      offerId,
    }));
    await this.writeNotices.run({ eventId, regionId, reaction, reference }, notices);
  }
}
