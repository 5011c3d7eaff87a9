import type { Everything } from '@lotse/people/model';
import { reasonVersions } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Printer } from '@lotse/server-kit/print';
import { Injectable } from '@nestjs/common';
import { People } from '../people';
import { everythingAsDocument } from './everything-document';
import { PersonRecords } from './person-records';
import type { Language, Wording } from './value-text';

const namesOfCounty = `
  select id, name from organisation where region_id = current_region()
  union all select id, display_name from staff where id = any ($1)`;

/** Everything about somebody of the own organisation, table by table, through the same row security as every screen (Art. 15 DSGVO). */
@Injectable()
export class ExportEverything {
  constructor(
    private readonly people: People,
    private readonly records: PersonRecords,
    private readonly printer: Printer,
    private readonly regions: Regions,
  ) {}

  async run(transaction: Transaction, personId: string): Promise<Everything> {
    await this.people.own(transaction, personId);
    const parts = await Promise.all(
      this.records.parts.map(async ({ table, about }) => {
        const rows = await transaction.select<{ row: Record<string, unknown> }>(
          `select to_jsonb(x) as row from ${table} x where ${about} order by 1`,
          [personId],
        );
        return { part: table, rows: rows.map(({ row }) => asKnown(row)) };
      }),
    );
    const organisation = await transaction.row<{ name: string }>(
      'organisation.own-name',
      'select name from organisation where id = current_organisation()',
    );
    transaction.record({ kind: 'act', verb: 'people.export', subject: 'person', subjectId: personId, personId });
    return { exportedAt: new Date().toISOString(), organisation: organisation!.name, personId, parts };
  }

  /** The same on paper. */
  async print(transaction: Transaction, personId: string, language: Language): Promise<Buffer> {
    const everything = await this.run(transaction, personId);
    const [names, reasons] = [await namesIn(transaction, everything), await this.reasons(transaction, language)];
    return this.printer.print(everythingAsDocument(everything, { language, names, reasons }));
  }

  /** What the county calls its reasons, those of before as well. */
  private async reasons(transaction: Transaction, language: Language): Promise<ReadonlyMap<string, string>> {
    const settings = await this.regions.settings(transaction);
    return new Map([...reasonVersions(settings), ...settings.referralReasons].map((reason) => [reason.code, reason[language]]));
  }
}

/** What a link or a code is checked against opens something, and says nothing about anybody. */
const secrets = new Set(['token_hash', 'code_hash']);

/** Of whoever has only a reference nobody has said a day of birth: the year is all there is. */
function asKnown(row: Record<string, unknown>): Record<string, unknown> {
  const told = Object.fromEntries(Object.entries(row).filter(([column]) => !secrets.has(column)));
  return told['pseudonym'] ? { ...told, birth_date: String(told['birth_date']).slice(0, 4) } : told;
}

/** The names behind the identifiers of an export: organisations of the county, and staff who did something. */
async function namesIn(transaction: Transaction, everything: Everything): Promise<Wording['names']> {
  const staff = new Set(
    everything.parts.flatMap(({ rows }) =>
      rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string' && value.length === 36)),
    ),
  );
  const rows = await transaction.rows<{ id: string; name: string }>('everything.names', namesOfCounty, [[...staff]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
