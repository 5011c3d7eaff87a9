import type { Referral, ReferralState } from '@lotse/referral/model';

export const stations = ['sent', 'received', 'triage', 'accepted', 'waitlist', 'appointment', 'outcome'] as const;
export type Station = (typeof stations)[number];

/** The states that mean "has come to this station". */
const statesOf: Readonly<Record<Station, readonly ReferralState[]>> = {
  sent: ['requested'],
  received: ['received'],
  triage: ['in_triage', 'info_requested'],
  accepted: ['accepted'],
  waitlist: ['waitlisted', 'suspended', 'offered', 'rebook_required'],
  appointment: ['booked', 'dna_review', 'in_service'],
  outcome: ['outcome_sent'],
};

/** After the last station there is nothing the strip shows. */
const beyond: readonly ReferralState[] = ['closed'];
const stopped: readonly ReferralState[] = ['returned', 'withdrawn', 'entered_in_error', 'cancel_requested'];

export interface StationOnTheWay {
  readonly station: Station;
  readonly state: 'done' | 'jumped' | 'current' | 'open' | 'stopped';
  /** Since when it is or was there. */
  readonly at?: string;
}

/** Where a referral is on its way, and when it came to each station. What it never came to was jumped over and is not ticked. */
export function journeyOf({ state, steps }: Pick<Referral, 'state' | 'steps'>): StationOnTheWay[] {
  const reached = arrivalsOf(steps);
  const current = currentIndex(state, reached);
  return stations.map((station, index) => ({
    station,
    state: index < current ? before(station, reached[index]) : stateAt(index, current, state),
    at: index <= current ? reached[index] : undefined,
  }));
}

/**
 * When it came to each station on its present way. Being offered something, or losing an appointment, does not begin the wait on a list anew; only
 * going back to an earlier station makes what came after it count no more. Of an appointment what happened last is said.
 */
function arrivalsOf(steps: Referral['steps']): (string | undefined)[] {
  const arrivals: (string | undefined)[] = stations.map(() => undefined);
  for (const { toState, at } of steps) {
    const reached = stations.findIndex((station) => statesOf[station].includes(toState));
    if (reached < 0) continue;
    arrivals.fill(undefined, reached + 1);
    if (stations[reached] === 'appointment') arrivals[reached] = at;
    else arrivals[reached] ??= at;
  }
  return arrivals;
}

function currentIndex(state: ReferralState, reached: readonly (string | undefined)[]): number {
  if (beyond.includes(state)) return stations.length;
  if (stopped.includes(state)) return reached.findLastIndex((at) => at !== undefined);
  return stations.findIndex((station) => statesOf[station].includes(state));
}

/** What came on paper was sent as well, only not here. */
const before = (station: Station, at: string | undefined): 'done' | 'jumped' => (at || station === 'sent' ? 'done' : 'jumped');

function stateAt(index: number, current: number, state: ReferralState): StationOnTheWay['state'] {
  if (index > current) return 'open';
  return stopped.includes(state) ? 'stopped' : 'current';
}
