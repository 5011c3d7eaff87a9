import type { Api } from '@lotse/client-kit/api';
import { readOffers, type SlotOffer } from '@lotse/waiting-list/model';

/** How an offer ended, in the words in which the server refuses an answer to it. */
export interface HowEnded {
  readonly code: string;
  readonly overtakenBy?: unknown;
}

const codes: Partial<Record<SlotOffer['state'], string>> = { expired: 'offer-expired', superseded: 'offer-superseded' };

/** Whether an offer has ended since it was read, and how. Who cannot look learns it from the answer. */
export async function endedMeanwhile(api: Api, { id, referralId }: SlotOffer): Promise<HowEnded | undefined> {
  try {
    const { items } = await api.send(readOffers, { query: { state: 'ended', referralId } });
    const found = items.find((offer) => offer.id === id);
    return found && { code: codes[found.state] ?? 'offer-already-answered', overtakenBy: found.overtakenBy };
  } catch {
    return undefined;
  }
}
