import { millisecondsPerDay } from '@lotse/kernel';
import type { ReferralLeg, ReferralLegs, ReferralPart } from '@lotse/referral/model';

/** One turn of one receiver, as a bar on the one clock: where it begins and how long it is, in shares of the whole. */
export interface Turn {
  readonly key: string;
  readonly part: ReferralPart;
  /** Null for what is prepared and not sent. */
  readonly leg: ReferralLeg | null;
  readonly serviceName: string | null;
  readonly organisationName: string | null;
  readonly begins: number;
  readonly lasts: number;
}

/** The way of one need, for the picture and its sentence. */
export interface Route {
  /** Whole days since the first sending, until now or until everything ended. */
  readonly days: number;
  readonly turns: readonly Turn[];
  /** Who has it now; several when parts run side by side. */
  readonly withNow: readonly string[];
  /** Nobody has it now, and it is not over: it came back, and the clock goes on. */
  readonly isBack: boolean;
  readonly completed: number;
}

/** The turns in order of their parts, on one clock that ends now while anything runs or waits for the referrer. */
export function routeOf({ clockStartedAt, parts }: ReferralLegs, now: number): Route {
  const legs = parts.flatMap((part) => part.legs);
  const start = clockStartedAt === null ? now : Math.min(Date.parse(clockStartedAt), ...legs.map(({ openedAt }) => Date.parse(openedAt)));
  const isRunning = legs.some(({ endedAt }) => endedAt === null);
  const isBack = !isRunning && parts.some(({ state }) => state === 'returned');
  const end = isRunning || isBack || legs.length === 0 ? now : Math.max(...legs.map(({ endedAt }) => Date.parse(endedAt!)));
  const whole = Math.max(end - start, 1);
  const turns = parts.flatMap((part) => turnsOf(part, (at) => Math.min(1, Math.max(0, (at - start) / whole)), now));
  return {
    days: Math.floor(whole / millisecondsPerDay),
    turns,
    isBack,
    withNow: turns
      .filter(({ leg }) => leg?.endedAt === null)
      .map(({ serviceName, organisationName }) => serviceName ?? organisationName ?? ''),
    completed: parts.filter(({ legs }) => legs.at(-1)?.ending === 'completed').length,
  };
}

function turnsOf(part: ReferralPart, share: (at: number) => number, now: number): Turn[] {
  if (part.legs.length === 0) {
    const { serviceName, organisationName } = part;
    return [{ key: part.id, part, leg: null, serviceName, organisationName, begins: 1, lasts: 0 }];
  }
  return part.legs.map((leg) => {
    const begins = share(Date.parse(leg.openedAt));
    const ends = share(leg.endedAt === null ? now : Date.parse(leg.endedAt));
    const { serviceName, organisationName } = leg;
    return { key: `${part.id} ${leg.position}`, part, leg, serviceName, organisationName, begins, lasts: ends - begins };
  });
}
