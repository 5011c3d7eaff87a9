import type { AnswerOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { publishSlot, readFreeSlots, readWhoWouldFit, unpublishSlot, type FreeSlot } from '@lotse/waiting-list/model';
import { Controller, Param, Query } from '@nestjs/common';
import { PublishSlot } from './publish-slot';
import { ReadFreeSlots } from './read-free-slots';
import { WhoWouldFit } from './who-would-fit';

/** Free slots that fit nobody on their own list: who sees them, and whom they would fit. */
@Controller()
export class FreeSlotsController {
  constructor(
    private readonly freeSlots: ReadFreeSlots,
    private readonly publishSlot: PublishSlot,
    private readonly whoWouldFit: WhoWouldFit,
  ) {}

  @Serves(readFreeSlots)
  read(
    @Current() transaction: Transaction,
    @Query({ schema: readFreeSlots.query }) query: QueryOf<typeof readFreeSlots>,
  ): Promise<AnswerOf<typeof readFreeSlots>> {
    return this.freeSlots.run(transaction, query);
  }

  @Serves(readWhoWouldFit)
  people(
    @Current() transaction: Transaction,
    @Param({ schema: readWhoWouldFit.params }) { id }: ParamsOf<typeof readWhoWouldFit>,
  ): Promise<AnswerOf<typeof readWhoWouldFit>> {
    return this.whoWouldFit.run(transaction, id);
  }

  @Serves(publishSlot)
  publish(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: publishSlot.params }) { id }: ParamsOf<typeof publishSlot>,
  ): Promise<FreeSlot> {
    return this.publishSlot.publish(transaction, id, version);
  }

  @Serves(unpublishSlot)
  unpublish(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: unpublishSlot.params }) { id }: ParamsOf<typeof unpublishSlot>,
  ): Promise<FreeSlot> {
    return this.publishSlot.unpublish(transaction, id, version);
  }
}
