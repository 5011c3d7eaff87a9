import type { Colleague } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const text = `
  select id, display_name as "displayName", roles from staff
  where organisation_id = current_organisation() and disabled_at is null and not roles @> '{system}'
  order by display_name, id`;

/** Who works in the own organisation; nobody who has left. */
@Injectable()
export class ReadColleagues {
  run(transaction: Transaction): Promise<Colleague[]> {
    return transaction.rows<Colleague>('colleagues.read', text);
  }
}
