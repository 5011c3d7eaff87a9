import { inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import {
  addImportRows,
  beginImport,
  importRowsAtOnce,
  type ImportCells,
  type ImportField,
  type ReferralImport,
} from '@lotse/referral/model';
import type { Table } from './read-table';

/** What a request may weigh, so that long texts in many rows do not make it too large. */
const heaviest = 150_000;

type Row = { number: number; cells: ImportCells };

/** Only what has a field leaves the browser; columns that nobody chose stay where they are. */
export function rowsOf({ rows }: Table, fields: readonly (ImportField | undefined)[]): Row[] {
  return rows.map((row, index) => ({
    number: index + 1,
    cells: Object.fromEntries(fields.flatMap((field, at) => (field && row[at]?.trim() ? [[field, row[at].trim()]] : []))) as ImportCells,
  }));
}

/** As many rows in each as may be sent at once. */
export function inBatches(rows: readonly Row[]): Row[][] {
  const batches: Row[][] = [];
  let weight = Infinity;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    weight += own;
    if (weight > heaviest || batches.at(-1)!.length === importRowsAtOnce) {
      batches.push([]);
      weight = own;
    }
    batches.at(-1)!.push(row);
  }
  return batches;
}

/** Brings a table to the server, which says of each row what is wrong with it. Brought once more, it goes on where it was. */
@Service()
export class BringRows {
  private readonly api = inject(Api);

  async begin(table: Table, fields: readonly (ImportField | undefined)[]): Promise<ReferralImport> {
    const columns = fields.flatMap((field, at) => (field ? [{ field, column: (table.headers[at] ?? '').slice(0, 200) }] : []));
    return this.api.send(beginImport, { body: { fileName: table.fileName.slice(-200), columns, rowCount: table.rows.length } });
  }

  async bring(id: string, rows: readonly Row[], told: (count: number) => void): Promise<void> {
    let count = 0;
    for (const batch of inBatches(rows)) {
      await this.api.send(addImportRows, { params: { id }, body: { rows: batch } });
      told((count += batch.length));
    }
  }
}
