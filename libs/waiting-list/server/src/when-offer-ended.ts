import { daysAfter } from '@lotse/kernel';
import { slotLifecycle } from '@lotse/calendar/model';
import { Slots, type SlotRecord } from '@lotse/calendar/server';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Tasks } from '@lotse/task/server';
import {
  appointmentGaveSlotBack,
  askedAtOnce,
  nobodyFits,
  offerAccepted,
  offerEnded,
  refusedMode,
  type NobodyFits,
  type OfferEvent,
  type OfferMode,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { Holds } from './holds';
import { Askables, type Asking } from './offer-slot/askable';
import { MakeOffer } from './offer-slot/make-offer';
import { RefillRound } from './offer-slot/refill-round';
import { RankRules } from './rank-rules/rank-rules';
import { slotToFit } from './slot-to-fit';

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
    private readonly askables: Askables,
    private readonly makeOffer: MakeOffer,
    private readonly refillRound: RefillRound,
    private readonly rules: RankRules,
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
        await this.offerToNext(transaction, await this.slots.load(transaction, free), mode);
      });
    }
  }

  private async offerToNext(transaction: Transaction, freed: SlotRecord, wanted: OfferMode): Promise<void> {
    const slot = await this.slots.withoutAbsent(transaction, freed);
    const { now, startsAt } = slot;
    if (slot.state !== slotLifecycle.initial || startsAt <= now) return;
    const { offering } = await this.holds.rules(transaction, now);
    const mode = refusedMode(wanted, startsAt, now, offering) ? 'sequential' : wanted;
    const free = await slotToFit(transaction, slot.id);
    const asking: Asking = { slot, free, startsAt, mode, now, rule: await this.rules.of(transaction, slot.serviceId, now) };
    const isAsked = await this.askables.askNext(transaction, asking, askedAtOnce(mode, offering), (asked, from) =>
      this.makeOffer.run(transaction, { slot, mode, now, asked, from, cascade: true }),
    );
    if (!isAsked) this.tellNobodyFits(transaction, slot);
  }

  private tellNobodyFits(transaction: Transaction, slot: SlotRecord): void {
    const { id, serviceId, organisationId, version, now, startsAt } = slot;
    this.slots.fitsNobody(transaction, slot);
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
