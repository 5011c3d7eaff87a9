import { inHours, now, slotAt, somebody } from './fitness.fixture';
import { placesOf, whoFits, type Waiting } from './places';
import { rankEvidence, replayed } from './rank-evidence';

const waits = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  id,
  urgency: 'routine',
  band: 5,
  targetDays: 84,
  receivedAt: inHours(-24 * (100 - Number(id.slice(1)))),
  ...somebody,
  shortNotice: true,
  ...change,
});

describe('places on a list', () => {
  it('keep the order for whoever has an offer or is suspended, and number only those who wait', () => {
    const list = [waits('p1'), waits('p2', { state: 'offered' }), waits('p3', { state: 'suspended' }), waits('p4')];
    expect(placesOf(list, now).map(({ entry, rank }) => [entry.id, rank])).toEqual([
      ['p1', 1],
      ['p2', null],
      ['p3', null],
      ['p4', 2],
    ]);
  });

  it('are split for a slot into who fits, in order, and who does not and why', () => {
    const list = [
      waits('p1', { minimumNoticeHours: 60 }),
      waits('p2', { state: 'offered' }),
      waits('p3'),
      waits('p4', { hadThisSlotOffered: true }),
    ];
    const { fitting, excluded } = whoFits(slotAt(inHours(48)), placesOf(list, now), now);
    expect(fitting.map(({ entry, rank }) => [entry.id, rank])).toEqual([['p3', 2]]);
    expect(excluded.map(({ place, why }) => [place.entry.id, why])).toEqual([
      ['p1', 'notice_too_short'],
      ['p2', 'has_running_offer'],
      ['p4', 'declined_this_slot'],
    ]);
  });
});

describe('promise 9: what a rank was decided on', () => {
  const list = Array.from({ length: 30 }, (_, index) => waits(`p${index + 1}`));

  it('keeps the first ten and whoever was offered the slot, and gives the same order again', () => {
    const kept = JSON.parse(JSON.stringify(rankEvidence({ places: placesOf(list, now), excluded: [] }, 'p20', now)));
    expect(replayed(kept)).toEqual([...Array.from({ length: 10 }, (_, index) => `p${index + 1}`), 'p20']);
    expect(kept).toMatchObject({ rule: { version: 0 }, entryId: 'p20', at: now.toISOString() });
  });

  it('names nobody: it holds identifiers, bands and dates', () => {
    const [first] = rankEvidence({ places: placesOf(list, now), excluded: [] }, 'p1', now).order;
    expect(Object.keys(first!).sort()).toEqual(['band', 'id', 'receivedAt', 'targetDays', 'urgency']);
  });
});
