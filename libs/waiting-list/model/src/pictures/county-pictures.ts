import type { Urgency } from '@lotse/region/model';
import { smallBelow, withoutSmall, type MovedGroup, type ShownGroups } from '../what-if/small-cells';
import type { CountyAging, CountyFunnel, CountyWaitsSide } from './county-pictures.contracts';
import type { Funnel } from './pictures.contracts';

/** Those who wait for one service in one band, counted. */
export interface AgingCell {
  serviceId: string;
  serviceName: string;
  organisationName: string;
  band: number;
  urgency: Urgency;
  waiting: number;
  overdue: number;
  medianDays: number;
  medianShare: number;
}

const keyOf = ({ serviceId, band }: AgingCell): string => `${serviceId} ${band}`;

/**
 * Services and bands for which enough people wait; the others together, with as many more as it takes for these to hide nobody. How many of a group wait
 * past their target is said where neither they nor the others of the group are few, and where the rest cannot be found by taking what is said from the sum.
 */
export function shownAging(cells: readonly AgingCell[]): CountyAging {
  const people = withoutSmall(cells.map((cell) => ({ key: keyOf(cell), earlier: 0, later: 0, same: cell.waiting })));
  if (!people) return { waiting: null, overdue: null, bands: [], others: null };
  const late = withoutSmall(
    cells.map((cell) => ({ key: keyOf(cell), earlier: cell.waiting - cell.overdue, later: cell.overdue, same: 0 })),
  );
  const [seen, known] = [keysOf(people), keysOf(late)];
  const shown = cells.filter((cell) => seen.has(keyOf(cell)));
  const bands = [...new Set(shown.map(({ band }) => band))].sort((one, other) => one - other);
  return {
    waiting: sumOf(cells, 'waiting'),
    overdue: late && sumOf(cells, 'overdue'),
    bands: bands.map((band) => {
      const ofBand = shown.filter((cell) => cell.band === band).sort((one, other) => other.medianShare - one.medianShare);
      return { band, urgency: ofBand[0]!.urgency, services: ofBand.map((cell) => serviceOf(cell, known)) };
    }),
    others: people.others && { groups: people.others.groups, waiting: people.others.same },
  };
}

const keysOf = (shown: ShownGroups | null): ReadonlySet<string> => new Set(shown?.groups.map(({ key }) => key));

function serviceOf({ band, urgency: _urgency, overdue, ...service }: AgingCell, known: ReadonlySet<string>) {
  return { ...service, overdue: known.has(`${service.serviceId} ${band}`) ? overdue : null };
}

const sumOf = (cells: readonly AgingCell[], what: 'waiting' | 'overdue'): number => cells.reduce((sum, cell) => sum + cell[what], 0);

/** How long people of one side waited: how many in each week, with median and p95. */
export interface FoundWaits {
  people: number;
  median: number | null;
  p95: number | null;
  weeks: Readonly<Record<string, number>>;
}

const widths = [1, 2, 4, 8, 13, 26];
const barsAtMost = 26;
/** Of fewer people the longest wait of 95 of a hundred is the longest of somebody. */
const p95From = 20;

/** Kept back of a side at most: else wider bars are tried. */
const keptBackAtMost = 0.4;
const barsAtLeast = 3;

/** Both sides in bars of one width: the narrowest that keeps little back, or the one that keeps back least. */
export function shownWaits(found: { waiting: FoundWaits; ended: FoundWaits }): {
  widthDays: number;
  waiting: CountyWaitsSide;
  ended: CountyWaitsSide;
} {
  const last = Math.max(0, ...[found.waiting, found.ended].flatMap(({ weeks }) => Object.keys(weeks).map(Number)));
  const possible = widths.filter((width) => width === 1 || Math.floor(last / width) + 1 >= barsAtLeast);
  const narrow = possible.filter((width) => Math.floor(last / width) < barsAtMost);
  const tried = (narrow.length > 0 ? narrow : [Math.ceil((last + 1) / barsAtMost)]).map((width) => ({
    widthDays: width * 7,
    waiting: shownSide(found.waiting, width, last),
    ended: shownSide(found.ended, width, last),
  }));
  const worst = (one: (typeof tried)[number]) => Math.max(keptBackOf(one.waiting), keptBackOf(one.ended));
  return tried.find((one) => worst(one) <= keptBackAtMost) ?? tried.reduce((best, one) => (worst(one) < worst(best) ? one : best));
}

const keptBackOf = ({ people, hidden }: CountyWaitsSide): number => (people && hidden ? hidden.people / people : 0);

function shownSide({ people, median, p95, weeks }: FoundWaits, width: number, last: number): CountyWaitsSide {
  const counts = Array.from({ length: Math.floor(last / width) + 1 }, () => 0);
  for (const [week, count] of Object.entries(weeks)) counts[Math.floor(Number(week) / width)]! += count;
  const shown = withoutSmall(counts.map((count, index): MovedGroup => ({ key: String(index), earlier: 0, later: 0, same: count })));
  if (!shown) return { people: null, median: null, p95: null, counts: counts.map(() => null), hidden: null };
  const seen = new Set(shown.groups.map(({ key }) => Number(key)));
  return {
    people,
    median: people < smallBelow ? null : median,
    p95: people < p95From ? null : p95,
    counts: counts.map((count, index) => (count === 0 || seen.has(index) ? count : null)),
    hidden: shown.others && { bars: shown.others.groups, people: shown.others.same },
  };
}

/** Median and p95 of a side of one service; nothing of fewer than five, and no number of people: it would tell what other tables keep back. */
export const shownFigures = ({ people, median, p95 }: Omit<FoundWaits, 'weeks'>): { median: number; p95: number | null } | null =>
  people < smallBelow || median === null ? null : { median, p95: people < p95From ? null : p95 };

const isSmall = (count: number): boolean => count > 0 && count < smallBelow;
const orNull = (count: number): number | null => (isSmall(count) ? null : count);

/** A funnel without small numbers, also none that could be found by taking what is shown from what is shown. */
export function shownFunnel(found: Funnel): CountyFunnel {
  const { free, offered, confirmed, attended, toCome, direct, offers } = found;
  const missed = confirmed - attended - toCome;
  const hidesCourse = [attended, toCome, missed].some(isSmall);
  const ifMany = (count: number, value: number | null) => (count < smallBelow ? null : value);
  return {
    free: orNull(free),
    offered: orNull(offered),
    confirmed: orNull(confirmed),
    attended: orNull(attended),
    toCome: hidesCourse ? null : toCome,
    direct: orNull(direct),
    offers: orNull(offers),
    minutesToOffer: ifMany(offered, found.minutesToOffer),
    minutesToConfirm: ifMany(confirmed, found.minutesToConfirm),
    minutesFreeToConfirmed: ifMany(confirmed, found.minutesFreeToConfirmed),
    daysToAppointment: ifMany(confirmed, found.daysToAppointment),
  };
}
