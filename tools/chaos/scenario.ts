import type { Installation } from '../../apps/client-e2e/src/processes/installation';
import type { SmallCounty } from '../../apps/client-e2e/src/processes/small-county';
import type { WaitingPeople } from '../../apps/client-e2e/src/processes/waiting-people';

/** What a scenario gets: an installation of its own, and how much of its whole length it may have. */
export interface Given {
  readonly lotse: Installation;
  readonly county: SmallCounty;
  readonly people: WaitingPeople;
  /** Ends when the time is over; then it finishes what it began and counts. */
  readonly time: Time;
  /** A number of the long form, made smaller for a short one; never below `least`. */
  size(whole: number, least: number): number;
  say(what: string): void;
}

/** The time that a scenario has. */
export interface Time {
  isOver(): boolean;
}

/** What happened. A run without faults proves nothing, and a single anomaly is a failure. */
export interface Outcome {
  readonly operations: number;
  /** How often something was done to it: kills, freezes, wrong clocks, or calls that raced for one thing. */
  readonly faults: number;
  /** How often each answer came. */
  readonly answers: Readonly<Record<string, number>>;
  readonly anomalies: readonly string[];
}

/** One line of the table, under the numbers of the design. */
export interface Scenario {
  readonly figure: string;
  readonly name: string;
  /** Its part of the time, compared with the others. */
  readonly weight: number;
  /** Environment that its processes need. */
  readonly environment?: Record<string, string>;
  run(given: Given): Promise<Outcome>;
}

/** Counts answers. */
export class Counter {
  readonly counts: Record<string, number> = {};

  add(answer: string): void {
    this.counts[answer] = (this.counts[answer] ?? 0) + 1;
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** Answers that nobody should ever get: the server's own failures. */
  get failures(): string[] {
    return Object.entries(this.counts)
      .filter(([answer]) => answer.startsWith('5'))
      .map(([answer, count]) => `${count} times ${answer}`);
  }
}

/** `201`, or `409 slot-gone`. */
export const nameOf = ({ status, body }: { status: number; body: { code?: string } }): string =>
  status < 300 ? String(status) : `${status} ${body.code}`;

/** A place in a list; the same everywhere. */
export const any = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(Math.random() * items.length)];
