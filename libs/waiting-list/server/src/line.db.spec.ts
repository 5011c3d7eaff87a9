import { urgencies, usualRankRule, type RankOrder } from '@lotse/region/model';
import { inOrder, readWaitingList, type Listed, type Place, type RankInput } from '@lotse/waiting-list/model';
import fc from 'fast-check';
import { alongLine, endOf, pieceOfLine, type LineEnd } from './line';
import { slotToFit } from './slot-to-fit';
import { crowd } from './testing/crowd';
import { listStory, type ListStory } from './testing/list-story';

const people = 60;
const now = new Date('2026-03-29T09:00:00.250Z');
const hour = 3_600_000;

const standAs = `
  update waiting_list_entry e set urgency = g.urgency, band = g.band, target_days = g.target_days, received_at = g.received_at, state = g.state
  from jsonb_to_recordset($1) as g (id uuid, urgency text, band integer, target_days double precision, received_at timestamptz, state text)
  where e.id = g.id`;

describe('the line of a waiting list', () => {
  let story: ListStory;
  let ids: string[];

  beforeAll(async () => {
    story = await listStory();
    ids = await crowd(story, people);
  });
  afterAll(() => story.server.stop());

  const line = (order: RankOrder = usualRankRule.order) => ({
    serviceId: story.county.service,
    now,
    rule: { ...usualRankRule, order },
  });
  const orders = fc.record({ firstBands: fc.constantFrom(1, 2, 3), risesAt: fc.constantFrom(null, 50, 80, 100, 200) });
  const asClinic = <Result>(work: Parameters<typeof story.server.database.asOrganisation<Result>>[1]) =>
    story.server.database.asOrganisation({ organisationId: story.county.clinic, regionId: story.county.regionId }, work);

  /** Hours waited are drawn from few, so that dates and shares are often the same. */
  const standing = fc.array(
    fc.record({
      band: fc.integer({ min: 1, max: 5 }),
      targetDays: fc.constantFrom(0, 2, 9.8, 14, 28, 84),
      waitedHours: fc.constantFrom(-5, 0, 1, 24, 47.999, 48, 336, 336.0000001, 672, 1000, 2016, 2016.5, 9000),
      state: fc.constantFrom('waiting', 'waiting', 'waiting', 'offered', 'suspended', 'removed'),
    }),
    { minLength: people, maxLength: people },
  );

  it('is the order of the rule, whichever it is, in pieces of any size, each entry once and counted on', async () => {
    await fc.assert(
      fc.asyncProperty(standing, fc.integer({ min: 1, max: 25 }), orders, async (given, size, order) => {
        const entries = given.map(({ waitedHours, band, ...one }, index) => ({
          ...one,
          id: ids[index]!,
          band,
          urgency: urgencies[band]!,
          receivedAt: new Date(now.getTime() - waitedHours * hour),
        }));
        const rows = entries.map(({ targetDays, receivedAt, ...one }) => ({ ...one, target_days: targetDays, received_at: receivedAt }));
        await story.database.query(standAs, [JSON.stringify(rows)]);
        const read: Place<Listed>[] = [];
        await asClinic(async (transaction) => {
          for (let end: LineEnd | undefined; ;) {
            const piece = await pieceOfLine(transaction, line(order), size, end);
            read.push(...piece);
            if (piece.length < size) return;
            end = endOf(piece, line(order), end);
          }
        });
        const expected = inOrder(entries.filter(({ state }) => state !== 'removed') as RankInput[], now, order);
        expect(read.map(({ entry }) => entry.id)).toEqual(expected.map(({ entry }) => entry.id));
        const counted = read.flatMap(({ rank }) => rank ?? []);
        expect(counted).toEqual(counted.map((_, index) => index + 1));
      }),
      { numRuns: 80 },
    );
  });

  it('is walked no further than somebody looks', async () => {
    await story.database.query(`update waiting_list_entry set state = 'waiting'`);
    const { id } = await story.opensSlot(100);
    const seen = await asClinic(async (transaction) => {
      const slot = await slotToFit(transaction, id);
      for await (const piece of alongLine(transaction, { ...line(), slot })) return piece.length;
      return 0;
    });
    expect(seen).toBe(people);
  });

  it('is read in pages of one instant, and a page that nobody has written is refused', async () => {
    const clinic = story.server.as(story.county.intake);
    const params = { id: story.county.service };
    const shown: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await clinic.get(readWaitingList, { params, query: { limit: 7, ...(cursor ? { cursor } : {}) } });
      shown.push(...page.items.map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect([...shown].sort()).toEqual(ids);
    const forged = Buffer.from(JSON.stringify(['gestern', 'x', {}, 1, 2, 3].map(String))).toString('base64url');
    expect((await clinic.call(readWaitingList, { params, query: { cursor: forged } })).problem.code).toBe('invalid-input');
  });
});
