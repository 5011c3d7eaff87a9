import { holds, type Role } from '@lotse/identity/model';
import type { AnswerOf } from '@lotse/kernel';
import { peoplePermissions, type DeletionBatch, type DeletionItem, type LegalHold, type readRetention } from '@lotse/people/model';
import { retentionOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { numberOf } from './number-of';

type Answer = AnswerOf<typeof readRetention>;
type BatchRow = Omit<DeletionBatch, 'items' | 'proposedAt' | 'confirmedAt'> & { proposedAt: Date; confirmedAt: Date | null };
type ItemRow = DeletionItem & { batchId: string };
type HoldRow = Omit<LegalHold, 'setAt'> & { setAt: Date; isOwn: boolean };

const batches = `
  select b.id, b.proposed_at as "proposedAt", b.confirmed_at as "confirmedAt", s.display_name as "confirmedBy", b.version
  from deletion_batch b left join staff s on s.id = b.confirmed_by
  where b.organisation_id = current_organisation() and b.done_at is null order by b.proposed_at, b.id limit 20`;

const items = `
  select i.id, ${numberOf('i.id')} as number, i.batch_id as "batchId", i.kind, i.person_id as "personId", p.family_name || ', ' || p.given_name as name, i.reference,
    i.keep_until::text as "keepUntil", i.basis,
    exists (select from legal_hold h where h.person_id = i.person_id and h.ended_at is null and (h.until is null or h.until >= current_date)) as "isHeld"
  from deletion_item i left join person p on p.id = i.person_id and i.kind = 'record'
  where i.organisation_id = current_organisation() and i.deleted_at is null order by i.keep_until, i.id limit 500`;

const holdsOfOwn = `
  select h.id, ${numberOf('h.id')} as number, h.person_id as "personId", p.family_name || ', ' || p.given_name as name, h.reason, s.display_name as "setBy", h.set_by = current_staff() as "isOwn",
    h.set_at as "setAt", h.until::text as until, h.version
  from legal_hold h join staff s on s.id = h.set_by left join person p on p.id = h.person_id and p.organisation_id = current_organisation()
  where h.organisation_id = current_organisation() and h.ended_at is null order by h.set_at, h.id limit 200`;

const protocol = `
  select x.id, x.at, x.kind, x.basis, x.months, x.amount, s.display_name as "confirmedBy"
  from deletion_protocol x join staff s on s.id = x.confirmed_by
  where x.organisation_id = current_organisation() order by x.at desc, x.id limit 50`;

/** What stands to be deleted, what is held back and what was deleted. Names only for those who may see people. */
@Injectable()
export class ReadRetention {
  constructor(private readonly regions: Regions) {}

  async run(transaction: Transaction): Promise<Answer> {
    const [rule, foundBatches, foundItems, foundHolds, lines] = await Promise.all([
      this.ruleOf(transaction),
      transaction.rows<BatchRow>('retention.batches', batches),
      transaction.rows<ItemRow>('retention.items', items),
      transaction.rows<HoldRow>('retention.holds', holdsOfOwn),
      transaction.rows<Omit<Answer['protocol'][number], 'at'> & { at: Date }>('retention.protocol', protocol),
    ]);
    const named = <Row extends { name: string | null; personId: string | null }>(row: Row): Row =>
      mayName(transaction) ? row : { ...row, name: null, personId: null };
    return {
      rule,
      batches: foundBatches.map((batch) => ({
        ...batch,
        proposedAt: batch.proposedAt.toISOString(),
        confirmedAt: batch.confirmedAt?.toISOString() ?? null,
        items: foundItems.filter(({ batchId }) => batchId === batch.id).map(named),
      })),
      // A reason is written freely and may name somebody: whoever sees nobody reads their own.
      holds: foundHolds.map(({ isOwn, ...hold }) =>
        named({ ...hold, setAt: hold.setAt.toISOString(), reason: isOwn || mayName(transaction) ? hold.reason : null }),
      ),
      protocol: lines.map((line) => ({ ...line, at: line.at.toISOString() })),
    };
  }

  private async ruleOf(transaction: Transaction): Promise<Answer['rule']> {
    const [settings, own] = await Promise.all([
      this.regions.settings(transaction),
      transaction.row<{ kind: string }>('organisation.kind', 'select kind from organisation where id = current_organisation()'),
    ]);
    return retentionOf(settings).find(({ organisationKind }) => organisationKind === own?.kind)!;
  }
}

const mayName = ({ actor }: Transaction): boolean => holds(actor.roles as Role[], peoplePermissions.read);
