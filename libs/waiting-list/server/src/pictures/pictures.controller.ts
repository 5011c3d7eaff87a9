import type { AnswerOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { readAging, readFunnel, readListOutOfTurn, readWaits } from '@lotse/waiting-list/model';
import { Controller, Param } from '@nestjs/common';
import { ReadAging } from './read-aging';
import { ReadFunnel } from './read-funnel';
import { ReadListOutOfTurn } from './read-list-out-of-turn';
import { ReadWaits } from './read-waits';

/** What a waiting list looks like. */
@Controller()
export class PicturesController {
  constructor(
    private readonly aging: ReadAging,
    private readonly waits: ReadWaits,
    private readonly funnel: ReadFunnel,
    private readonly outOfTurn: ReadListOutOfTurn,
  ) {}

  @Serves(readAging)
  readAging(
    @Current() transaction: Transaction,
    @Param({ schema: readAging.params }) { id }: ParamsOf<typeof readAging>,
  ): Promise<AnswerOf<typeof readAging>> {
    return this.aging.run(transaction, id);
  }

  @Serves(readWaits)
  readWaits(
    @Current() transaction: Transaction,
    @Param({ schema: readWaits.params }) { id }: ParamsOf<typeof readWaits>,
  ): Promise<AnswerOf<typeof readWaits>> {
    return this.waits.run(transaction, id);
  }

  @Serves(readFunnel)
  readFunnel(
    @Current() transaction: Transaction,
    @Param({ schema: readFunnel.params }) { id }: ParamsOf<typeof readFunnel>,
  ): Promise<AnswerOf<typeof readFunnel>> {
    return this.funnel.run(transaction, id);
  }

  @Serves(readListOutOfTurn)
  readOutOfTurn(
    @Current() transaction: Transaction,
    @Param({ schema: readListOutOfTurn.params }) { id }: ParamsOf<typeof readListOutOfTurn>,
  ): Promise<AnswerOf<typeof readListOutOfTurn>> {
    return this.outOfTurn.run(transaction, id);
  }
}
