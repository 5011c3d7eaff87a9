import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { nobodyFits, slotPooled, slotPublished, type NobodyFits, type SlotBeyondOwnList } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { WriteNotices, type NoticeToWrite } from './write-notices/write-notices';

const reaction = 'notification.when-nobody-fits';

/**
 * Tells the clinic that a free slot fits nobody who waits, those who coordinate when they are to decide about it, and the services of the same
 * kind when it was published; the clinic as well, unless it did that itself.
 */
@Injectable()
@ReactsTo({ events: [nobodyFits, slotPooled, slotPublished], name: reaction })
export class WhenNobodyFits implements Reaction {
  constructor(private readonly writeNotices: WriteNotices) {}

  async react({ id: eventId, name, regionId, payload }: ToldEvent<NobodyFits | SlotBeyondOwnList>): Promise<void> {
    await this.writeNotices.run({ eventId, regionId, reaction, reference: null }, noticesOf(name, payload));
  }
}

function noticesOf(name: string, payload: NobodyFits | SlotBeyondOwnList): NoticeToWrite[] {
  const { slotId, recipientOrganisationId } = payload;
  const tell = (kind: NoticeToWrite['kind'], organisationIds: readonly string[]): NoticeToWrite[] =>
    organisationIds.map((organisationId) => ({ organisationId, kind, slotId }));
  if (!('coordinatingOrganisationIds' in payload)) return tell('nobody_fits', [recipientOrganisationId]);
  if (name === slotPooled) return tell('slot_pooled', payload.coordinatingOrganisationIds);
  const { doneBy, neighbourOrganisationIds } = payload;
  return tell('slot_published', [...(doneBy === recipientOrganisationId ? [] : [recipientOrganisationId]), ...neighbourOrganisationIds]);
}
