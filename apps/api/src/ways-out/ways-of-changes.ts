import { changePerson, readPerson } from '@lotse/people/model';
import { readChanges, seeChanges } from '@lotse/referral/model';
import type { WallStory } from './wall-story';

/** The clinic has looked; the practice changes what was not released. */
export async function changedSince(story: WallStory): Promise<string[]> {
  const { referralId, personId } = await story.refers('Muster');
  await story.raw(story.county.intake, seeChanges, { params: { id: referralId }, body: { upTo: 0 } });
  const practice = story.server.as(story.county.gp);
  for (const phone of ['07622 1', '07622 4711']) {
    const { version } = await practice.get(readPerson, { params: { id: personId } });
    await practice.get(changePerson, { params: { id: personId }, version, body: { phone } });
  }
  return [await story.raw(story.county.intake, readChanges, { params: { id: referralId } })];
}
