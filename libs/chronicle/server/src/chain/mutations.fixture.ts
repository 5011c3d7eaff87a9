import type { ChainedLine } from './line';
import type { ChainRecord, LinkRecord, SealRecord, Witnessed } from './records';
import { beginning, linkHash } from './chain';
import type { SealKey } from './seal';

export const chain = '018f0000-0000-7000-8000-000000000001';
const begunAt = Date.parse('2026-11-22T08:00:00Z');
const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const looked = (number: number) => ({
  kind: 'look',
  verb: 'referrals',
  subjectId: null,
  personId: null,
  amount: number % 4,
  result: 'found',
  people: [id(number), id(number + 1)],
});
const acted = (number: number) => ({
  kind: 'act',
  verb: 'referral.accept',
  subjectId: id(number),
  personId: id(number * 7),
  amount: null,
  result: 'done',
  people: null,
});

/** A line as it might be; every column is set in one of them. */
export function line(number: number): ChainedLine {
  return {
    id: String(number),
    at: new Date(begunAt + number * 700).toISOString().replace('Z', '000Z'),
    regionId: chain,
    organisationId: id(number % 5),
    staffId: id(number % 17),
    subject: 'referral',
    roles: ['intake', 'triager'],
    parts: number % 5 ? null : ['identity', 'diagnosis'],
    basis: number % 5 ? 'own' : `leg:${id(number)}`,
    deputyshipId: number % 11 ? null : id(99),
    writtenIn: String(1000 + number),
    ...(number % 3 ? looked(number) : acted(number)),
  };
}

export interface Whole {
  records: ChainRecord[];
  witness: Witnessed[];
}

/** A chain of so many lines, a seal after each tenth, and a few lines that wait for the next seal. */
export function wholeChain(key: SealKey, lines: number): Whole {
  const records: ChainRecord[] = [];
  const witness: Witnessed[] = [];
  let hash = beginning(chain);
  for (let position = 1; position <= lines; position++) {
    const content = line(position);
    hash = linkHash(hash, position, content);
    records.push({ type: 'link', position, entryId: content.id, hash: hash.toString('hex'), line: content });
    if (position % 10) continue;
    const terms = { chain, number: position / 10, position, hash: hash.toString('hex'), sealedAt: content.at, isComplete: true };
    const seal: SealRecord = { type: 'seal', ...key.seal({ ...terms, mark: String(1001 + position) }) };
    records.push(seal);
    witness.push({ ...terms, round: String(terms.number) });
  }
  for (let number = lines + 1; number <= lines + 3; number++) records.push({ type: 'loose', line: line(number) });
  return { records, witness };
}

/** Numbers that look random and are the same in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Below = (below: number) => number;
type Mutation = (records: ChainRecord[], below: Below) => void;

const sealed = (records: readonly ChainRecord[]) => records.filter(({ type }) => type !== 'loose').length;
const someLink = (records: ChainRecord[], below: Below): number => {
  for (;;) {
    const index = below(sealed(records));
    if (records[index]!.type === 'link') return index;
  }
};
const someSeal = (records: ChainRecord[], below: Below): SealRecord => {
  const seals = records.filter((record): record is SealRecord => record.type === 'seal');
  return seals[below(seals.length)]!;
};
const linkAt = (records: ChainRecord[], index: number) => records[index] as LinkRecord;

/** Another value of the same kind. */
function otherThan(value: unknown): unknown {
  if (value === null || value === undefined) return id(4711);
  if (Array.isArray(value)) return value.length > 1 ? value.slice(1) : [...(value as string[]), id(4712)];
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return /^\d+$/.test(String(value))
    ? String(Number(value) + 1)
    : `${String(value).slice(0, -1)}${String(value).endsWith('0') ? '1' : '0'}`;
}

function change(record: object, fields: readonly string[], below: Below): void {
  const held = record as Record<string, unknown>;
  const field = fields[below(fields.length)]!;
  held[field] = otherThan(held[field]);
}

