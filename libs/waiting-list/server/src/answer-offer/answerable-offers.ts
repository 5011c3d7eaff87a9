import { Refusal, refuse, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { refusedAnswer, slotOfferLifecycle } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireOffers } from '../expire-offers/expire-offers';
import { Offers, type LockedOffer } from '../offers';

/** Offers that may still be answered. */
@Injectable()
export class AnswerableOffers {
  constructor(
    private readonly offers: Offers,
    private readonly expireOffers: ExpireOffers,
  ) {}

  /**
   * Locks an offer, or refuses because it has ended. An offer whose hold has ended since nobody looked is ended first: the refusal
   * undoes this transaction, so the end gets one of its own, after this one has let go of its locks.
   */
  async lock(transaction: Transaction, id: string, version: number): Promise<LockedOffer> {
    const locked = await this.offers.lock(transaction, id);
    const problem = refusedAnswer(locked.offer, locked.offer.now);
    if (problem && locked.offer.state === slotOfferLifecycle.initial) {
      await transaction.rollback();
      await this.expireOffers.one(locked.offer);
    }
    refuse(problem);
    if (locked.offer.version !== version) throw new Refusal(versionStale({ context: { version: locked.offer.version } }));
    return locked;
  }
}
