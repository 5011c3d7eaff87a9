import { readCommandLine, type Given } from '../start/command-line.mjs';

/** What is measured, under the numbers of the design. */
export const figures = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P11', 'S5'] as const;
export type Figure = (typeof figures)[number];

export interface Options {
  only: readonly Figure[];
  isJson: boolean;
  rounds: number;
  /** How long one measurement of requests lasts. */
  seconds: number;
  referrals: number;
  /** How many the large county of P6 has on each side. */
  large: number;
  connections: readonly number[];
  /** A directory for CPU profiles of the API, one a start. */
  profiles: string | undefined;
  /** Whether the database tells at the end where its time went; it is slower meanwhile. */
  statements: boolean;
}

/** Reads the command line; ends with one clear sentence. */
export function readOptions(): Options {
  const given = readCommandLine('bench');
  const only = given.text('only')?.split(',') ?? [...figures];
  const unknown = only.find((name) => !figures.includes(name as Figure));
  if (unknown !== undefined) given.refuse(`There is no figure "${unknown}". There are: ${figures.join(', ')}.`);
  return {
    only: only as Figure[],
    isJson: given.has('json'),
    rounds: positive(given, 'rounds'),
    seconds: positive(given, 'seconds'),
    referrals: positive(given, 'referrals'),
    large: positive(given, 'large'),
    connections: given
      .text('connections')!
      .split(',')
      .map((count) => positive(given, 'connections', count)),
    profiles: given.text('profiles'),
    statements: given.has('statements'),
  };
}

function positive(given: Given, name: string, text = given.text(name)!): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : given.refuse(`--${name} takes whole numbers from 1, not "${text}".`);
}
