import { notFound, notPermitted, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const find = 'select may_change_view(staff_id, organisation_id, is_shared) as "mayChange" from saved_view where id = $1';

/** Deletes a view; the list it leads to is not touched. */
@Injectable()
export class DeleteView {
  async run(transaction: Transaction, id: string): Promise<void> {
    const found = await transaction.row<{ mayChange: boolean }>('views.may-delete', find, [id]);
    if (!found) throw new Refusal(notFound());
    if (!found.mayChange) throw new Refusal(notPermitted());
    transaction.send('views.delete', 'delete from saved_view where id = $1', [id]);
    transaction.record({ kind: 'act', verb: 'identity.deleteView', subject: 'saved-view', subjectId: id });
  }
}
