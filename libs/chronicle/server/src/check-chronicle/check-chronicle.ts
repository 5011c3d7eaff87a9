import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ChainCheck, type Outcome } from '../chain/chain-check';
import { readChain, readChains, type Ask } from '../chain/read-chain';
import { readWitness } from '../chain/read-witness';

const note = `insert into chronicle_check (chain, position, intact, finding) values ($1, $2, $3, $4)`;

/** Checks every chain from its beginning and notes what was found. The verifier that stands alone does the same from outside. */
@Injectable()
export class CheckChronicle {
  constructor(private readonly database: Database) {}

  async run(keys: readonly KeyObject[], witnessFile: string | undefined): Promise<Outcome[]> {
    const ask: Ask = (text, values) => this.database.asSystem((transaction) => transaction.select(text, values));
    const outcomes: Outcome[] = [];
    for (const { chain } of await readChains(ask)) {
      // Read first: a seal that is made meanwhile is in the chain, but not yet among what was seen.
      const seen = witnessFile && existsSync(witnessFile) ? await readWitness(witnessFile) : [];
      const check = new ChainCheck(chain, keys);
      for await (const record of readChain(ask, chain)) check.take(record);
      const outcome = check.finish(seen);
      outcomes.push(outcome);
      const [first] = outcome.findings;
      await this.database.asSystem((transaction) =>
        transaction.change('check.note', note, [chain, outcome.lines, !first, first?.text ?? null]),
      );
    }
    return outcomes;
  }
}
