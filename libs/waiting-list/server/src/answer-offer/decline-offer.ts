import type { BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { declineOffer, SlotOffer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showOffer } from '../offer-row';
import { AnswerableOffers } from './answerable-offers';
import { EndOffer } from './end-offer';

/** Records that the person does not take the slot. It never costs them anything. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly offers: AnswerableOffers,
    private readonly endOffer: EndOffer,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof declineOffer>): Promise<SlotOffer> {
    const locked = await this.offers.lock(transaction, id, version);
    await this.endOffer.run(transaction, locked, { act: 'decline', cascade: locked.offer.cascade, ...body });
    return showOffer(transaction, id);
  }
}
