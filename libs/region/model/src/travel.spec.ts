import fc from 'fast-check';
import { computedMinutes, distanceKm, roadKm, travelMeansSchema, wayBetween, type Place, type TravelTime } from './travel';

const loerrach = { ags: '08336050', latitude: 47.615, longitude: 7.661 };
const schopfheim = { ags: '08336081', latitude: 47.651, longitude: 7.821 };
const place: fc.Arbitrary<Place> = fc.record({
  ags: fc.constantFrom('08336001', '08336002', '08336003'),
  latitude: fc.double({ min: 47, max: 49, noNaN: true }),
  longitude: fc.double({ min: 7, max: 10, noNaN: true }),
});
const row: TravelTime = {
  fromAgs: loerrach.ags,
  toAgs: schopfheim.ags,
  means: 'bus',
  minutes: 24,
  firstArrival: '06:10',
  lastDeparture: '22:40',
};

describe('distances', () => {
  it('are those of the map', () => {
    expect(distanceKm(loerrach, schopfheim)).toBeCloseTo(12.65, 1);
    expect(distanceKm(loerrach, loerrach)).toBe(0);
  });

  it('are the same there and back, and never shorter by way of somewhere else', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const tolerance = 1e-9;
        return (
          Math.abs(distanceKm(a, b) - distanceKm(b, a)) < tolerance && distanceKm(a, c) <= distanceKm(a, b) + distanceKm(b, c) + tolerance
        );
      }),
      { seed: 7 },
    );
  });
});

describe('travel times', () => {
  it.each([
    ['car', 26],
    ['bus', 53],
    ['bike', 66],
    ['on_foot', 208],
    ['is_fetched', 36],
  ] as const)('by %s a straight line of 12 km takes %s minutes', (means, minutes) => {
    expect(computedMinutes(12 * 1.3, means)).toBe(minutes);
  });

  it('within one municipality is not nothing', () => {
    expect(wayBetween(loerrach, loerrach, 'on_foot', [])).toMatchObject({ minutes: 35, isComputed: true });
    expect(roadKm(loerrach, loerrach)).toBe(2.6);
  });

  it('is what the county says, in both directions unless it says more', () => {
    expect(wayBetween(loerrach, schopfheim, 'bus', [row])).toMatchObject({ minutes: 24, isComputed: false, firstArrival: '06:10' });
    expect(wayBetween(schopfheim, loerrach, 'bus', [row])).toMatchObject({ minutes: 24, isComputed: false });
    const back = { ...row, fromAgs: schopfheim.ags, toAgs: loerrach.ags, minutes: 31 };
    expect(wayBetween(schopfheim, loerrach, 'bus', [row, back]).minutes).toBe(31);
    expect(wayBetween(loerrach, schopfheim, 'car', [row]).isComputed).toBe(true);
  });

  it('is never less than a minute, and a longer way never takes less time', () => {
    const km = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(km, km, fc.constantFrom(...travelMeansSchema.options), (one, other, means) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)];
        return computedMinutes(short, means) <= computedMinutes(long, means);
      }),
      { seed: 7 },
    );
  });
});
