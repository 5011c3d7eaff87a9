import { daysUntil, type Moment } from '../time/moments';
import type { Tone } from './chip';

/** A deadline as it stands today. */
export interface Deadline {
  readonly tone: Extract<Tone, 'done' | 'due' | 'overdue' | 'paused'>;
  /** Key of the sentence below `kit.deadline`, and the days in it. */
  readonly key: 'left' | 'today' | 'overToday' | 'over' | 'paused' | 'met';
  readonly count: number;
  /** How far the bar is filled, where the target lies on it, and where the bar ends: all from 0 to 100 of the width. */
  readonly filled: number;
  readonly target: number;
  readonly end: number;
}

export interface DeadlineDates {
  readonly start: Moment;
  readonly due: Moment;
  /** Since when the clock stands still. */
  readonly pausedSince?: Moment | null;
  /** When what was due was done. */
  readonly metOn?: Moment | null;
  /** How many days the whole width means, where several ribbons are compared; else each fills its width. */
  readonly scale?: number;
}

const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
const millisecondsPerDay = 86_400_000;
/** Below this share of the time that is left, it counts as due soon. */
const soonShare = 0.2;
const soonDays = 2;

/** How much of the time to a deadline is used up, and how that is said. */
export function deadlineOf({ start, due, pausedSince, metOn, scale }: DeadlineDates, now: Moment = Date.now()): Deadline {
  const [from, to, at] = [instant(start), instant(due), instant(metOn ?? pausedSince ?? now)];
  const used = (at - from) / Math.max(1, to - from);
  const whole = scale ? scale * millisecondsPerDay : Math.max(to - from, at - from, 1);
  const [filled, target] = [percent((at - from) / whole), percent((to - from) / whole)];
  const bar = { filled, target, end: Math.max(filled, target) };
  if (metOn) return { tone: 'done', key: 'met', count: 0, ...bar };
  if (pausedSince) return { tone: 'paused', key: 'paused', count: 0, ...bar };
  return { ...running(daysUntil(due, now), used, used > 1 && hasClock(due)), ...bar };
}

/** A clock that runs: a calendar day is over at midnight, a time at its minute. */
function running(days: number, used: number, timeIsOver: boolean): Pick<Deadline, 'tone' | 'key' | 'count'> {
  if (days < 0) return { tone: 'overdue', key: 'over', count: -days };
  if (days === 0) return timeIsOver ? { tone: 'overdue', key: 'overToday', count: 0 } : { tone: 'due', key: 'today', count: 0 };
  return { tone: days <= soonDays || 1 - used <= soonShare ? 'due' : 'done', key: 'left', count: days };
}

const hasClock = (moment: Moment): boolean => typeof moment !== 'string' || moment.includes('T');
/** A calendar day ends at midnight; an instant is what it is. */
const instant = (moment: Moment): number => (hasClock(moment) ? new Date(moment).getTime() : Date.parse(`${moment as string}T23:59:59Z`));
