import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { beginPause, changeWishes, endCoolOff, endPause, readEntry, type WaitingListEntryDetail } from '@lotse/waiting-list/model';
import { Body, Controller, Param } from '@nestjs/common';
import { BeginPause } from './pauses/begin-pause';
import { EndCoolOff } from './pauses/end-cool-off';
import { EndPause } from './pauses/end-pause';
import { ReadEntry } from './read-entry/read-entry';
import { ChangeWishes } from './wishes/change-wishes';

/** One place on a list: what it stands for, what can be said about it. */
@Controller()
export class EntryController {
  constructor(
    private readonly reading: ReadEntry,
    private readonly wishes: ChangeWishes,
    private readonly pause: BeginPause,
    private readonly pauseEnd: EndPause,
    private readonly coolOffEnd: EndCoolOff,
  ) {}

  @Serves(readEntry)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readEntry.params }) { id }: ParamsOf<typeof readEntry>,
  ): Promise<WaitingListEntryDetail> {
    return this.reading.run(transaction, id);
  }

  @Serves(changeWishes)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeWishes.params }) { id }: ParamsOf<typeof changeWishes>,
    @Body({ schema: changeWishes.body }) body: BodyOf<typeof changeWishes>,
  ): Promise<AnswerOf<typeof changeWishes>> {
    return this.wishes.run(transaction, id, version, body);
  }

  @Serves(beginPause)
  begin(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: beginPause.params }) { id }: ParamsOf<typeof beginPause>,
    @Body({ schema: beginPause.body }) body: BodyOf<typeof beginPause>,
  ): Promise<AnswerOf<typeof beginPause>> {
    return this.pause.run(transaction, id, version, body);
  }

  @Serves(endPause)
  end(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: endPause.params }) params: ParamsOf<typeof endPause>,
    @Body({ schema: endPause.body }) body: BodyOf<typeof endPause>,
  ): Promise<AnswerOf<typeof endPause>> {
    return this.pauseEnd.run(transaction, params, version, body);
  }

  @Serves(endCoolOff)
  offerAgain(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: endCoolOff.params }) { id }: ParamsOf<typeof endCoolOff>,
  ): Promise<AnswerOf<typeof endCoolOff>> {
    return this.coolOffEnd.run(transaction, id, version);
  }
}
