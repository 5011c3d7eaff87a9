import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { nobodyFits, type NobodyFits } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { WriteNotices } from './write-notices/write-notices';

const reaction = 'notification.when-nobody-fits';

/** Tells the clinic that a free slot fits nobody who waits: somebody has to decide about it. */
@Injectable()
@ReactsTo({ events: [nobodyFits], name: reaction })
export class WhenNobodyFits implements Reaction {
  constructor(private readonly writeNotices: WriteNotices) {}

  async react({ id: eventId, regionId, payload }: ToldEvent<NobodyFits>): Promise<void> {
    const { slotId, recipientOrganisationId } = payload;
    await this.writeNotices.run({ eventId, regionId, reaction, reference: null }, [
      { organisationId: recipientOrganisationId, kind: 'nobody_fits', slotId },
    ]);
  }
}
