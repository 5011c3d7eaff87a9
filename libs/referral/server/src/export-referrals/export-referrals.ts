import { Readable } from 'node:stream';
import { holds, type Role } from '@lotse/identity/model';
import { notPermitted, Refusal, type QueryOf } from '@lotse/kernel';
import { exportAtMost, referralPermissions, type exportReferrals, type ReferralRow } from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import { asPage, type Transaction } from '@lotse/server-kit/database';
import type { GoOn } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';
import { readWorklist, sortedBy } from '../read-referrals/worklist';
import { asReferralRow, referralRowColumns, referralRowTables, type ReferralRowRecord } from '../referral-row';
import { csvOf, jsonOf, type ExportedRow, type Writing } from './as-file';
import { ExportedContents } from './exported-contents';

type Query = QueryOf<typeof exportReferrals>;

/** So many rows are read and written at a time, and no more are held. */
const pageOf = 500;

const byIds = `select ${referralRowColumns} from ${referralRowTables} where r.id = any ($1) order by r.due_at, r.id`;

/** Promise 8: whose data left the house, one line for each. */
const traceEach = `
  insert into chronicle_entry (region_id, organisation_id, staff_id, kind, verb, subject, subject_id, person_id, roles, result)
  select current_region(), current_organisation(), current_staff(), 'look', 'referral.export', 'referral', id, person_id, $3, 'found'
  from unnest($1::uuid[], $2::uuid[]) as exported (id, person_id)`;

interface Listed {
  items: readonly ReferralRow[];
  nextCursor: string | null;
}

interface Page {
  items: readonly ExportedRow[];
  nextCursor: string | null;
}

/**
 * Referrals as a file: the rows of a worklist with what was written in each, cut like every answer. It leaves page by page, each read and written down in
 * the chronicle by a transaction of its own, so that a long file takes no more memory than a short one and a right that ends meanwhile ends it.
 */
@Injectable()
export class ExportReferrals {
  constructor(
    private readonly regions: Regions,
    private readonly contents: ExportedContents,
  ) {}

  /** The first page is read at once: what is wrong with the question is answered as such. */
  async run(transaction: Transaction, query: Query, goOn: GoOn): Promise<Readable> {
    const [first, settings] = await Promise.all([this.page(transaction, query), this.regions.settings(transaction)]);
    const reasons = new Map(settings.referralReasons.map((reason) => [reason.code, reason[query.language]]));
    const writing = query.format === 'json' ? jsonOf() : csvOf(query.language, reasons);
    // As bytes, so that what waits for a slow line is counted in kilobytes and not in pages.
    return Readable.from(this.written(first, query, goOn, writing), { objectMode: false });
  }

  private async *written(first: Page, query: Query, goOn: GoOn, { begin, rows, end }: Writing): AsyncGenerator<string> {
    yield begin;
    let count = 0;
    for (let page = first; ;) {
      if (page.items.length > 0) yield rows(page.items, count === 0);
      count += page.items.length;
      const { nextCursor } = page;
      if (nextCursor === null || count >= exportAtMost) break;
      page = await goOn((transaction) => this.page(transaction, query, nextCursor));
    }
    yield end;
  }

  private async page(transaction: Transaction, query: Query, cursor?: string): Promise<Page> {
    if (!holds(transaction.actor.roles as Role[], referralPermissions.export)) throw new Refusal(notPermitted());
    const { items, nextCursor } = query.ids ? await this.named(transaction, query.ids) : await this.listed(transaction, query, cursor);
    this.trace(transaction, items);
    const ids = items.map(({ id }) => id);
    const contents = await this.contents.of(transaction, ids, query.language);
    return { items: items.map((row) => ({ row, content: contents.get(row.id) })), nextCursor };
  }

  private async named(transaction: Transaction, ids: readonly string[]): Promise<Listed> {
    const records = await transaction.rows<ReferralRowRecord>('referrals.by-ids', byIds, [ids]);
    return { items: records.map(asReferralRow), nextCursor: null };
  }

  private async listed(transaction: Transaction, { box = 'inbox', ...filter }: Query, cursor?: string): Promise<Listed> {
    const records = await readWorklist(transaction, { ...filter, box }, pageOf + 1, cursor);
    return asPage(records, pageOf, sortedBy, asReferralRow);
  }

  private trace(transaction: Transaction, rows: readonly ReferralRow[]): void {
    transaction.record({ kind: 'act', verb: 'referral.export', subject: 'referral', subjectId: null, amount: rows.length });
    transaction.send('export.trace', traceEach, [rows.map(({ id }) => id), rows.map(({ personId }) => personId), transaction.actor.roles]);
  }
}
