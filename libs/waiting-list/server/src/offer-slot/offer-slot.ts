import { Slots } from '@lotse/calendar/server';
import { notFound, Refusal, refuse, versionStale, type BodyOf } from '@lotse/kernel';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import { refusedOffer, refusedTurn, whoFits, type offerSlot, type Place, type SlotOffer, type Waiting } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry } from '../entries';
import { alongLine, type SlotLine } from '../line';
import { showOffer } from '../offer-row';
import { RankRules } from '../rank-rules/rank-rules';
import { slotToFit } from '../slot-to-fit';
import { MakeOffer } from './make-offer';

/** Offers a slot to somebody. Everybody who races for the slot or for the person waits at the locks; one goes on, the others get a clear answer. */
@Injectable()
export class OfferSlot {
  constructor(
    private readonly slots: Slots,
    private readonly referrals: Referrals,
    private readonly makeOffer: MakeOffer,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, slotId: string, version: number, body: BodyOf<typeof offerSlot>): Promise<SlotOffer> {
    const { entryId, cascade, outOfTurnReason } = body;
    const [slot, entry] = await Promise.all([this.slots.load(transaction, slotId), lockEntry(transaction, entryId)]);
    if (slot.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    const { now } = slot;
    refuse(refusedOffer({ slot, entry }, now));
    if (slot.version !== version) throw new Refusal(versionStale({ context: { version: slot.version } }));
    const referral = await this.referrals.load(transaction, entry.referralId);
    const rule = await this.rules.of(transaction, slot.serviceId, now);
    const line = { serviceId: slot.serviceId, slot: await slotToFit(transaction, slotId), now, rule };
    const { places, fitting, excluded } = await untilSeen(transaction, line, entryId);
    refuse(refusedTurn(entryId, fitting, outOfTurnReason));
    const from = { places, excluded, rule };
    const offerId = await this.makeOffer.run(transaction, { slot, entry, referral, from, now, cascade, outOfTurnReason });
    return showOffer(transaction, offerId);
  }
}

/** The line from its beginning until both somebody who fits and the one who is asked about have been seen. */
async function untilSeen(transaction: Transaction, line: SlotLine, entryId: string) {
  const places: Place<Waiting>[] = [];
  const seen: ReturnType<typeof whoFits<Waiting>> = { fitting: [], excluded: [] };
  for await (const piece of alongLine(transaction, line)) {
    places.push(...piece);
    const { fitting, excluded } = whoFits(line.slot, piece, line.now);
    seen.fitting.push(...fitting);
    seen.excluded.push(...excluded);
    if (seen.fitting.length > 0 && places.some(({ entry }) => entry.id === entryId)) break;
  }
  return { places, ...seen };
}
