import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { beginning, chainOf, linkHash } from '../chain/chain';
import { lineColumns, type ChainedLine } from '../chain/line';
import type { Witnessed } from '../chain/records';
import type { SealKey } from '../chain/seal';

const batch = 5_000;

/** Nobody else seals while this lock is held; whoever does not get it has nothing to do. */
const lock = `select pg_try_advisory_xact_lock(hashtext('lotse.chronicle.seal')) as "isOurs"`;

/** How far the last round came, and which transactions may still be writing. */
const standing = `
  select coalesce((select mark from chronicle_seal order by round desc limit 1), 0)::text as mark,
    pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as newest`;

/**
 * Lines in the order in which they became visible: a transaction that ends late brings lines with lower ids than those that are sealed
 * already. Whatever was not to be seen in the last round was written by a transaction at or after its mark.
 */
const waiting = `
  select ${lineColumns} from chronicle_entry e
  where e.written_in >= $1 and ($2::bigint is null or e.written_in < $2) and not exists (select from chronicle_link l where l.entry_id = e.id)
  order by e.written_in, e.id limit ${batch}`;

const end = `
  select coalesce((select position from chronicle_link where chain = $1 order by position desc limit 1), 0)::text as position,
    (select hash from chronicle_link where chain = $1 order by position desc limit 1) as hash,
    coalesce((select number from chronicle_seal where chain = $1 order by number desc limit 1), 0)::text as number,
    date_trunc('milliseconds', clock_timestamp()) as now`;

const link = `
  insert into chronicle_link (chain, position, entry_id, hash)
  select $1, given.position, given.id, given.hash from unnest($2::bigint[], $3::bigint[], $4::bytea[]) as given (position, id, hash)`;

const seal = `
  insert into chronicle_seal (chain, number, position, hash, sealed_at, key_id, signature, mark, is_complete)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning round::text as round`;

/** Whom each line is about, where that is not on the line itself: acts and looks at a referral name the referral. */
const about = `
  insert into chronicle_about (person_id, entry_id)
  select distinct known.person, known.id from (
    select e.id, unnest(case when e.person_id is not null then array[e.person_id] when e.people is not null then e.people
      when e.subject in ('person', 'referral', 'release', 'offer') and e.subject_id is not null then array[person_behind(e.subject_id)] end) as person
    from chronicle_entry e where e.id = any ($1)) known
  where known.person is not null on conflict do nothing`;

interface Standing {
  mark: string;
  oldest: string;
  newest: string;
}

/** Puts what was written since the last round into the chain of its county and signs the end of it. Runs beside the acts, never in them. */
@Injectable()
export class SealChronicle {
  constructor(private readonly database: Database) {}

  /** Seals one batch. Answers the seals, and whether more waits. */
  run(key: SealKey): Promise<{ seals: Witnessed[]; hasMore: boolean }> {
    return this.database.asSystem(async (transaction) => {
      const { isOurs } = (await transaction.row<{ isOurs: boolean }>('seal.lock', lock))!;
      if (!isOurs) return { seals: [], hasMore: false };
      const standing_ = (await transaction.row<Standing>('seal.standing', standing))!;
      // A dump that was loaded into another server brings marks that its transactions have not reached yet: everything is looked at once.
      const isElsewhere = BigInt(standing_.mark) > BigInt(standing_.newest);
      const bounds = isElsewhere ? ['0', null] : [standing_.mark, standing_.newest];
      const lines = await transaction.rows<ChainedLine>('seal.waiting', waiting, bounds);
      const isComplete = lines.length < batch;
      const mark = isComplete ? standing_.oldest : isElsewhere ? standing_.mark : lines.at(-1)!.writtenIn;
      const seals: Witnessed[] = [];
      for (const [chain, ofChain] of byChain(lines)) {
        seals.push(await this.extend(transaction, key, { chain, lines: ofChain, mark, isComplete }));
      }
      if (lines.length > 0) transaction.send('seal.about', about, [lines.map(({ id }) => id)]);
      return { seals, hasMore: !isComplete };
    });
  }

  private async extend(transaction: Transaction, key: SealKey, addition: Addition): Promise<Witnessed> {
    const { chain, lines, mark, isComplete } = addition;
    const last = (await transaction.row<End>('seal.end', end, [chain]))!;
    let hash = last.hash ?? beginning(chain);
    const begin = Number(last.position);
    const hashes = lines.map((line, index) => (hash = linkHash(hash, begin + index + 1, line)));
    const terms = {
      chain,
      number: Number(last.number) + 1,
      position: begin + lines.length,
      hash: hash.toString('hex'),
      sealedAt: last.now.toISOString(),
    };
    const { keyId, signature } = key.seal({ ...terms, mark, isComplete });
    transaction.send('seal.link', link, [chain, lines.map((_, index) => begin + index + 1), lines.map(({ id }) => id), hashes]);
    const { number, position, sealedAt } = terms;
    const values = [chain, number, position, hash, sealedAt, keyId, Buffer.from(signature, 'base64'), mark, isComplete];
    const { round } = (await transaction.row<{ round: string }>('seal.seal', seal, values))!;
    return { ...terms, round };
  }
}

interface Addition {
  chain: string;
  lines: readonly ChainedLine[];
  mark: string;
  isComplete: boolean;
}

interface End {
  position: string;
  hash: Buffer | null;
  number: string;
  now: Date;
}

function byChain(lines: readonly ChainedLine[]): Map<string, ChainedLine[]> {
  const chains = new Map<string, ChainedLine[]>();
  for (const line of lines) {
    const chain = chainOf(line);
    const known = chains.get(chain);
    if (known) known.push(line);
    else chains.set(chain, [line]);
  }
  return chains;
}
