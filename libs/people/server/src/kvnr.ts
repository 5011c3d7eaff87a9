import { refuse } from '@lotse/kernel';
import { kvnrNeedsReason, kvnrTaken, needsOverride } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';

interface Numbered {
  kvnr?: string | null;
  kvnrOverrideReason?: string | null;
}

const holder = 'select id from person where organisation_id = current_organisation() and kvnr = $1 and id <> $2 and merged_into is null';

/**
 * Refuses a KVNR whose check digit is wrong without a reason, and one that another record of the organisation already has. Two that
 * enter the same number in the same instant are kept apart by the database.
 */
export async function checkKvnr(transaction: Transaction, personId: string, { kvnr, kvnrOverrideReason }: Numbered): Promise<void> {
  refuse(needsOverride(kvnr) && !kvnrOverrideReason ? kvnrNeedsReason() : undefined);
  if (!kvnr) return;
  const other = await transaction.row<{ id: string }>('person.with-kvnr', holder, [kvnr, personId]);
  refuse(other && kvnrTaken({ context: { personId: other.id } }));
}
