import type { QueryOf } from '@lotse/kernel';
import { exportAtMost, type exportReferrals, type ReferralRow } from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { worklist, type Worklist } from '../read-referrals/worklist';
import { asReferralRow, referralRowColumns, referralRowTables, type ReferralRowRecord } from '../referral-row';
import { asFile } from './as-file';
import { ExportedContents } from './exported-contents';

type Query = QueryOf<typeof exportReferrals>;

const byIds = `select ${referralRowColumns} from ${referralRowTables} where r.id = any ($1) order by r.due_at, r.id`;

/** Promise 8: whose data left the house, one line for each. */
const traceEach = `
  insert into chronicle_entry (region_id, organisation_id, staff_id, kind, verb, subject, subject_id, person_id, roles, result)
  select current_region(), current_organisation(), current_staff(), 'look', 'referral.export', 'referral', id, person_id, $3, 'found'
  from unnest($1::uuid[], $2::uuid[]) as exported (id, person_id)`;

/** Referrals as a file: the rows of a worklist with what was written in each, cut like every answer. The chronicle says how many, and which. */
@Injectable()
export class ExportReferrals {
  constructor(
    private readonly regions: Regions,
    private readonly contents: ExportedContents,
  ) {}

  async run(transaction: Transaction, query: Query): Promise<string> {
    const { name, text, values } = listOf(query);
    const [records, settings] = await Promise.all([
      transaction.rows<ReferralRowRecord>(name, text, values),
      this.regions.settings(transaction),
    ]);
    const rows = records.map(asReferralRow);
    this.trace(transaction, rows);
    const reasons = new Map(settings.referralReasons.map((reason) => [reason.code, reason[query.language]]));
    const contents = await this.contents.of(
      transaction,
      rows.map(({ id }) => id),
      query.language,
    );
    return asFile(rows, contents, query.language, reasons);
  }

  private trace(transaction: Transaction, rows: readonly ReferralRow[]): void {
    transaction.record({ kind: 'act', verb: 'referral.export', subject: 'referral', subjectId: null, amount: rows.length });
    transaction.send('export.trace', traceEach, [rows.map(({ id }) => id), rows.map(({ personId }) => personId), transaction.actor.roles]);
  }
}

/** Those named, or the worklist; the contract sees to it that there is one of them. */
function listOf({ ids, box = 'inbox', ...filter }: Query): Worklist {
  if (ids) return { name: 'referrals.by-ids', text: byIds, values: [ids] };
  const list = worklist({ ...filter, box }, exportAtMost);
  return { ...list, name: `${list.name}.export` };
}
