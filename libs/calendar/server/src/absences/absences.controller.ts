import { endAbsence, enterAbsence, previewAbsence, readAbsences, type Absence } from '@lotse/calendar/model';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { absencesWithin } from './absence-row';
import { EnterAbsence } from './enter-absence';
import { shownSlots, SlotsInAbsence } from './slots-in-absence';

@Controller()
export class AbsencesController {
  constructor(
    private readonly looking: SlotsInAbsence,
    private readonly entering: EnterAbsence,
  ) {}

  @Serves(readAbsences)
  async list(
    @Current() transaction: Transaction,
    @Query({ schema: readAbsences.query }) { from, to }: QueryOf<typeof readAbsences>,
  ): Promise<AnswerOf<typeof readAbsences>> {
    return { items: await absencesWithin(transaction, from, to) };
  }

  @Serves(previewAbsence)
  async preview(
    @Current() transaction: Transaction,
    @Body({ schema: previewAbsence.body }) body: BodyOf<typeof previewAbsence>,
  ): Promise<AnswerOf<typeof previewAbsence>> {
    return { items: shownSlots(await this.looking.of(transaction, body)) };
  }

  @Serves(enterAbsence)
  enter(
    @Current() transaction: Transaction,
    @Body({ schema: enterAbsence.body }) body: BodyOf<typeof enterAbsence>,
  ): Promise<AnswerOf<typeof enterAbsence>> {
    return this.entering.run(transaction, body);
  }

  @Serves(endAbsence)
  end(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: endAbsence.params }) { id }: ParamsOf<typeof endAbsence>,
  ): Promise<Absence> {
    return this.entering.end(transaction, id, version);
  }
}
