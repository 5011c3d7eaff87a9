import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { refusedSlot, slotFitsSomebody, slotPublished, type FreeSlot, type SlotBeyondOwnList } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { OfferToNext } from '../offer-slot/offer-to-next';
import { concernedWith } from './concerned';
import { coordinates, ReadFreeSlots } from './read-free-slots';

/**
 * Shows the services of the county that a slot is free, or shows it no longer. The slot stays the clinic's, and is given away as ever: to whoever
 * comes onto its list and fits. The clinic decides once nobody on its list fits; those who coordinate once they know of the slot.
 */
@Injectable()
export class PublishSlot {
  constructor(
    private readonly slots: Slots,
    private readonly offerToNext: OfferToNext,
    private readonly freeSlots: ReadFreeSlots,
  ) {}

  async publish(transaction: Transaction, id: string, version: number): Promise<FreeSlot> {
    const slot = await this.load(transaction, id, version);
    refuse(refusedSlot(slot, slot.now));
    if (slot.publishedAt) return this.freeSlots.one(transaction, id);
    // Whose list those who coordinate may not read is looked at once more after this, in the clinic's name.
    if (isOwn(transaction, slot) && !(await this.offerToNext.fitsNobody(transaction, slot))) throw new Refusal(slotFitsSomebody());
    this.slots.publish(transaction, slot);
    const { concerned } = await concernedWith(transaction, slot);
    const payload = { ...concerned, doneBy: transaction.actor.organisationId };
    transaction.record({ kind: 'act', verb: 'freeSlot.publish', subject: 'slot', subjectId: id });
    transaction.tell({
      name: slotPublished,
      subject: 'slot',
      subjectId: id,
      version: slot.version + 1,
      audience: everybody(concerned),
      payload,
    });
    return this.freeSlots.one(transaction, id);
  }

  async unpublish(transaction: Transaction, id: string, version: number): Promise<FreeSlot> {
    const slot = await this.load(transaction, id, version);
    const audience = everybody((await concernedWith(transaction, slot)).concerned);
    this.slots.unpublish(transaction, slot);
    transaction.record({ kind: 'act', verb: 'freeSlot.unpublish', subject: 'slot', subjectId: id });
    transaction.announce({ name: 'slot.unpublished', subject: 'slot', subjectId: id, version: slot.version + 1, audience });
    return this.freeSlots.one(transaction, id);
  }

  /** A slot of the own organisation, or for those who coordinate one that they know of. */
  private async load(transaction: Transaction, id: string, version: number): Promise<SlotRecord> {
    const slot = await this.slots.load(transaction, id);
    const isKnown = slot.pooledAt !== null || slot.publishedAt !== null;
    if (!isOwn(transaction, slot) && !(isKnown && coordinates(transaction.actor.roles))) throw new Refusal(notFound());
    if (slot.version !== version) throw new Refusal(versionStale({ context: { version: slot.version } }));
    return slot;
  }
}

const everybody = ({ recipientOrganisationId, coordinatingOrganisationIds, neighbourOrganisationIds }: SlotBeyondOwnList): string[] => [
  ...new Set([recipientOrganisationId, ...coordinatingOrganisationIds, ...neighbourOrganisationIds]),
];
const isOwn = (transaction: Transaction, slot: SlotRecord): boolean => slot.organisationId === transaction.actor.organisationId;
