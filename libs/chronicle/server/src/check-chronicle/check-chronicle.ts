import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ChainCheck, type Outcome } from '../chain/chain-check';
import { readChain, readChains, type Ask } from '../chain/read-chain';
import { readWitness } from '../chain/read-witness';
import type { Witnessed } from '../chain/records';

const note = `insert into chronicle_check (chain, position, intact, finding) values ($1, $2, $3, $4)`;

/** Checks every chain from its beginning and notes what was found. The verifier that stands alone does the same from outside. */
@Injectable()
export class CheckChronicle {
  constructor(private readonly database: Database) {}

  async run(keys: readonly KeyObject[], witnessFile: string | undefined): Promise<Outcome[]> {
    // Read first: a seal that is made meanwhile is in the chain, but not yet among what was seen.
    const seen = witnessFile && existsSync(witnessFile) ? await readWitness(witnessFile) : [];
    const outcomes = await this.database.snapshotAsSystem((transaction) => outcomesIn(transaction, keys, seen));
    for (const { chain, lines, findings } of outcomes) {
      const finding = findings[0]?.text ?? null;
      await this.database.asSystem((transaction) => transaction.change('check.note', note, [chain, lines, finding === null, finding]));
    }
    return outcomes;
  }
}

/** In one snapshot, so that nothing that is sealed meanwhile looks wrong. */
async function outcomesIn(transaction: Transaction, keys: readonly KeyObject[], seen: readonly Witnessed[]): Promise<Outcome[]> {
  const ask: Ask = (text, values) => transaction.select(text, values);
  const outcomes: Outcome[] = [];
  for (const { chain } of await readChains(ask)) {
    const check = new ChainCheck(chain, keys);
    for await (const record of readChain(ask, chain)) check.take(record);
    outcomes.push(check.finish(seen));
  }
  return outcomes;
}
