import type { StaffMember } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select s.id, s.display_name as "displayName", s.email, s.roles, case when s.disabled_at is null then 'active' else 'disabled' end as state,
    s.last_signed_in_at as "lastSignedInAt", s.version, exists (select from second_factors() f where f.staff_id = s.id) as "hasSecondFactor"
  from staff s where s.organisation_id = current_organisation() and not s.roles @> '{system}'
  order by s.display_name, s.id`;

type Row = Omit<StaffMember, 'lastSignedInAt'> & { lastSignedInAt: Date | null };

/** Everybody of the own organisation, for its administrator. */
@Injectable()
export class ReadStaff {
  async run(transaction: Transaction): Promise<StaffMember[]> {
    const rows = await transaction.rows<Row>('staff.read', text);
    return rows.map((row) => ({ ...row, lastSignedInAt: row.lastSignedInAt?.toISOString() ?? null }));
  }
}
