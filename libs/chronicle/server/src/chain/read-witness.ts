import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Witnessed } from './records';

/** What a file of the witness holds; a line that a crash cut off is left out. */
export async function readWitness(path: string): Promise<Witnessed[]> {
  const seen: Witnessed[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    try {
      seen.push(JSON.parse(line) as Witnessed);
    } catch {
      // Cut off by a crash; the worker has written it again.
    }
  }
  return seen;
}
