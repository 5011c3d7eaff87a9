import { savedQueryOf, tooManyViews, viewsAtMost, type SavedView, type saveView } from '@lotse/identity/model';
import { newId, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refuseTakenName, viewColumns } from './saved-view-row';

const insert = `
  with v as (
    insert into saved_view (id, organisation_id, staff_id, page, name, query, is_shared)
    values ($1, current_organisation(), current_staff(), $2, $3, $4, $5) returning *)
  select ${viewColumns} from v`;

/** Saves filters, order and columns under a name. */
@Injectable()
export class SaveView {
  async run(transaction: Transaction, { page, name, query, isShared }: BodyOf<typeof saveView>): Promise<SavedView> {
    const own = await transaction.row<{ count: number }>(
      'views.count',
      'select count(*)::int as count from saved_view where staff_id = current_staff() and page = $1',
      [page],
    );
    if (own!.count >= viewsAtMost) throw new Refusal(tooManyViews());
    const id = newId();
    const values = [id, page, name, JSON.stringify(savedQueryOf(query)), isShared];
    const view = await transaction.row<SavedView>('views.save', insert, values).catch(refuseTakenName);
    transaction.record({ kind: 'act', verb: 'identity.saveView', subject: 'saved-view', subjectId: id });
    return view!;
  }
}
