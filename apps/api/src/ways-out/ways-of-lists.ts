import { readCandidates, readEntry, readWaitingList } from '@lotse/waiting-list/model';
import type { WallStory } from './wall-story';

/** What leaves with waiting lists, asked for by the clinic; of those whose release was revoked as well. */
export const waysOfLists = {
  'GET waiting-lists/:id/entries': async ({ raw, county }: WallStory) => [
    await raw(county.intake, readWaitingList, { params: { id: county.service } }),
  ],
  'GET waiting-list-entries/:id': ({ raw, county, referred, revoked }: WallStory) =>
    Promise.all([referred, revoked].map(({ entryId }) => raw(county.intake, readEntry, { params: { id: entryId } }))),
  'GET slots/:id/candidates': async ({ raw, county, opensSlot }: WallStory) => {
    const { id } = await opensSlot();
    return [await raw(county.intake, readCandidates, { params: { id } })];
  },
};
