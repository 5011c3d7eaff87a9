import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { findRecipients } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

type Item = AnswerOf<typeof findRecipients>['items'][number];

const text = `
  select o.id, o.name, m.name as municipality from organisation o left join municipality m on m.ags = o.ags
  where o.region_id = current_region() and o.id <> current_organisation() and ' ' || sort_of_name(o.name) like sort_of_name($1)
  order by o.name, o.id limit 20`;

/** Organisations of the region that a release can name: each on its own, there is no "everybody". */
@Injectable()
export class FindRecipients {
  async run(transaction: Transaction, query: QueryOf<typeof findRecipients>): Promise<AnswerOf<typeof findRecipients>> {
    const typed = query.text.replace(/[\\%_]/g, '\\$&');
    return { items: await transaction.rows<Item>('recipients.find', text, [`% ${typed}%`]) };
  }
}
