import { parseArgs } from 'node:util';

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

/** Reads the command line; throws with one clear sentence. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      referrals: { type: 'string', default: '10000' },
      large: { type: 'string', default: '1000000' },
      connections: { type: 'string', default: '10,100' },
      profiles: { type: 'string' },
      statements: { type: 'boolean', default: false },
      built: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? [...figures];
  const unknown = only.find((name) => !figures.includes(name as Figure));
  if (unknown) throw new Error(`There is no figure "${unknown}". There are: ${figures.join(', ')}.`);
  return {
    only: only as Figure[],
    isJson: values.json,
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    referrals: positive('referrals', values.referrals),
    large: positive('large', values.large),
    connections: values.connections.split(',').map((count) => positive('connections', count)),
    profiles: values.profiles,
    statements: values.statements,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes whole numbers from 1, not "${text}".`);
  return value;
}
