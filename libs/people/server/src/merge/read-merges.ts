import { mergeFieldSchema, type Merge, type MergePreview } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { People } from '../people';
import { ownPair, type Merging } from './own-pair';

const follows = 'select part, sum(amount)::integer as amount from what_follows_person($1) group by part order by part';

const merges = `
  select m.id, m.merged_id as "otherId", concat_ws(', ', p.family_name, nullif(p.given_name, '')) as "otherName", s.display_name as "byName",
    m.merged_at as at, u.display_name as "undoneByName", m.undone_at as "undoneAt"
  from person_merge m join person p on p.id = m.merged_id join staff s on s.id = m.merged_by left join staff u on u.id = m.undone_by
  where m.kept_id = $1 order by m.merged_at desc, m.id`;

type Row = Omit<Merge, 'at' | 'undoneAt'> & { at: Date; undoneAt: Date | null };

/** What a merge would do, and what merges have done. */
@Injectable()
export class ReadMerges {
  constructor(private readonly people: People) {}

  async preview(transaction: Transaction, id: string, otherId: string): Promise<MergePreview> {
    const { kept, other } = await ownPair(transaction, id, otherId);
    const parts = await transaction.rows<{ part: string; amount: number }>('people.follows', follows, [otherId]);
    transaction.shows({ people: [id, otherId], basis: 'own' });
    return {
      kept: { id, version: kept.version },
      other: { id: otherId, version: other.version },
      differing: other.pseudonym === null ? differing(kept, other) : [],
      follows: parts,
    };
  }

  async of(transaction: Transaction, id: string): Promise<{ items: Merge[] }> {
    await this.people.own(transaction, id);
    const rows = await transaction.rows<Row>('people.merges', merges, [id]);
    transaction.shows({ people: [id], basis: 'own' });
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString(), undoneAt: row.undoneAt?.toISOString() ?? null })) };
  }
}

const differing = (kept: Merging, other: Merging): MergePreview['differing'] =>
  mergeFieldSchema.options
    .filter((field) => kept[field] !== other[field])
    .map((field) => ({ field, kept: kept[field], other: other[field] }));
