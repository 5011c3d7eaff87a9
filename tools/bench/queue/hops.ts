import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../figure';

/** Something that takes jobs and says when they begin. */
export interface Hops {
  /** Hands over jobs and answers when that began, in milliseconds of this process's clock. */
  give(count: number): Promise<number>;
  /** When each of that many jobs began. */
  begun(count: number): Promise<number[]>;
}

export interface Pair<Value> {
  ours: Value;
  bare: Value;
}

const warmUp = 30;
const blocks = 5;

/** One job at a time through both, in turns; 50th and 95th percentile of the time to its beginning, by block. */
export async function measureIdle(ours: Hops, bare: Hops, count: number): Promise<Pair<{ p50: number; p95: number }[]>> {
  await inTurns(ours, bare, warmUp);
  const times = await inTurns(ours, bare, count);
  const size = Math.ceil(count / blocks);
  const inBlocks = (all: number[]) =>
    Array.from({ length: blocks }, (_, block) => all.slice(block * size, (block + 1) * size)).map((part) => ({
      p50: percentile(part, 0.5),
      p95: percentile(part, 0.95),
    }));
  return { ours: inBlocks(times.ours), bare: inBlocks(times.bare) };
}

async function inTurns(ours: Hops, bare: Hops, count: number): Promise<Pair<number[]>> {
  const times: Pair<number[]> = { ours: [], bare: [] };
  for (let index = 0; index < count; index++) {
    for (const name of index % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const hops = name === 'ours' ? ours : bare;
      const begun = hops.begun(1);
      const given = await hops.give(1);
      times[name].push((await begun)[0]! - given);
      await pause(5);
    }
  }
  return times;
}

/** Many jobs at once: how many a second begin, until the last one has. */
export async function measureBursts(ours: Hops, bare: Hops, count: number, rounds: number): Promise<Pair<number[]>> {
  const rates: Pair<number[]> = { ours: [], bare: [] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const hops = name === 'ours' ? ours : bare;
      const begun = hops.begun(count);
      const given = await hops.give(count);
      const last = Math.max(...(await begun));
      if (round > 0) rates[name].push((count / (last - given)) * 1_000);
      await pause(300);
    }
  }
  return rates;
}
