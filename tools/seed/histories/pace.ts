import type { Urgency } from '@lotse/region/model';
import type { Chance } from '../random';
import type { End } from './stories';

type Range = readonly [number, number];

/** Working minutes since the referral was sent; a working day has 540. */
const ages: Readonly<Record<Exclude<End, 'waiting'>, Range>> = {
  draft: [30, 2400],
  discarded: [1500, 6000],
  prepared: [6, 9],
  requested: [15, 520],
  forgotten: [1700, 2100],
  received: [200, 1500],
  in_triage: [700, 3200],
  info_requested: [1300, 4200],
  answered: [1600, 5000],
  accepted: [1500, 4800],
  booked: [3000, 8500],
  top: [4600, 5000],
  returned: [2200, 6500],
  withdrawn: [3000, 16_000],
};

/** Urgent people have not waited for long, the others often longer than they should. */
const agesOfWaiting: Readonly<Record<string, Range>> = {
  urgent: [1200, 2900],
  acute_treatment: [1500, 7700],
  soon: [2000, 15_500],
  routine: [2500, 42_000],
};

export type Step = 'acknowledge' | 'startTriage' | 'requestInfo' | 'provideInfo' | 'accept' | 'decline' | 'waitlist' | 'withdraw';

/** Working minutes since the last step, for most of those that somebody has to go on with; the others are overdue. */
const lastSteps: Partial<Record<End, Range>> = {
  received: [20, 900],
  in_triage: [30, 1200],
  info_requested: [60, 900],
  answered: [30, 900],
  accepted: [40, 800],
  top: [120, 400],
  returned: [30, 520],
};
const overdue = 16;

/** Working minutes from one step to the next. */
const pauses: Readonly<Record<Step, Range>> = {
  acknowledge: [20, 420],
  startTriage: [15, 300],
  requestInfo: [10, 240],
  provideInfo: [60, 1300],
  accept: [20, 500],
  decline: [60, 700],
  waitlist: [3, 90],
  withdraw: [400, 4000],
};

const straight: readonly Step[] = ['acknowledge', 'startTriage', 'accept', 'waitlist'];
const asked: readonly Step[] = ['acknowledge', 'startTriage', 'requestInfo', 'provideInfo'];

/** The steps that lead to an end. */
export function stepsTo(end: End, luck: Chance): readonly Step[] {
  const question = luck.percent(22);
  const answered = luck.percent(50);
  const paths: Partial<Record<End, readonly Step[]>> = {
    received: ['acknowledge'],
    in_triage: ['acknowledge', 'startTriage'],
    info_requested: ['acknowledge', 'startTriage', 'requestInfo'],
    answered: asked,
    accepted: ['acknowledge', 'startTriage', 'accept'],
    booked: straight,
    top: [...asked, 'accept', 'waitlist'],
    waiting: question ? [...asked, 'accept', 'waitlist'] : straight,
    returned: answered ? ['acknowledge', 'startTriage', 'decline'] : ['acknowledge', 'decline'],
    withdrawn: answered ? ['acknowledge', 'startTriage', 'withdraw'] : ['acknowledge', 'withdraw'],
  };
  return paths[end] ?? [];
}

/** When each step was, as working minutes before now: drawn, and drawn out or closer together so that the last one is where it should be. */
export function agesOfSteps(luck: Chance, age: number, steps: readonly Step[], end: End): number[] {
  const drawn = steps.map((step) => luck.between(...pauses[step]));
  const total = drawn.reduce((sum, pause) => sum + pause, 0);
  const last = lastSteps[end];
  const isOnTime = last && (end === 'top' || !luck.percent(overdue));
  const room = isOnTime ? Math.max(age - luck.between(...last), age * 0.2) : age * (end === 'booked' ? 0.4 : 0.93);
  const scale = isOnTime || total > room ? room / total : 1;
  let left = age;
  return drawn.map((pause) => (left -= pause * scale));
}

/** How long ago a referral was sent, in working minutes. */
export function drawAge(luck: Chance, end: End, urgency: Urgency | null): number {
  const [least, most] = end === 'waiting' ? agesOfWaiting[urgency!]! : ages[end];
  return luck.between(least, most);
}
