import { join, resolve } from 'node:path';
import { compare, type Line } from '../figure';
import type { Options } from '../options';
import { runToEnd } from '../processes';
import type { Pair } from './hops';

interface Measured {
  idle: Pair<{ p50: number; p95: number }[]>;
  bursts: Pair<number[]>;
}

const events = 300;
const burst = 1_000;
const program = join(resolve(import.meta.dirname, '..'), 'bench/queue.mjs');

/** P5 on the backends that are there: PostgreSQL always, Redis when REDIS_URL says where it is. */
export async function measureQueue({ rounds }: Options, databaseUrl: string, say: (what: string) => void): Promise<Line[]> {
  const redis = process.env['REDIS_URL'];
  const backends: [string, NodeJS.ProcessEnv][] = [
    ['PostgreSQL', {}],
    ...(redis ? [['Redis', { REDIS_URL: redis }] as [string, NodeJS.ProcessEnv]] : []),
  ];
  const lines: Line[] = [];
  for (const [backend, env] of backends) {
    say(`P5 ${events} idle events and bursts of ${burst}, queue in ${backend}`);
    const given = {
      DATABASE_URL: databaseUrl,
      BENCH_EVENTS: String(events),
      BENCH_BURST: String(burst),
      BENCH_ROUNDS: String(rounds),
      ...env,
    };
    lines.push(...linesOf(backend, await runToEnd<Measured>('The queue', program, given)));
  }
  return lines;
}

function linesOf(backend: string, { idle, bursts }: Measured): Line[] {
  const at = (which: 'p50' | 'p95', target: number): Line =>
    compare({
      figure: 'P5',
      name: `slot opened -> job begins, ${which}, ${backend}`,
      unit: 'ms',
      ours: idle.ours.map((block) => block[which]),
      floor: idle.bare.map((block) => block[which]),
      goal: { is: 'at-most', target },
      note: `from the commit to the reaction, against one hop of BullMQ on the same backend, in turns; ${events} each in blocks of ${events / 5}.`,
    });
  const drained = { figure: 'P5', name: `burst of ${burst}, ${backend}`, unit: 'events/s', ours: bursts.ours, floor: bursts.bare };
  return [at('p50', 2.5), at('p95', 2), compare({ ...drained, goal: { is: 'at-least', target: 0.3 } })];
}
