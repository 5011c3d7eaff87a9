import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  confirmDeletion,
  endHold,
  exportEverything,
  holdRecord,
  printEverything,
  readCorrections,
  readRetention,
  type Everything,
  type LegalHold,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ReadCorrections } from './corrections/read-corrections';
import { ExportEverything } from './records/export-everything';
import { ConfirmDeletion } from './retention/confirm-deletion';
import { Holds } from './retention/holds';
import { ReadRetention } from './retention/read-retention';

/** How long records are kept, and what somebody may ask about their own. */
@Controller()
export class RetentionController {
  constructor(
    private readonly readRetention: ReadRetention,
    private readonly confirmDeletion: ConfirmDeletion,
    private readonly holds: Holds,
    private readonly readCorrections: ReadCorrections,
    private readonly exportEverything: ExportEverything,
  ) {}

  @Serves(readRetention)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readRetention>> {
    return this.readRetention.run(transaction);
  }

  @Serves(confirmDeletion)
  confirm(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: confirmDeletion.params }) { id }: ParamsOf<typeof confirmDeletion>,
    @Body({ schema: confirmDeletion.body }) _body: BodyOf<typeof confirmDeletion>,
  ): Promise<{ id: string; version: number }> {
    return this.confirmDeletion.run(transaction, id, version);
  }

  @Serves(holdRecord)
  hold(
    @Current() transaction: Transaction,
    @Param({ schema: holdRecord.params }) { id }: ParamsOf<typeof holdRecord>,
    @Body({ schema: holdRecord.body }) body: BodyOf<typeof holdRecord>,
  ): Promise<LegalHold> {
    return this.holds.set(transaction, id, body);
  }

  @Serves(endHold)
  end(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: endHold.params }) { id }: ParamsOf<typeof endHold>,
    @Body({ schema: endHold.body }) _body: BodyOf<typeof endHold>,
  ): Promise<{ id: string; version: number }> {
    return this.holds.end(transaction, id, version);
  }

  @Serves(readCorrections)
  corrections(
    @Current() transaction: Transaction,
    @Param({ schema: readCorrections.params }) { id }: ParamsOf<typeof readCorrections>,
  ): Promise<AnswerOf<typeof readCorrections>> {
    return this.readCorrections.run(transaction, id);
  }

  @Serves(exportEverything)
  export(
    @Current() transaction: Transaction,
    @Param({ schema: exportEverything.params }) { id }: ParamsOf<typeof exportEverything>,
  ): Promise<Everything> {
    return this.exportEverything.run(transaction, id);
  }

  @Serves(printEverything)
  print(
    @Current() transaction: Transaction,
    @Param({ schema: printEverything.params }) { id }: ParamsOf<typeof printEverything>,
    @Query({ schema: printEverything.query }) { language }: QueryOf<typeof printEverything>,
  ): Promise<Buffer> {
    return this.exportEverything.print(transaction, id, language);
  }
}
