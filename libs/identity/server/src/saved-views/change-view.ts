import { savedQueryOf, type changeView, type SavedView } from '@lotse/identity/model';
import { notFound, notPermitted, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { refuseTakenName, viewColumns } from './saved-view-row';

const find =
  'select staff_id = current_staff() as "isOwn", may_change_view(staff_id, organisation_id, is_shared) as "mayChange" from saved_view where id = $1';
const change = `
  with v as (
    update saved_view set name = coalesce($2, name), query = coalesce($3, query), is_shared = coalesce($4, is_shared)
    where id = $1 returning *)
  select ${viewColumns} from v`;

/** Renames a view, gives it other filters, shares it or takes it back: whoever saved it, and of a shared one whoever administers the organisation. */
@Injectable()
export class ChangeView {
  async run(transaction: Transaction, id: string, { name, query, isShared }: BodyOf<typeof changeView>): Promise<SavedView> {
    const found = await transaction.row<{ isOwn: boolean; mayChange: boolean }>('views.find', find, [id]);
    if (!found) throw new Refusal(notFound());
    if (!found.mayChange || (isShared === false && !found.isOwn)) throw new Refusal(notPermitted());
    const values = [id, name ?? null, query ? JSON.stringify(savedQueryOf(query)) : null, isShared ?? null];
    const view = await transaction.row<SavedView>('views.change', change, values).catch(refuseTakenName);
    transaction.record({ kind: 'act', verb: 'identity.changeView', subject: 'saved-view', subjectId: id });
    return view!;
  }
}
