import { calendarDayOf, minutesOfClock, wallClockOf } from '@lotse/kernel';

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Where a slot stands in the column of its day: grid lines, and which of several lanes beside one another. */
export interface Placed<Slot extends Span> {
  readonly slot: Slot;
  readonly fromRow: number;
  readonly toRow: number;
  readonly lane: number;
  readonly lanes: number;
}

/** The hours a week shows. */
export interface Hours {
  readonly first: number;
  readonly last: number;
}

/** A row of the grid is five minutes. */
export const rowsPerHour = 12;
const minutesPerRow = 60 / rowsPerHour;

/** Minutes since midnight, as the clock on the wall shows them. */
export const minuteOfDay = (instant: string | Date): number => minutesOfClock(wallClockOf(instant));

const midnight = 24 * 60;
/** What goes on past midnight is shown until midnight; what the clock is put back in is as long as it takes. */
const endOf = ({ startsAt, endsAt }: Span): number => {
  if (calendarDayOf(new Date(endsAt)) !== calendarDayOf(new Date(startsAt))) return midnight;
  const [begin, end] = [minuteOfDay(startsAt), minuteOfDay(endsAt)];
  return end > begin ? end : begin + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
};
/** Twenty minutes: less could not be hit with a finger. It matters just before midnight, where nothing comes after it. */
const leastRows = 4;

/** The hours to show: an ordinary day at work, more when a slot lies outside it. */
export function hoursOf(slots: readonly Span[], usual: Hours = { first: 8, last: 17 }): Hours {
  return {
    first: Math.min(usual.first, ...slots.map((slot) => Math.floor(minuteOfDay(slot.startsAt) / 60))),
    last: Math.max(usual.last, ...slots.map((slot) => Math.ceil(endOf(slot) / 60))),
  };
}

/** The slots of one day in their places. Slots at the same time (of several schedules) stand beside one another. */
export function placesOf<Slot extends Span>(slots: readonly Slot[], hours: Hours): Placed<Slot>[] {
  const begin = ({ startsAt }: Slot) => minuteOfDay(startsAt);
  const ordered = [...slots].sort((one, other) => begin(one) - begin(other) || endOf(one) - endOf(other));
  return together(ordered).flatMap((group) => inLanes(group, hours));
}

/** Splits slots in order into groups that overlap one another, by the clock on the wall: of an hour that comes twice, both are at one place. */
function together<Slot extends Span>(ordered: readonly Slot[]): Slot[][] {
  const groups: Slot[][] = [];
  let end = 0;
  for (const slot of ordered) {
    if (minuteOfDay(slot.startsAt) >= end) groups.push([]);
    groups.at(-1)?.push(slot);
    end = Math.max(end, endOf(slot));
  }
  return groups;
}

function inLanes<Slot extends Span>(group: readonly Slot[], hours: Hours): Placed<Slot>[] {
  const ends: number[] = [];
  const lanes = group.map((slot) => {
    const free = ends.findIndex((end) => end <= minuteOfDay(slot.startsAt));
    const lane = free === -1 ? ends.length : free;
    ends[lane] = endOf(slot);
    return lane;
  });
  return group.map((slot, index) => ({
    slot,
    ...rowsOf(slot, hours),
    lane: lanes[index] ?? 0,
    lanes: ends.length,
  }));
}

/** Just before midnight it begins a little higher, because nothing comes below. */
function rowsOf(slot: Span, hours: Hours): { fromRow: number; toRow: number } {
  const from = rowOf(minuteOfDay(slot.startsAt), hours);
  const to = rowOf(endOf(slot), hours);
  return endOf(slot) === midnight
    ? { fromRow: Math.min(from, to - leastRows), toRow: to }
    : { fromRow: from, toRow: Math.max(to, from + 1) };
}

const rowOf = (minute: number, { first }: Hours): number => Math.round((minute - first * 60) / minutesPerRow) + 1;
