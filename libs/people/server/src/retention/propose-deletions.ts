import { newId } from '@lotse/kernel';
import { deletionProposed, warnedDays } from '@lotse/people/model';
import { retentionOf, type RegionSettings } from '@lotse/region/model';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Due {
  kind: string;
  organisationId: string;
  personId: string;
  referralId: string | null;
  reference: string | null;
  keepUntil: string;
  months: number;
  basis: string;
}

interface Region {
  id: string;
  settings: RegionSettings;
}

const find = `
  select kind, organisation_id as "organisationId", person_id as "personId", referral_id as "referralId", reference, keep_until::text as "keepUntil",
    months, basis
  from due_for_deletion($1, $2, $3, $4)`;

const insertItem = `
  insert into deletion_item (id, batch_id, organisation_id, kind, person_id, referral_id, reference, keep_until, months, basis)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`;

/** The rules as the database takes them. */
const rulesOf = (settings: RegionSettings): object =>
  Object.fromEntries(
    retentionOf(settings).map(({ organisationKind, recordMonths, recordBasis, untreatedMonths, untreatedBasis }) => [
      organisationKind,
      { record: recordMonths, recordBasis, untreated: untreatedMonths, untreatedBasis },
    ]),
  );

/** Looks for what nobody has a reason to keep any longer, and puts it on a list for somebody to decide. It deletes nothing. */
@Injectable()
export class ProposeDeletions {
  constructor(private readonly database: Database) {}

  async run(day: string): Promise<number> {
    const regions = await this.database.asSystem((transaction) =>
      transaction.rows<Region>('retention.regions', 'select id, settings from region', []),
    );
    let proposed = 0;
    for (const region of regions) proposed += await this.database.asSystem((transaction) => this.propose(transaction, region, day));
    return proposed;
  }

  private async propose(transaction: Transaction, { id, settings }: Region, day: string): Promise<number> {
    const due = await transaction.rows<Due>('retention.due', find, [id, JSON.stringify(rulesOf(settings)), day, warnedDays]);
    for (const organisationId of new Set(due.map((one) => one.organisationId))) {
      const batchId = newId();
      transaction.send('retention.batch', 'insert into deletion_batch (id, region_id, organisation_id) values ($1, $2, $3)', [
        batchId,
        id,
        organisationId,
      ]);
      for (const item of due.filter((one) => one.organisationId === organisationId)) this.put(transaction, batchId, item);
      transaction.tell({
        name: deletionProposed,
        subject: 'deletion',
        subjectId: batchId,
        version: 1,
        audience: [organisationId],
        payload: { organisationId, regionId: id },
      });
    }
    return due.length;
  }

  private put(transaction: Transaction, batchId: string, item: Due): void {
    transaction.send('retention.item', insertItem, [
      newId(),
      batchId,
      item.organisationId,
      item.kind,
      item.personId,
      item.referralId,
      item.reference,
      item.keepUntil,
      item.months,
      item.basis,
    ]);
  }
}
