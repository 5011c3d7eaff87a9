import { lineColumns, type ChainedLine } from './line';
import type { ChainRecord, LinkRecord, LooseRecord, SealRecord } from './records';

/** Asks a database that lets everything of the chronicle be read. */
export type Ask = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

const page = 2_000;

const chains = `select chain, coalesce(r.key, '') as key from (select distinct chain from chronicle_seal) s left join region r on r.id = s.chain order by 2`;

const links = `
  select l.position::float8 as position, l.entry_id::text as "entryId", encode(l.hash, 'hex') as hash,
    case when e.id is null then null else to_jsonb(line) end as line
  from chronicle_link l left join chronicle_entry e on e.id = l.entry_id left join lateral (select ${lineColumns}) line on true
  where l.chain = $1 and l.position > $2 order by l.position limit ${page}`;

const seals = `
  select chain, number::float8 as number, position::float8 as position, encode(hash, 'hex') as hash, sealed_at as "sealedAt",
    mark::text as mark, is_complete as "isComplete", key_id as "keyId", encode(signature, 'base64') as signature
  from chronicle_seal where chain = $1 and number > $2 order by number limit ${page}`;

const loose = `
  select ${lineColumns} from chronicle_entry e
  where coalesce(e.region_id, '00000000-0000-0000-0000-000000000000') = $1 and e.id > $2
    and not exists (select from chronicle_link l where l.entry_id = e.id)
  order by e.id limit ${page}`;

/** The chains there are, each with the key of its county. */
export const readChains = (ask: Ask): Promise<{ chain: string; key: string }[]> => ask(chains, []);

/** Reads a chain in the order in which it is checked: links, each seal after the last link it covers, loose lines. */
export async function* readChain(ask: Ask, chain: string): AsyncGenerator<ChainRecord> {
  const ahead = readSeals(ask, chain);
  let seal = (await ahead.next()).value;
  for await (const link of readLinks(ask, chain)) {
    while (seal && seal.position < link.position) {
      yield seal;
      seal = (await ahead.next()).value;
    }
    yield link;
  }
  for (; seal; seal = (await ahead.next()).value) yield seal;
  yield* readLoose(ask, chain);
}

async function* readLinks(ask: Ask, chain: string): AsyncGenerator<LinkRecord> {
  for (let after = 0; ;) {
    const rows = await ask<Omit<LinkRecord, 'type'>>(links, [chain, after]);
    for (const row of rows) yield { type: 'link', ...row };
    if (rows.length < page) return;
    after = rows.at(-1)!.position;
  }
}

async function* readSeals(ask: Ask, chain: string): AsyncGenerator<SealRecord, undefined> {
  for (let after = 0; ;) {
    const rows = await ask<Omit<SealRecord, 'type' | 'sealedAt'> & { sealedAt: Date }>(seals, [chain, after]);
    for (const row of rows)
      yield { type: 'seal', ...row, sealedAt: row.sealedAt.toISOString(), signature: row.signature.replace(/\s/g, '') };
    if (rows.length < page) return undefined;
    after = rows.at(-1)!.number;
  }
}

async function* readLoose(ask: Ask, chain: string): AsyncGenerator<LooseRecord> {
  for (let after = '0'; ;) {
    const rows = await ask<ChainedLine>(loose, [chain, after]);
    for (const line of rows) yield { type: 'loose', line };
    if (rows.length < page) return;
    after = rows.at(-1)!.id;
  }
}
