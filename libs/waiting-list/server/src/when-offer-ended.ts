import { daysAfter } from '@lotse/kernel';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Tasks } from '@lotse/task/server';
import {
  appointmentGaveSlotBack,
  nobodyFits,
  offerAccepted,
  offerEnded,
  poolAt,
  type NobodyFits,
  type OfferEvent,
  type OfferMode,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Holds } from './holds';
import { OfferToNext } from './offer-slot/offer-to-next';
import { RefillRound } from './offer-slot/refill-round';

const name = 'waiting-list.when-offer-ended';

/** What an offer or an appointment says of what it leaves free. */
type FreedSlots = Pick<OfferEvent, 'cascade' | 'slotId' | 'freed' | 'mode' | 'recipientOrganisationId'> & { offerId?: string };

/**
 * A slot that an offer or an appointment leaves free goes to the next who fit, in the clinic's name and in the way it was offered; when nobody fits, the clinic has
 * a task and is told. Of two dates each goes its own way. While others of its round may still answer, only the place in the round goes on.
 */
@Injectable()
@ReactsTo({ events: [offerEnded, offerAccepted, appointmentGaveSlotBack], name })
export class WhenOfferEnded implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly slots: Slots,
    private readonly holds: Holds,
    private readonly offerToNext: OfferToNext,
    private readonly refillRound: RefillRound,
    private readonly tasks: Tasks,
  ) {}

  async react({ id, regionId, payload }: ToldEvent<FreedSlots>): Promise<void> {
    const { cascade, slotId, offerId, freed = [slotId], mode = 'sequential', recipientOrganisationId } = payload;
    if (!cascade) return;
    if (freed.length === 0 && mode !== 'sequential' && offerId) {
      await this.database.asOrganisation({ organisationId: recipientOrganisationId, regionId }, async (transaction) => {
        if (await claim(transaction, id, name)) await this.refillRound.run(transaction, slotId, offerId, mode);
      });
    }
    for (const [index, free] of freed.entries()) {
      await this.database.asOrganisation({ organisationId: recipientOrganisationId, regionId }, async (transaction) => {
        if (!(await claim(transaction, id, index === 0 ? name : `${name}-${index + 1}`))) return;
        await this.goesOn(transaction, await this.slots.load(transaction, free), mode);
      });
    }
  }

  private async goesOn(transaction: Transaction, freed: SlotRecord, wanted: OfferMode): Promise<void> {
    const slot = await this.slots.withoutAbsent(transaction, freed);
    if (!(await this.offerToNext.run(transaction, slot, wanted))) await this.fitsNobody(transaction, slot);
  }

  /** What the services of the county see already goes on being seen; else the clinic decides, and after a while those who coordinate. */
  private async fitsNobody(transaction: Transaction, slot: SlotRecord): Promise<void> {
    const { offering } = await this.holds.rules(transaction, slot.now);
    this.slots.fitsNobody(transaction, slot, poolAt(slot.startsAt, slot.now, offering));
    if (!slot.publishedAt) this.tellNobodyFits(transaction, slot);
  }

  private tellNobodyFits(transaction: Transaction, slot: SlotRecord): void {
    const { id, serviceId, organisationId, version, now, startsAt } = slot;
    this.tasks.open(transaction, {
      key: `slot_fits_nobody:${id}:${version}`,
      kind: 'slot_fits_nobody',
      subject: 'slot',
      subjectId: id,
      organisationId,
      dueAt: new Date(Math.min(daysAfter(now, 1).getTime(), startsAt.getTime())),
      facts: { startsAt: startsAt.toISOString() },
    });
    const payload: NobodyFits = { slotId: id, serviceId, recipientOrganisationId: organisationId };
    transaction.tell({ name: nobodyFits, subject: 'slot', subjectId: id, version, audience: [organisationId], payload });
  }
}
