import type { Correction } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { People } from '../people';

interface Row {
  id: string;
  at: Date;
  by: string | null;
  referralId: string | null;
  reference: string | null;
  before: Record<string, unknown>;
}

const text = `
  select c.id, c.at, s.display_name as by, c.referral_id as "referralId", r.reference, c.before
  from correction c left join staff s on s.id = c.staff_id left join referral r on r.id = c.referral_id
  where c.person_id = $1 order by c.at desc, c.id desc limit 200`;

const camelCase = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What the own record of somebody said before it was corrected. The database keeps it, whoever writes (§ 630f (1) BGB). */
@Injectable()
export class ReadCorrections {
  constructor(private readonly people: People) {}

  async run(transaction: Transaction, personId: string): Promise<{ items: Correction[] }> {
    await this.people.own(transaction, personId);
    const rows = await transaction.rows<Row>('corrections.read', text, [personId]);
    return { items: rows.map(asCorrection) };
  }
}

const asCorrection = ({ at, before, ...row }: Row): Correction => ({
  ...row,
  at: at.toISOString(),
  before: Object.entries(before).map(([column, value]) => ({ field: camelCase(column), value: value === null ? null : String(value) })),
});
