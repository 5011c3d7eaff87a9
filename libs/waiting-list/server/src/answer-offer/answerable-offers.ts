import { Refusal, refuse, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { isLiveOffer, refusedAnswer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireOffers } from '../expire-offers/expire-offers';
import { Offers, standingOf, type LockedOffer } from '../offers';

/** Offers that may still be answered. */
@Injectable()
export class AnswerableOffers {
  constructor(
    private readonly offers: Offers,
    private readonly expireOffers: ExpireOffers,
  ) {}

  /**
   * Locks an offer, or refuses because it has ended. An offer whose hold has ended since nobody looked, or whose slot somebody else of the round has taken, is ended first: the refusal
   * undoes this transaction, so the end gets one of its own, after this one has let go of its locks.
   */
  async lock(transaction: Transaction, id: string, version: number): Promise<LockedOffer> {
    const locked = await this.offers.lock(transaction, id);
    const problem = refusedAnswer(standingOf(locked), locked.offer.now);
    if (problem && isLiveOffer(locked.offer.state)) {
      await transaction.rollback();
      await this.expireOffers.one(locked.offer);
    }
    refuse(problem);
    if (locked.offer.version !== version) throw new Refusal(versionStale({ context: { version: locked.offer.version } }));
    return locked;
  }
}
