import type { KeyObject } from 'node:crypto';
import { beginning, linkHash } from './chain';
import type { ChainRecord, LinkRecord, LooseRecord, SealRecord, Witnessed } from './records';
import { isGenuine } from './seal';

/** What is wrong, and where. */
export interface Finding {
  kind: 'altered' | 'missing' | 'inserted' | 'seal' | 'cut';
  position: number;
  entryId?: string;
  text: string;
}

export interface Outcome {
  chain: string;
  /** How many lines have a place in the chain. */
  lines: number;
  seals: number;
  /** Lines that were written since the last seal. */
  loose: number;
  sealedAt: string | null;
  /** The first hundred, in the order of the chain. */
  findings: Finding[];
}

/** A line may be written this long before it becomes visible; nothing in Lotse takes as long. */
const longestTransaction = 3_600_000;
const atMost = 100;

/**
 * Checks a chain record by record, and in the end against what the witness saw. Needs nothing but the records and the public keys, so
 * it runs wherever there is an export, and it holds no more than a few bytes for each seal.
 */
export class ChainCheck {
  private readonly findings: Finding[] = [];
  /** The place and hash that each seal covers, by number. */
  private readonly covered: string[] = [];
  private last: { position: number; hash: Buffer };
  private lastSeal: SealRecord | undefined;
  private sinceSeal: { position: number; id: string; at: number }[] = [];
  private lines = 0;
  private loose = 0;

  constructor(
    private readonly chain: string,
    private readonly keys: readonly KeyObject[],
  ) {
    this.last = { position: 0, hash: beginning(chain) };
  }

  take(record: ChainRecord): void {
    if (record.type === 'link') this.takeLink(record);
    else if (record.type === 'seal') this.takeSeal(record);
    else this.takeLoose(record);
  }

  finish(witnessed: Iterable<Witnessed> = []): Outcome {
    const [unsealed] = this.sinceSeal;
    if (unsealed)
      this.found('inserted', unsealed.position, `line ${unsealed.id} has a place in the chain that no seal covers`, unsealed.id);
    for (const seen of witnessed) {
      if (seen.chain === this.chain && !this.agrees(seen)) break;
    }
    const { lines, loose, findings } = this;
    return { chain: this.chain, lines, seals: this.covered.length, loose, sealedAt: this.lastSeal?.sealedAt ?? null, findings };
  }

  private takeLink(link: LinkRecord): void {
    const expected = this.last.position + 1;
    const { position, entryId, line } = link;
    if (position > expected) this.found('missing', expected, `the line at place ${expected} is missing`);
    else if (position < expected) this.found('inserted', position, `line ${entryId} stands where the chain has been before`, entryId);
    else this.judge(link);
    this.lines++;
    this.last = { position, hash: Buffer.from(link.hash, 'hex') };
    this.sinceSeal.push({ position, id: entryId, at: line ? Date.parse(line.at) : Number.NaN });
  }

  private judge({ position, entryId, line, hash }: LinkRecord): void {
    if (!line) return this.found('missing', position, `line ${entryId} at place ${position} is missing`, entryId);
    if (line.id !== entryId) return this.found('altered', position, `line ${line.id} stands in the place of ${entryId}`, entryId);
    if (linkHash(this.last.hash, position, line).toString('hex') !== hash)
      this.found('altered', position, `line ${entryId} at place ${position} is not the one that was sealed there`, entryId);
  }

  private takeSeal(seal: SealRecord): void {
    const before = this.lastSeal;
    this.judgeSeal(seal, before?.number ?? 0);
    this.covered.push(`${seal.position}:${seal.hash}`);
    this.lastSeal = seal;
    if (before?.isComplete) this.findBackdated(before);
    this.sinceSeal = [];
  }

  private judgeSeal(seal: SealRecord, numberBefore: number): void {
    const { number, position, hash } = seal;
    const { last } = this;
    const from = this.sinceSeal[0]?.position ?? last.position;
    if (number !== numberBefore + 1) return this.found('seal', from, `seal ${numberBefore + 1} is missing`);
    if (seal.chain !== this.chain || !isGenuine(seal, this.keys))
      return this.found('seal', from, `seal ${number} was not made with the key of this installation, or was altered`);
    if (position !== last.position)
      return this.found('missing', last.position + 1, `seal ${number} covers place ${position}, the chain ends at place ${last.position}`);
    if (hash !== last.hash.toString('hex'))
      this.found('altered', from, `a line between places ${from} and ${position} is not the one that seal ${number} covers`);
  }

  /** A line that claims to be older than the seal before by more than any transaction takes was slipped in. */
  private findBackdated(before: SealRecord): void {
    const late = this.sinceSeal.find(({ at }) => at < Date.parse(before.sealedAt) - longestTransaction);
    if (late) this.found('inserted', late.position, `line ${late.id} says that it is older than a seal that does not cover it`, late.id);
  }

  private takeLoose({ line }: LooseRecord): void {
    this.loose++;
    const seal = this.lastSeal;
    if (!seal) return;
    const isBackdated = seal.isComplete && Date.parse(line.at) < Date.parse(seal.sealedAt) - longestTransaction;
    if (isBackdated || BigInt(line.writtenIn) < BigInt(seal.mark))
      this.found('inserted', this.last.position + 1, `line ${line.id} says that it is older than a seal that does not cover it`, line.id);
  }

  private agrees(seen: Witnessed): boolean {
    const covered = this.covered[seen.number - 1];
    if (covered === `${seen.position}:${seen.hash}`) return true;
    const { position } = this.last;
    if (covered) this.found('cut', seen.position, `the witness saw another seal ${seen.number}: the chain was cut and made anew`);
    else this.found('cut', position + 1, `the end is missing: the witness saw ${seen.position} lines, there are ${position}`);
    return false;
  }

  private found(kind: Finding['kind'], position: number, text: string, entryId?: string): void {
    if (this.findings.length < atMost) this.findings.push({ kind, position, text, entryId });
  }
}
