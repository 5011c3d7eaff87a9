import { acceptOffer, readAging, readFunnel, readListOutOfTurn, readWaits } from '@lotse/waiting-list/model';
import { listStory, type ListStory } from '../testing/list-story';

describe('pictures of a waiting list', () => {
  let story: ListStory;
  beforeAll(async () => {
    story = await listStory();
    for (const [waited, urgency] of [[100, 'routine'], [42, 'routine'], [21, 'soon'], [3, 'urgent'], [30, 'soon']] as const) await story.joins(waited, { urgency }); // prettier-ignore
  });
  afterAll(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const params = () => ({ params: { id: story.county.service } });

  it('one bar a person, by band, the longest first, with who is past the target', async () => {
    const aging = await clinic().get(readAging, params());
    expect(aging).toMatchObject({ waiting: 5, overdue: 2, rule: { version: 0 } });
    expect(
      aging.bands.map(({ band, waiting, overdue, bars }) => [band, waiting, overdue, bars.map(({ waitedDays }) => waitedDays)]),
    ).toEqual([
      [2, 1, 0, [3]],
      [4, 2, 1, [30, 21]],
      [5, 2, 1, [100, 42]],
    ]);
    expect(aging.bands[2]!.bars[0]).toMatchObject({ targetDays: 84, reference: expect.stringMatching(/^Z-/) });
    expect(JSON.stringify(aging)).not.toContain('Muster');
  });

  it('the waits of those who still wait and of those who have been seen, both', async () => {
    const before = await clinic().get(readWaits, params());
    expect(before).toMatchObject({ widthDays: 7, waiting: { people: 5 }, ended: { people: 0, median: null } });
    expect(Math.round(before.waiting.median!)).toBe(30);
    expect(before.waiting.counts).toHaveLength(15);
    expect([0, 3, 4, 6, 14].map((week) => before.waiting.counts[week])).toEqual([1, 1, 1, 1, 1]);
    expect(before.ended.counts).toEqual(Array.from({ length: 15 }, () => 0));
  });

  it('the funnel of free slots: offered, confirmed, kept, and the time it took', async () => {
    const { entryId } = (await clinic().get(readAging, params())).bands[0]!.bars[0]!;
    await story.opensSlot(500);
    const slot = await story.opensSlot(200);
    const offer = await story.offers(slot, { entryId } as never);
    expect(await clinic().get(readFunnel, params())).toMatchObject({
      free: 2,
      offered: 1,
      confirmed: 0,
      offers: 1,
      minutesToConfirm: null,
    });
    await story.server.as(story.county.gp).get(acceptOffer, { params: { id: offer.id }, version: 1 });
    const confirmed = await clinic().get(readFunnel, params());
    expect(confirmed).toMatchObject({ free: 2, offered: 1, confirmed: 1, attended: 0, toCome: 1, direct: 0 });
    expect(confirmed.minutesToConfirm).toBeGreaterThanOrEqual(0);
    expect(Math.round(confirmed.daysToAppointment!)).toBe(8);
    await story.database.query(`update appointment set attendance = 'attended'`);
    expect(await clinic().get(readFunnel, params())).toMatchObject({ attended: 1, toCome: 0 });
  });

  it('the median of those who have been seen counts to their first appointment', async () => {
    await story.database.query(
      `update slot set during = tstzrange(now() - interval '1 day', now() - interval '23 hours') where id = (select slot_id from appointment)`,
    );
    const { waiting, ended } = await clinic().get(readWaits, params());
    expect(waiting.people).toBe(4);
    expect(ended.people).toBe(1);
    expect(Math.round(ended.median!)).toBe(2);
  });

  it('how often somebody was taken out of turn, with the reasons, for the clinic alone', async () => {
    const aging = await clinic().get(readAging, params());
    const { entryId } = aging.bands.at(-1)!.bars.at(-1)!;
    await story.offers(await story.opensSlot(700), { entryId } as never, { outOfTurnReason: 'Andere Person ist verreist' });
    const found = await clinic().get(readListOutOfTurn, params());
    expect(found.months).toMatchObject([{ offers: 2, outOfTurn: 1 }]);
    expect(found.reasons).toMatchObject([{ reason: 'Andere Person ist verreist', rank: expect.any(Number) }]);
    for (const contract of [readAging, readWaits, readFunnel, readListOutOfTurn]) {
      expect((await story.server.as(story.county.otherIntake).call(contract, params())).status).toBe(404);
      expect((await story.server.as(story.county.gp).call(contract, params())).status).toBe(403);
    }
  });

  it('of two dates in one offer the one that was taken counts as confirmed, and the offer once', async () => {
    const before = await clinic().get(readFunnel, params());
    const [first, second] = [await story.opensSlot(400), await story.opensSlot(600)];
    const offer = await story.offers(first, await story.joins(2), { secondSlotId: second.id, outOfTurnReason: 'Kann nur dann' });
    await story.server.as(story.county.gp).get(acceptOffer, { params: { id: offer.id }, version: 1, body: { slotId: second.id } });
    const { free, offered, confirmed, direct, offers } = await clinic().get(readFunnel, params());
    const more = { free: before.free + 2, offered: before.offered + 2, confirmed: before.confirmed + 1, offers: before.offers + 1 };
    expect({ free, offered, confirmed, direct, offers }).toEqual({ ...more, direct: before.direct });
  });
});
