import { openSlot } from '@lotse/calendar/model';
import { publishSlot, readCandidates, readEntry, readWaitingList, readWhoWouldFit } from '@lotse/waiting-list/model';
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
  'GET free-slots/:id/who-would-fit': async ({ raw, server, county }: WallStory) => {
    const startsAt = new Date(Date.now() + 900 * 3_600_000).toISOString();
    const other = server.as(county.otherIntake);
    const body = { scheduleId: county.otherSchedule, startsAt, minutes: 50, mode: 'on_site' as const };
    const { id, version } = await other.get(openSlot, { body });
    await other.get(publishSlot, { params: { id }, version });
    return [await raw(county.intake, readWhoWouldFit, { params: { id } })];
  },
};
