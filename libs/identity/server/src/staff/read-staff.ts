import type { StaffMember } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select id, display_name as "displayName", email, roles, case when disabled_at is null then 'active' else 'disabled' end as state,
    null as "lastSignedInAt", false as "hasSecondFactor"
  from staff where organisation_id = current_organisation() and not roles @> '{system}'
  order by display_name, id`;

/** Everybody of the own organisation, for its administrator. */
@Injectable()
export class ReadStaff {
  run(transaction: Transaction): Promise<StaffMember[]> {
    return transaction.rows<StaffMember>('staff.read', text);
  }
}
