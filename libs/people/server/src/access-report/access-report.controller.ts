import { notFound, Refusal, type AnswerOf, type ParamsOf, type QueryOf } from '@lotse/kernel';
import { accessesAtMost, exportAccesses, printAccesses, readAccesses } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Printer } from '@lotse/server-kit/print';
import { Controller, Param, Query } from '@nestjs/common';
import { bornOf } from '../born';
import { asDocument, asFile, type ReportFacts } from './access-file';
import { ReadAccesses } from './read-accesses';

const about = `
  select json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'birthDate', ${bornOf('p')}) as person,
    json_build_object('name', o.name, 'street', o.street, 'postcode', o.postcode, 'phone', o.phone) as organisation
  from person p join organisation o on o.id = p.organisation_id where p.id = $1 and p.organisation_id = current_organisation()`;

/** Who has accessed somebody's data: on screen, as a file, and on paper. */
@Controller()
export class AccessReportController {
  constructor(
    private readonly readAccesses: ReadAccesses,
    private readonly printer: Printer,
  ) {}

  @Serves(readAccesses)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readAccesses.params }) { id }: ParamsOf<typeof readAccesses>,
    @Query({ schema: readAccesses.query }) query: QueryOf<typeof readAccesses>,
  ): Promise<AnswerOf<typeof readAccesses>> {
    return this.readAccesses.run(transaction, id, query);
  }

  @Serves(exportAccesses)
  async file(
    @Current() transaction: Transaction,
    @Param({ schema: exportAccesses.params }) { id }: ParamsOf<typeof exportAccesses>,
    @Query({ schema: exportAccesses.query }) { language }: QueryOf<typeof exportAccesses>,
  ): Promise<string> {
    return asFile(await this.readAccesses.newest(transaction, id), language);
  }

  @Serves(printAccesses)
  async print(
    @Current() transaction: Transaction,
    @Param({ schema: printAccesses.params }) { id }: ParamsOf<typeof printAccesses>,
    @Query({ schema: printAccesses.query }) { language }: QueryOf<typeof printAccesses>,
  ): Promise<Buffer> {
    const accesses = await this.readAccesses.newest(transaction, id);
    const facts = await transaction.row<Pick<ReportFacts, 'person' | 'organisation'>>('accesses.about', about, [id]);
    if (!facts) throw new Refusal(notFound());
    return this.printer.print(asDocument({ language, ...facts, accesses, isCut: accesses.length === accessesAtMost }));
  }
}
