import {
  arrangeDeputyship,
  beginActingFor,
  endActingFor,
  endDeputyship,
  readDeputyships,
  readPossibleDeputies,
} from '@lotse/identity/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { Deputyships } from './deputyships/deputyships';
import { PossibleDeputies } from './deputyships/possible-deputies';

/** Standing in for somebody, and going back. */
@Controller()
export class DeputyshipController {
  constructor(
    private readonly deputyships: Deputyships,
    private readonly possibleDeputies: PossibleDeputies,
  ) {}

  @Serves(readDeputyships)
  async read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readDeputyships>> {
    return { items: await this.deputyships.read(transaction) };
  }

  @Serves(readPossibleDeputies)
  possible(
    @Current() transaction: Transaction,
    @Query({ schema: readPossibleDeputies.query }) { organisation }: QueryOf<typeof readPossibleDeputies>,
  ): Promise<AnswerOf<typeof readPossibleDeputies>> {
    return this.possibleDeputies.run(transaction, organisation);
  }

  @Serves(arrangeDeputyship)
  async arrange(
    @Current() transaction: Transaction,
    @Body({ schema: arrangeDeputyship.body }) body: BodyOf<typeof arrangeDeputyship>,
  ): Promise<AnswerOf<typeof arrangeDeputyship>> {
    return { id: await this.deputyships.arrange(transaction, body) };
  }

  @Serves(endDeputyship)
  async end(
    @Current() transaction: Transaction,
    @Param({ schema: endDeputyship.params }) { id }: ParamsOf<typeof endDeputyship>,
    @Body({ schema: endDeputyship.body }) _body: BodyOf<typeof endDeputyship>,
  ): Promise<AnswerOf<typeof endDeputyship>> {
    await this.deputyships.end(transaction, id);
    return { id };
  }

  @Serves(beginActingFor)
  async begin(
    @Current() transaction: Transaction,
    @Body({ schema: beginActingFor.body }) { id }: BodyOf<typeof beginActingFor>,
  ): Promise<AnswerOf<typeof beginActingFor>> {
    await this.deputyships.actFor(transaction, id);
    return { acting: true };
  }

  @Serves(endActingFor)
  async goBack(@Current() transaction: Transaction): Promise<AnswerOf<typeof endActingFor>> {
    await this.deputyships.actFor(transaction, null);
    return { acting: false };
  }
}
