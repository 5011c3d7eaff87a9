import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import {
  addImportRows,
  beginImport,
  discardImport,
  readImport,
  readImportProblems,
  readImports,
  startImport,
  stopImport,
  type ReferralImport,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { CheckImportRows } from './check-import-rows';
import { Imports } from './imports';

type Id = ParamsOf<typeof readImport>;

/** Taking over referrals from a table. */
@Controller()
export class ImportController {
  constructor(
    private readonly imports: Imports,
    private readonly checkRows: CheckImportRows,
  ) {}

  @Serves(beginImport)
  begin(
    @Current() transaction: Transaction,
    @Body({ schema: beginImport.body }) body: BodyOf<typeof beginImport>,
  ): Promise<ReferralImport> {
    return this.imports.begin(transaction, body);
  }

  @Serves(addImportRows)
  add(
    @Current() transaction: Transaction,
    @Param({ schema: addImportRows.params }) { id }: Id,
    @Body({ schema: addImportRows.body }) { rows }: BodyOf<typeof addImportRows>,
  ): Promise<AnswerOf<typeof addImportRows>> {
    return this.checkRows.run(transaction, id, rows);
  }

  @Serves(startImport)
  start(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: startImport.params }) { id }: Id,
    @Body({ schema: startImport.body }) { send }: BodyOf<typeof startImport>,
  ): Promise<ReferralImport> {
    return this.imports.start(transaction, id, version, send);
  }

  @Serves(stopImport)
  stop(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: stopImport.params }) { id }: Id,
  ): Promise<ReferralImport> {
    return this.imports.stop(transaction, id, version);
  }

  @Serves(discardImport)
  discard(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Param({ schema: discardImport.params }) { id }: Id,
  ): Promise<ReferralImport> {
    return this.imports.discard(transaction, id, version);
  }

  @Serves(readImports)
  latest(@Current() transaction: Transaction): Promise<AnswerOf<typeof readImports>> {
    return this.imports.latest(transaction);
  }

  @Serves(readImport)
  read(@Current() transaction: Transaction, @Param({ schema: readImport.params }) { id }: Id): Promise<ReferralImport> {
    return this.imports.read(transaction, id);
  }

  @Serves(readImportProblems)
  problems(
    @Current() transaction: Transaction,
    @Param({ schema: readImportProblems.params }) { id }: Id,
    @Query({ schema: readImportProblems.query }) { after, limit }: QueryOf<typeof readImportProblems>,
  ): Promise<AnswerOf<typeof readImportProblems>> {
    return this.imports.problems(transaction, id, after, limit);
  }
}
