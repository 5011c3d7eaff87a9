import fc from 'fast-check';
import { shownAging, shownFigures, shownFunnel, shownWaits, type AgingCell } from './county-pictures';

const cellOf = (serviceId: string, band: number, inTime: number, overdue: number): AgingCell => ({
  serviceId,
  serviceName: serviceId,
  organisationName: 'Klinik',
  band,
  urgency: 'routine',
  waiting: inTime + overdue,
  overdue,
  medianDays: 30,
  medianShare: 0.5,
});
const isSmall = (count: number | null) => count !== null && count > 0 && count < 5;

describe('pictures of a county', () => {
  it('show services and bands without small numbers, and the rest together', () => {
    const found = shownAging([cellOf('a', 5, 20, 6), cellOf('a', 2, 3, 0), cellOf('b', 5, 7, 0), cellOf('b', 4, 12, 5)]);
    expect(found).toMatchObject({ waiting: 53, overdue: 11, others: { groups: 2, waiting: 10 } });
    expect(found.bands.map(({ band, services }) => [band, services.map(({ serviceId }) => serviceId)])).toEqual([
      [4, ['b']],
      [5, ['a']],
    ]);
    const late = shownAging([cellOf('a', 5, 20, 3), cellOf('b', 5, 30, 9), cellOf('c', 5, 10, 5)]);
    expect(late.bands[0]!.services.map(({ waiting, overdue }) => [waiting, overdue])).toEqual([[23, null], [39, 9], [15, null]]); // prettier-ignore
    expect(shownAging([cellOf('a', 5, 3, 1)])).toEqual({ waiting: null, overdue: null, bands: [], others: null });
  });

  const cells = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 12 })
    .map((all) => all.map(([inTime, overdue], index) => cellOf(`s${index % 4}`, Math.floor(index / 4) + 1, inTime, overdue)));
  it('never show a small number of those who wait, and hide none behind a difference', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const found = shownAging(all);
        const shown = found.bands.flatMap(({ services }) => services);
        const numbers = shown.flatMap(({ waiting, overdue }) => [waiting, overdue, overdue === null ? null : waiting - overdue]);
        const rest = (found.waiting ?? 0) - shown.reduce((sum, { waiting }) => sum + waiting, 0);
        const restLate = found.overdue === null ? 0 : found.overdue - shown.reduce((sum, { overdue }) => sum + (overdue ?? 0), 0);
        return ![...numbers, rest, restLate].some(isSmall) && (found.waiting === null || rest === (found.others?.waiting ?? 0));
      }),
    );
  });

  const weeks = fc.dictionary(fc.integer({ min: 0, max: 60 }).map(String), fc.integer({ min: 1, max: 15 }), { maxKeys: 30 });
  it('show how long people wait in bars without small numbers, also not as a difference', () => {
    fc.assert(
      fc.property(weeks, weeks, (one, other) => {
        const side = (found: Record<string, number>) => ({
          people: Object.values(found).reduce((sum, count) => sum + count, 0),
          median: 10,
          p95: 40,
          weeks: found,
        });
        const shown = shownWaits({ waiting: side(one), ended: side(other) });
        return [shown.waiting, shown.ended].every(({ people, counts, hidden }) => {
          if (people === null) return counts.every((count) => count === null);
          const rest = people - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
          return counts.length <= 26 && !counts.some(isSmall) && rest === (hidden?.people ?? 0) && !isSmall(rest);
        });
      }),
    );
  });

  it('take wider bars before they keep back more than they show', () => {
    const found = shownWaits({
      waiting: { people: 24, median: 20, p95: 60, weeks: { 0: 3, 1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3, 7: 3 } },
      ended: { people: 0, median: null, p95: null, weeks: {} },
    });
    expect(found).toMatchObject({ widthDays: 14, waiting: { people: 24, counts: [6, 6, 6, 6], hidden: null } });
  });

  it('say the longest waits only of so many that it is nobody’s', () => {
    expect(shownFigures({ people: 4, median: 30, p95: 90 })).toBeNull();
    expect(shownFigures({ people: 19, median: 30, p95: 90 })).toEqual({ median: 30, p95: null });
    expect(shownFigures({ people: 20, median: 30, p95: 90 })).toEqual({ median: 30, p95: 90 });
  });

  it('show the funnel without small numbers, and not how few were missed', () => {
    const funnel = {
      free: 60,
      offered: 40,
      confirmed: 20,
      attended: 12,
      toCome: 6,
      direct: 2,
      offers: 90,
      minutesToOffer: 5,
      minutesToConfirm: 60,
      minutesFreeToConfirmed: 70,
      daysToAppointment: 8,
    };
    expect(shownFunnel(funnel)).toMatchObject({ free: 60, confirmed: 20, attended: 12, toCome: null, direct: null, minutesToConfirm: 60 });
    expect(shownFunnel({ ...funnel, attended: 14 })).toMatchObject({ attended: 14, toCome: 6 });
    expect(shownFunnel({ ...funnel, confirmed: 3, attended: 0, toCome: 3 })).toMatchObject({
      confirmed: null,
      minutesToConfirm: null,
      toCome: null,
    });
  });
});
