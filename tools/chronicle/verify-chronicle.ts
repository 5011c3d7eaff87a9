import type { KeyObject } from 'node:crypto';
import { ChainCheck, type Outcome } from '../../libs/chronicle/server/src/chain/chain-check';
import type { Witnessed } from '../../libs/chronicle/server/src/chain/records';
import type { ExportedLine } from './export-chronicle';

/** Checks every chain of an export or of a database. A chain that the witness knows and that is not there at all was cut off as a whole. */
export async function verifyChronicle(
  lines: AsyncIterable<ExportedLine>,
  keys: readonly KeyObject[],
  seen: readonly Witnessed[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let check: ChainCheck | undefined;
  for await (const line of lines) {
    if (line.type !== 'chronicle') {
      if (!check) throw new Error('This is no export of a chronicle.');
      check.take(line);
      continue;
    }
    if (check) outcomes.push(check.finish(seen));
    check = new ChainCheck(line.chain, keys);
  }
  if (check) outcomes.push(check.finish(seen));
  return outcomes;
}

/** Chains that only the witness knows. */
export function gone(outcomes: readonly Outcome[], seen: readonly Witnessed[]): string[] {
  const there = new Set(outcomes.map(({ chain }) => chain));
  return [...new Set(seen.map(({ chain }) => chain))].filter((chain) => !there.has(chain));
}
