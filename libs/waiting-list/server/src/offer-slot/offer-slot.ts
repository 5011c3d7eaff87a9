import type { SlotRecord } from '@lotse/calendar/server';
import { notFound, Refusal, refuse, versionStale, type BodyOf } from '@lotse/kernel';
import { Referrals } from '@lotse/referral/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  askedAtOnce,
  mayBeAsked,
  nobodyAnswersInTime,
  refusedMode,
  refusedOffer,
  refusedSecondDate,
  refusedSlot,
  refusedTurn,
  refusedUnfit,
  shortNoticeOnly,
  slotGone,
  type Hold,
  type OfferMode,
  type offerSlot,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { lockEntry } from '../entries';
import { Holds } from '../holds';
import { showOffer } from '../offer-row';
import { Offers } from '../offers';
import { RankRules } from '../rank-rules/rank-rules';
import { slotToFit } from '../slot-to-fit';
import { Askables, type Asking, type Seen } from './askable';
import { MakeOffer, type Asked } from './make-offer';

type Body = BodyOf<typeof offerSlot>;

/** Offers a slot to somebody, or to a few at once. Everybody who races for the slot or for the person waits at the locks; one goes on, the others get a clear answer. */
@Injectable()
export class OfferSlot {
  constructor(
    private readonly offers: Offers,
    private readonly referrals: Referrals,
    private readonly holds: Holds,
    private readonly askables: Askables,
    private readonly makeOffer: MakeOffer,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, slotId: string, version: number, body: Body): Promise<SlotOffer> {
    const { entryId, cascade, mode, secondSlotId } = body;
    // Of several who are asked at once the entries are locked later, together and in one order.
    const [[slot, secondSlot], entry] = await Promise.all([
      this.offers.lockSlots(transaction, [slotId, ...(secondSlotId ? [secondSlotId] : [])]),
      mode === 'sequential' ? lockEntry(transaction, entryId) : undefined,
    ]);
    if (slot!.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    const { now } = slot!;
    refuse(entry ? refusedOffer({ slot: slot!, entry }, now) : refusedSlot(slot!, now));
    const { offering } = await this.holds.rules(transaction, now);
    if (slot!.version !== version) throw new Refusal(versionStale({ context: { version: slot!.version } }));
    refuse(refusedMode(mode, slot!.startsAt, now, offering));
    if (secondSlotId) expectSecondDate(slot!, secondSlot!, mode);
    const rule = await this.rules.of(transaction, slot!.serviceId, now);
    const startsAt = earlierOf(slot!, secondSlot);
    const asking: Asking = { slot: slot!, free: await slotToFit(transaction, slotId), startsAt, mode, now, rule };
    const seen = await this.askables.untilSeen(transaction, asking, entryId, askedAtOnce(mode, offering));
    const asked = await this.asked(transaction, asking, seen, body, askedAtOnce(mode, offering));
    const round = { slot: slot!, secondSlot, mode, asked, from: { ...seen, rule }, now, cascade };
    return showOffer(transaction, await this.makeOffer.run(transaction, round));
  }

  /** Whoever was named, and with several at once the next in line. Somebody may have been faster with one of those; then fewer are asked. */
  private async asked(
    transaction: Transaction,
    asking: Asking,
    seen: Seen,
    { entryId, outOfTurnReason }: Body,
    atMost: number,
  ): Promise<Asked[]> {
    const others = seen.askable.filter(({ entry }) => entry.id !== entryId).slice(0, atMost - 1);
    const entries = await this.askables.lock(transaction, [entryId, ...others.map(({ entry }) => entry.id)]);
    const entry = entries.get(entryId)!;
    refuse(refusedOffer({ slot: asking.slot, entry }, asking.now));
    const hold = await this.holdFor(transaction, asking, seen, entryId);
    refuse(refusedUnfit(seen.excluded.find(({ place }) => place.entry.id === entryId)?.why));
    refuse(refusedTurn(entryId, seen.askable, outOfTurnReason));
    const first = { entry, referral: await this.referrals.load(transaction, entry.referralId), hold, outOfTurnReason };
    const withThem = others.map((one) => ({ entry: entries.get(one.entry.id)!, hold: one.hold }));
    return [first, ...(await this.askables.free(transaction, asking, withThem))];
  }

  /** Until when the one who was named may answer; or why they cannot be asked at all, whoever's turn it is. */
  private async holdFor(
    transaction: Transaction,
    { mode, startsAt, now }: Asking,
    { places, askable }: Seen,
    entryId: string,
  ): Promise<Hold> {
    const waiting = places.find(({ entry }) => entry.id === entryId)?.entry;
    if (waiting && !mayBeAsked(mode, waiting)) throw new Refusal(shortNoticeOnly());
    const known = askable.find(({ entry }) => entry.id === entryId)?.hold;
    const hold = known ?? (await this.holds.for(transaction, [entryId], startsAt, now)).byEntry.get(entryId);
    if (!hold) throw new Refusal(nobodyAnswersInTime());
    return hold;
  }
}

/** With two dates, the first of them decides how long there is. */
const earlierOf = (slot: SlotRecord, second: SlotRecord | undefined): Date =>
  second && second.startsAt < slot.startsAt ? second.startsAt : slot.startsAt;

function expectSecondDate(slot: SlotRecord, second: SlotRecord, mode: OfferMode): void {
  refuse(refusedSecondDate(slot, second, mode, slot.now));
  if (second.state !== 'open') throw new Refusal(slotGone({ context: { state: second.state, slotId: second.id } }));
}
