import type { Everything } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { People } from '../people';
import { PersonRecords } from './person-records';

/** Everything about somebody of the own organisation, table by table, through the same row security as every screen (Art. 15 DSGVO). */
@Injectable()
export class ExportEverything {
  constructor(
    private readonly people: People,
    private readonly records: PersonRecords,
  ) {}

  async run(transaction: Transaction, personId: string): Promise<Everything> {
    await this.people.own(transaction, personId);
    const parts = await Promise.all(
      this.records.parts.map(async ({ table, about }) => {
        const rows = await transaction.select<{ row: Record<string, unknown> }>(
          `select to_jsonb(x) as row from ${table} x where ${about} order by 1`,
          [personId],
        );
        return { part: table, rows: rows.map(({ row }) => row) };
      }),
    );
    const organisation = await transaction.row<{ name: string }>(
      'organisation.own-name',
      'select name from organisation where id = current_organisation()',
    );
    transaction.record({ kind: 'act', verb: 'people.export', subject: 'person', subjectId: personId, personId });
    return { exportedAt: new Date().toISOString(), organisation: organisation!.name, personId, parts };
  }
}