/** Every link from one on gets the hash that fits, as somebody would make it who can rewrite the database, but holds no key. */
function chainAnew(records: ChainRecord[]): void {
  let hash = beginning(chain);
  for (const record of records) {
    if (record.type === 'link' && record.line) {
      hash = linkHash(hash, record.position, record.line);
      record.hash = hash.toString('hex');
    } else if (record.type === 'seal') record.hash = hash.toString('hex');
  }
}

function renumber(records: ChainRecord[]): void {
  let position = 0;
  for (const record of records) {
    if (record.type === 'link') record.position = ++position;
    else if (record.type === 'seal') record.position = position;
  }
}

/** Every way to tamper with a chronicle that S9 names, alone and by somebody who then makes the chain look right again. */
export const mutations: Record<string, Mutation> = {
  'changes a column of a line': (records, below) => {
    const { line: content } = linkAt(records, someLink(records, below));
    change(content!, Object.keys(content!), below);
  },
  'changes a column and all hashes after it': (records, below) => {
    const { line: content } = linkAt(records, someLink(records, below));
    change(content!, ['at', 'staffId', 'verb', 'personId', 'people', 'result'], below);
    chainAnew(records);
  },
  'changes the hash of a line': (records, below) => change(linkAt(records, someLink(records, below)), ['hash'], below),
  'changes a seal': (records, below) =>
    change(someSeal(records, below), ['number', 'position', 'hash', 'sealedAt', 'mark', 'isComplete', 'keyId', 'signature'], below),
  'deletes a line and leaves its place': (records, below) => void (linkAt(records, someLink(records, below)).line = null),
  'deletes a line with its place': (records, below) => void records.splice(someLink(records, below), 1),
  'deletes a line, closes the gap and makes the chain anew': (records, below) => {
    records.splice(someLink(records, below), 1);
    renumber(records);
    chainAnew(records);
  },
  'deletes a seal': (records, below) => void records.splice(records.indexOf(someSeal(records, below)), 1),
  'inserts a line with a place of its own': (records, below) => {
    const index = someLink(records, below);
    const place = linkAt(records, index);
    records.splice(index + 1, 0, { ...place, entryId: '999999', line: { ...place.line!, id: '999999' } });
  },
  'inserts a line and makes the chain anew': (records, below) => {
    const index = someLink(records, below);
    const place = linkAt(records, index);
    records.splice(index + 1, 0, { ...place, entryId: '999999', line: { ...place.line!, id: '999999' } });
    renumber(records);
    chainAnew(records);
  },
  'slips in a line that claims to be older': (records, below) => {
    const early = line(1 + below(50));
    const isByTime = below(2) === 0;
    const writtenIn = isByTime ? '999999' : early.writtenIn;
    const at = isByTime ? new Date(begunAt - 7_200_000).toISOString() : early.at;
    records.push({ type: 'loose', line: { ...early, id: '999999', at, writtenIn } });
  },
  'puts two lines in each other’s place': (records, below) => {
    const [one, other] = twoLinks(records, below);
    [one.line, other.line] = [other.line, one.line];
  },
  'puts two lines with their ids in each other’s place': (records, below) => {
    const [one, other] = twoLinks(records, below);
    [one.line, other.line, one.entryId, other.entryId] = [other.line, one.line, other.entryId, one.entryId];
  },
  'puts two lines in each other’s place and makes the chain anew': (records, below) => {
    const [one, other] = twoLinks(records, below);
    [one.line, other.line, one.entryId, other.entryId] = [other.line, one.line, other.entryId, one.entryId];
    chainAnew(records);
  },
  'cuts off the end': (records, below) => void records.splice(sealed(records) - 1 - below(60), Infinity),
  'cuts off the end at a seal': (records, below) => {
    const seal = someSeal(records, below);
    const at = records.indexOf(seal) + 1;
    records.splice(at < sealed(records) ? at : 0, Infinity);
  },
};

function twoLinks(records: ChainRecord[], below: Below): [LinkRecord, LinkRecord] {
  const first = someLink(records, below);
  for (;;) {
    const second = someLink(records, below);
    if (second !== first) return [linkAt(records, first), linkAt(records, second)];
  }
}
