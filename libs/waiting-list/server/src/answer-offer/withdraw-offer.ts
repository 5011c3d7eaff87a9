import { Refusal, type BodyOf } from '@lotse/kernel';
import { notYourTurn } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import type { SlotOffer, withdrawOffer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showOffer } from '../offer-row';
import { AnswerableOffers } from './answerable-offers';
import { EndOffer } from './end-offer';

/** Takes an offer back. Whoever does so wants the slot for something, so it does not go to the next person by itself. */
@Injectable()
export class WithdrawOffer {
  constructor(
    private readonly offers: AnswerableOffers,
    private readonly endOffer: EndOffer,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { reason }: BodyOf<typeof withdrawOffer>): Promise<SlotOffer> {
    const locked = await this.offers.lock(transaction, id, version);
    if (locked.offer.organisationId !== transaction.actor.organisationId) throw new Refusal(notYourTurn());
    await this.endOffer.run(transaction, locked, { act: 'withdraw', cascade: false, comment: reason });
    return showOffer(transaction, id);
  }
}
