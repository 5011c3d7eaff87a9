import { changeSchedule, createSchedule, readSchedules, retireSchedule, type Schedule } from '@lotse/calendar/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { KeepSchedules } from './keep-schedules';
import { ownSchedules } from './schedule-row';

@Controller()
export class SchedulesController {
  constructor(private readonly keep: KeepSchedules) {}

  @Serves(readSchedules)
  async list(
    @Current() transaction: Transaction,
    @Query({ schema: readSchedules.query }) { retired }: QueryOf<typeof readSchedules>,
  ): Promise<AnswerOf<typeof readSchedules>> {
    return { items: await ownSchedules(transaction, retired === 'yes') };
  }

  @Serves(createSchedule)
  create(
    @Current() transaction: Transaction,
    @Body({ schema: createSchedule.body }) body: BodyOf<typeof createSchedule>,
  ): Promise<Schedule> {
    return this.keep.create(transaction, body);
  }

  @Serves(changeSchedule)
  change(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: changeSchedule.params }) { id }: ParamsOf<typeof changeSchedule>,
    @Body({ schema: changeSchedule.body }) body: BodyOf<typeof changeSchedule>,
  ): Promise<Schedule> {
    return this.keep.change(transaction, id, version, body);
  }

  @Serves(retireSchedule)
  retire(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: retireSchedule.params }) { id }: ParamsOf<typeof retireSchedule>,
  ): Promise<Schedule> {
    return this.keep.retire(transaction, id, version);
  }
}
