import type { ReferralLeg, ReferralLegs } from '@lotse/referral/model';
import { routeOf } from './route-of';

const at = (day: number) => new Date(Date.UTC(2026, 2, 1 + day)).toISOString();
const now = Date.parse(at(10));
const leg = (openedAt: number, endedAt: number | null, ending: ReferralLeg['ending'] = 'redirected', position = 1): ReferralLeg => ({
  position,
  organisationName: 'Klinik',
  serviceName: 'Ambulanz',
  openedAt: at(openedAt),
  endedAt: endedAt === null ? null : at(endedAt),
  ending: endedAt === null ? null : ending,
});
const part = (id: string, ...legs: ReferralLeg[]): ReferralLegs['parts'][number] => ({
  id,
  reference: id,
  position: 1,
  state: 'received',
  isThis: id === 'one',
  organisationName: 'Klinik',
  serviceName: 'Ambulanz',
  legs,
});
const legs = (...parts: ReferralLegs['parts']): ReferralLegs => ({ clockStartedAt: at(0), joinRule: null, isOwn: true, parts });

describe('the way of a need', () => {
  it('is drawn on one clock until now', () => {
    const route = routeOf(legs(part('one', leg(0, 4), leg(4, null, null, 2))), now);
    expect(route).toMatchObject({ days: 10, withNow: ['Ambulanz'], completed: 0 });
    expect(route.turns.map(({ begins, lasts }) => [begins, lasts])).toEqual([
      [0, 0.4],
      [0.4, 0.6],
    ]);
  });

  it('ends with its last turn', () => {
    const route = routeOf(legs(part('one', leg(0, 2)), part('two', leg(1, 5, 'completed'))), now);
    expect(route).toMatchObject({ days: 5, withNow: [], completed: 1 });
    expect(route.turns.at(-1)).toMatchObject({ begins: 0.2, lasts: 0.8 });
  });

  it('goes on while it has come back and nobody has it', () => {
    const returned = { ...part('one', leg(0, 4, 'declined')), state: 'returned' as const };
    expect(routeOf(legs(returned), now)).toMatchObject({ days: 10, withNow: [], isBack: true, turns: [{ begins: 0, lasts: 0.4 }] });
    expect(routeOf(legs({ ...returned, state: 'withdrawn' }), now)).toMatchObject({ days: 4, isBack: false });
  });

  it('names what is prepared and not sent', () => {
    const route = routeOf({ ...legs(part('one')), clockStartedAt: null }, now);
    expect(route).toMatchObject({ days: 0, withNow: [], turns: [{ leg: null, lasts: 0 }] });
  });
});
