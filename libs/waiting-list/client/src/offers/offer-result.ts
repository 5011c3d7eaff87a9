import type { SlotOffer } from '@lotse/waiting-list/model';

/** What somebody has just done with an offer. */
export interface OfferResult {
  readonly how: 'accepted' | 'declined' | 'withdrawn' | 'tried' | 'given_up';
  readonly offer: SlotOffer;
}
