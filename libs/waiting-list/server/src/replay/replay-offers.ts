import { addCalendarDays, instantAt, type AnswerOf, type QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { replayAll, type replayOffers } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { decidedOffers } from './decided-offers';

/** Decides past offers again. Reads only; whose offers it may read is for the database to say. */
@Injectable()
export class ReplayOffers {
  async run(transaction: Transaction, { from, until }: QueryOf<typeof replayOffers>): Promise<AnswerOf<typeof replayOffers>> {
    const ask = <Row extends object>(text: string, values: readonly unknown[]) =>
      transaction.rows<Row>('offers.to-replay', text, [...values]);
    const [first, after] = [instantAt(from), instantAt(addCalendarDays(until, 1))];
    return { from, until, ...(await replayAll(decidedOffers(ask, first, after))) };
  }
}
