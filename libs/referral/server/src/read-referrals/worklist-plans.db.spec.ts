import { readReferrals, referralSortSchema } from '@lotse/referral/model';
import { Client } from 'pg';
import { referralStory, type ReferralStory } from '../testing/referral-story';
import { worklist } from './worklist';

const everywhere = (['inbox', 'sent'] as const).flatMap((box) => referralSortSchema.options.map((sort) => [box, sort] as const));

describe('a page far behind', () => {
  let story: ReferralStory;
  let application: Client;
  beforeAll(async () => {
    story = await referralStory();
    for (const urgency of ['soon', 'routine', 'urgent']) await story.sends({ urgency });
    application = new Client({ connectionString: story.database.url });
    await application.connect();
    // Of three rows the database would read all: only what it can do is of interest.
    await application.query('set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off');
  });
  afterAll(async () => {
    await application.end();
    await story.stop();
  });

  async function planOf(box: 'inbox' | 'sent', sort: (typeof referralSortSchema.options)[number]): Promise<string> {
    const { county } = story;
    const [caller, staff] = box === 'inbox' ? [story.clinic, county.intake] : [story.practice, county.gp];
    const { nextCursor } = await caller.get(readReferrals, { query: { box, sort, limit: 1 } });
    const { text, values } = worklist({ box, sort }, 1, nextCursor!);
    await application.query(
      `select set_config('lotse.organisation', $1, false), set_config('lotse.region', $2, false), set_config('lotse.staff', $3, false)`,
      [staff.organisationId, county.regionId, staff.id],
    );
    const { rows } = await application.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it.each(everywhere)('%s by %s: is found in an index, under row security too, and read in its order', async (box, sort) => {
    const plan = await planOf(box, sort);
    expect(plan).toMatch(/Index Cond: .*ROW\(.*\) [<>] ROW\(/);
    expect(plan).not.toMatch(/Sort Key/);
  });
});
