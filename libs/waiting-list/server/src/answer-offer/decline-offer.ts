import { calendarDayOf, Refusal, type BodyOf } from '@lotse/kernel';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import {
  consequenceOf,
  declineReasonOn,
  isReasonableOffer,
  isShortNoticeOffer,
  type declineOffer,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showOffer } from '../offer-row';
import type { LockedOffer } from '../offers';
import { AfterDecline } from './after-decline';
import { AnswerableOffers } from './answerable-offers';
import { EndOffer } from './end-offer';

/** Records that the person does not take the slot. It never costs them place or clock; what follows from the reason is work for somebody. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly offers: AnswerableOffers,
    private readonly endOffer: EndOffer,
    private readonly regions: Regions,
    private readonly afterDecline: AfterDecline,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof declineOffer>): Promise<SlotOffer> {
    const { reason: code, comment, personReached } = body;
    const locked = await this.offers.lock(transaction, id, version);
    const { offer } = locked;
    const found = declineReasonOn(await this.regions.settings(transaction), { reason: code, comment }, calendarDayOf(offer.now));
    if ('problem' in found) throw new Refusal(found.problem);
    const dates = datesOf(locked);
    const isShort = dates.every((date) => isShortNoticeOffer(date, offer.goesOutAt));
    const consequence = offer.replacesId ? 'keep' : consequenceOf(found.reason, isShort);
    const isReasonable = isReasonableOffer({ dates, goesOutAt: offer.goesOutAt, personReached });
    const counted = { personReached, isReasonable, consequence };
    await this.endOffer.run(transaction, locked, { act: 'decline', cascade: offer.cascade, reason: code, comment, counted });
    await this.afterDecline.run(transaction, locked, found.reason, counted);
    return showOffer(transaction, id);
  }
}

const datesOf = ({ slot, secondSlot }: LockedOffer): Date[] => [slot.startsAt, ...(secondSlot ? [secondSlot.startsAt] : [])];
