import { makeCalendarFeed, readCalendarFeed } from '@lotse/interop/model';
import { acceptOffer, offerSlot } from '@lotse/waiting-list/model';
import type { WallStory } from './wall-story';

/** What calendar programs read: neither what was not released nor what was, only times and references. */
export const waysOfFeeds: Readonly<Record<string, (story: WallStory) => Promise<string[]>>> = {
  'GET public/calendar/:secret': async (story) => {
    const { county, server } = story;
    const [slot, { entryId }] = [await story.opensSlot(), await story.refers('Kanarienvogel')];
    const body = { entryId, outOfTurnReason: 'für diese Probe' };
    const offer = await server.as(county.intake).get(offerSlot, { params: { id: slot.id }, version: slot.version, body });
    await server.as(county.gp).get(acceptOffer, { params: { id: offer.id }, version: 1 });
    return Promise.all(
      [county.intake, county.gp].map(async (staff) => {
        const { address } = await server.as(staff).get(makeCalendarFeed);
        const text = await story.raw(staff, readCalendarFeed, { params: { secret: address.split('/').at(-1)! } });
        if (!/SUMMARY:Termin Z-\d+/.test(text)) throw new Error('There is no appointment in it, so it says nothing about walls.');
        if (/Kanarienvogel|Ambulanz|Klinik|psych/i.test(text)) throw new Error('It says more than times and references.');
        return text;
      }),
    );
  },
};
