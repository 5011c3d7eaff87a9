import {
  acceptOffer,
  declineOffer,
  offerSlot,
  readOfferDecision,
  readOffers,
  recordNotReached,
  withdrawOffer,
  type SlotOffer,
} from '@lotse/waiting-list/model';
import type { WallStory } from './wall-story';

/** The clinic offers a slot to the person it knows; the answer of the offer comes first. */
async function offered(story: WallStory): Promise<{ text: string; offer: SlotOffer }> {
  const [slot, { entryId }] = [await story.opensSlot(), await story.refers('Muster')];
  const body = { entryId, outOfTurnReason: 'für diese Probe' };
  const text = await story.raw(story.county.intake, offerSlot, { params: { id: slot.id }, version: slot.version, body });
  return { text, offer: JSON.parse(text) as SlotOffer };
}

async function ended(
  story: WallStory,
  contract: typeof acceptOffer | typeof declineOffer | typeof recordNotReached | typeof withdrawOffer,
  body: object,
) {
  const { offer } = await offered(story);
  return [await story.raw(story.county.intake, contract, { params: { id: offer.id }, version: 1, body: { ...body } })];
}

/** What leaves with slot offers: when one is made, in lists, and when it is answered. */
export const waysOfOffers = {
  'POST slots/:id/offers': async (story: WallStory) => [(await offered(story)).text],
  'GET offers': async (story: WallStory) => {
    await offered(story);
    return [
      await story.raw(story.county.intake, readOffers),
      await story.raw(story.county.intake, readOffers, { query: { state: 'ended' } }),
    ];
  },
  'GET offers/:id/decision': async (story: WallStory) => {
    const { offer } = await offered(story);
    return [await story.raw(story.county.intake, readOfferDecision, { params: { id: offer.id } })];
  },
  'POST offers/:id/accept': (story: WallStory) => ended(story, acceptOffer, {}),
  'POST offers/:id/decline': (story: WallStory) => ended(story, declineOffer, { reason: 'time' }),
  'POST offers/:id/not-reached': (story: WallStory) => ended(story, recordNotReached, { giveUp: true }),
  'POST offers/:id/withdraw': (story: WallStory) => ended(story, withdrawOffer, { reason: 'Irrtum' }),
};
