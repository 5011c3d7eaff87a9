import type { ChainedLine } from './line';
import type { Seal } from './seal';

/** A line at its place. The line is missing when only its place is left. */
export interface LinkRecord {
  type: 'link';
  position: number;
  entryId: string;
  /** Hexadecimal. */
  hash: string;
  line: ChainedLine | null;
}

export type SealRecord = Seal & { type: 'seal' };

/** A line that has no place in the chain yet. */
export interface LooseRecord {
  type: 'loose';
  line: ChainedLine;
}

/** What an export is made of: links by position, each seal after the last link that it covers, loose lines. The same is read from a database. */
export type ChainRecord = LinkRecord | SealRecord | LooseRecord;

/** A line of the witness: the head of a chain as somebody outside of the database has seen it. */
export interface Witnessed {
  chain: string;
  number: number;
  position: number;
  hash: string;
  sealedAt: string;
  round: string;
}
