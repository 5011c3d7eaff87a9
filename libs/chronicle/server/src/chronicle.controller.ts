import { readChronicle, readChronicleState } from '@lotse/chronicle/model';
import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Controller, Query } from '@nestjs/common';
import { ReadChronicle } from './read-chronicle/read-chronicle';

@Controller()
export class ChronicleController {
  constructor(private readonly readChronicle: ReadChronicle) {}

  @Serves(readChronicle)
  read(
    @Current() transaction: Transaction,
    @Query({ schema: readChronicle.query }) query: QueryOf<typeof readChronicle>,
  ): Promise<AnswerOf<typeof readChronicle>> {
    return this.readChronicle.run(transaction, query);
  }

  @Serves(readChronicleState)
  state(@Current() transaction: Transaction): Promise<AnswerOf<typeof readChronicleState>> {
    return this.readChronicle.state(transaction);
  }
}
