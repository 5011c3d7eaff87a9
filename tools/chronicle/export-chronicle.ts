import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ChainRecord } from '../../libs/chronicle/server/src/chain/records';
import { readChain, readChains, type Ask } from '../../libs/chronicle/server/src/chain/read-chain';

/** The first line of a chain in an export. */
export interface ChainHeader {
  type: 'chronicle';
  version: 1;
  chain: string;
  /** The official key of the county; empty for what belongs to none. */
  key: string;
}

/** A line of an export. */
export type ExportedLine = ChainHeader | ChainRecord;

/** Everything there is of the chronicle, or of one county, a line of JSON each. */
export async function* exportChronicle(ask: Ask, county: string | undefined): AsyncGenerator<ExportedLine> {
  for (const { chain, key } of await readChains(ask)) {
    if (county !== undefined && key !== county) continue;
    yield { type: 'chronicle', version: 1, chain, key };
    yield* readChain(ask, chain);
  }
}

/** Reads what was exported. */
export async function* readExport(path: string): AsyncGenerator<ExportedLine> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.trim()) yield JSON.parse(line) as ExportedLine;
  }
}
