import { rowsPerHour, type Hours } from './slot-places';

/** What is being dragged: minutes of the day, by the clock on the wall. */
export interface Drag {
  readonly kind: 'move' | 'lengthen' | 'draw';
  readonly slot?: string;
  readonly day: string;
  readonly from: number;
  readonly minutes: number;
  /** How far below its beginning it was taken hold of. */
  readonly grip: number;
}

/** Where it would lie. */
export interface Ghost {
  readonly day: string;
  readonly from: number;
  readonly minutes: number;
}

const step = 15;
const toStep = (minute: number): number => Math.round(minute / step) * step;
const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Where something lies once the pointer is at a minute of a day: in quarters of an hour, within the hours that are shown. */
export function dragged(drag: Drag, minute: number, day: string, { first, last }: Hours): Ghost {
  const [begin, end] = [first * 60, last * 60];
  if (drag.kind === 'move') {
    return { day, from: between(toStep(minute - drag.grip), begin, Math.max(begin, end - drag.minutes)), minutes: drag.minutes };
  }
  const minutes = between(toStep(minute) - drag.from, step, Math.min(480, Math.max(step, end - drag.from)));
  return { day: drag.day, from: drag.from, minutes };
}

/** The lines of the grid it covers. */
export const rowsOf = ({ from, minutes }: Ghost, { first }: Hours): string => {
  const row = (minute: number) => Math.round((minute - first * 60) / (60 / rowsPerHour)) + 1;
  return `${row(from)} / ${row(from + minutes)}`;
};
