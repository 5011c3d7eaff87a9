import { notFound, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Deletes a view; the list it leads to is not touched. */
@Injectable()
export class DeleteView {
  async run(transaction: Transaction, id: string): Promise<void> {
    const deleted = await transaction.change('views.delete', 'delete from saved_view where id = $1', [id]);
    if (deleted === 0) throw new Refusal(notFound());
    transaction.record({ kind: 'act', verb: 'identity.deleteView', subject: 'saved-view', subjectId: id });
  }
}
