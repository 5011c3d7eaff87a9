import { cancelSlot, openSlot, readSchedules, readSlot, readSlots, type Slot } from '@lotse/calendar/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { CancelSlot } from './cancel-slot/cancel-slot';
import { OpenSlot } from './open-slot/open-slot';
import { ReadSchedules } from './read-schedules/read-schedules';
import { ReadSlot } from './read-slot/read-slot';
import { ReadSlots } from './read-slots/read-slots';

@Controller()
export class CalendarController {
  constructor(
    private readonly readSchedules: ReadSchedules,
    private readonly openSlot: OpenSlot,
    private readonly readSlots: ReadSlots,
    private readonly readSlot: ReadSlot,
    private readonly cancelSlot: CancelSlot,
  ) {}

  @Serves(readSchedules)
  schedules(@Current() transaction: Transaction): Promise<AnswerOf<typeof readSchedules>> {
    return this.readSchedules.run(transaction);
  }

  @Serves(openSlot)
  open(@Current() transaction: Transaction, @Body({ schema: openSlot.body }) body: BodyOf<typeof openSlot>): Promise<Slot> {
    return this.openSlot.run(transaction, body);
  }

  @Serves(readSlots)
  list(
    @Current() transaction: Transaction,
    @Query({ schema: readSlots.query }) query: QueryOf<typeof readSlots>,
  ): Promise<AnswerOf<typeof readSlots>> {
    return this.readSlots.run(transaction, query);
  }

  @Serves(readSlot)
  read(@Current() transaction: Transaction, @Param({ schema: readSlot.params }) { id }: ParamsOf<typeof readSlot>): Promise<Slot> {
    return this.readSlot.run(transaction, id);
  }

  @Serves(cancelSlot)
  cancel(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: cancelSlot.params }) { id }: ParamsOf<typeof cancelSlot>,
    @Body({ schema: cancelSlot.body }) body: BodyOf<typeof cancelSlot>,
  ): Promise<Slot> {
    return this.cancelSlot.run(transaction, id, version, body);
  }
}
