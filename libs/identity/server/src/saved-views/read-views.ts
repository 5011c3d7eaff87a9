import type { SavedView } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { viewColumns } from './saved-view-row';

const text = `select ${viewColumns} from saved_view v where v.page = $1 order by v.is_shared, lower(v.name), v.id limit 500`;

/** The views of a page that somebody may use: row security leaves the own ones and those of the organisation. */
@Injectable()
export class ReadViews {
  run(transaction: Transaction, page: string): Promise<SavedView[]> {
    return transaction.rows<SavedView>('views.read', text, [page]);
  }
}
