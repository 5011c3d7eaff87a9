import type { AnswerOf, BodyOf } from '@lotse/kernel';
import { changeTravelTimes, readTravelTimes, restoreTravelTimes } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller } from '@nestjs/common';
import { TravelTimes } from './travel-times';

/** How long ways take in a county. */
@Controller()
export class TravelController {
  constructor(private readonly travelTimes: TravelTimes) {}

  @Serves(readTravelTimes)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readTravelTimes>> {
    return this.travelTimes.read(transaction);
  }

  @Serves(changeTravelTimes)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeTravelTimes.body }) body: BodyOf<typeof changeTravelTimes>,
  ): Promise<AnswerOf<typeof changeTravelTimes>> {
    return this.travelTimes.change(transaction, version, body);
  }

  @Serves(restoreTravelTimes)
  restore(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: restoreTravelTimes.body }) body: BodyOf<typeof restoreTravelTimes>,
  ): Promise<AnswerOf<typeof restoreTravelTimes>> {
    return this.travelTimes.restore(transaction, version, body);
  }
}
