import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import {
  readCountyAging,
  readCountyFunnel,
  readCountySlotWeek,
  readCountyWaits,
  type CountyAging,
  type CountyFunnel,
} from '@lotse/waiting-list/model';
import { Controller, Query } from '@nestjs/common';
import { ReadCountyPictures } from './read-county-pictures';

/** What the waiting lists and slots of a county look like, in numbers. */
@Controller()
export class CountyPicturesController {
  constructor(private readonly pictures: ReadCountyPictures) {}

  @Serves(readCountyAging)
  aging(@Current() transaction: Transaction): Promise<CountyAging> {
    return this.pictures.aging(transaction);
  }

  @Serves(readCountyWaits)
  waits(@Current() transaction: Transaction): Promise<AnswerOf<typeof readCountyWaits>> {
    return this.pictures.waits(transaction);
  }

  @Serves(readCountyFunnel)
  funnel(@Current() transaction: Transaction): Promise<CountyFunnel> {
    return this.pictures.funnel(transaction);
  }

  @Serves(readCountySlotWeek)
  slotWeek(
    @Current() transaction: Transaction,
    @Query({ schema: readCountySlotWeek.query }) { week }: QueryOf<typeof readCountySlotWeek>,
  ): Promise<AnswerOf<typeof readCountySlotWeek>> {
    return this.pictures.slotWeek(transaction, week);
  }
}
