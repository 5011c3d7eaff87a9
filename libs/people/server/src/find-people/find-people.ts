import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { findPeople } from '@lotse/people/model';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asPerson, personColumns, type PersonRow } from '../person-columns';

type Row = PersonRow & { searchName: string };

const text = `
  select ${personColumns}, search_name as "searchName" from person
  where organisation_id = current_organisation() and merged_into is null and ($1::text is null or search_name like sort_of_name($1)) and ($2::date is null or (birth_date = $2 and pseudonym is null))
    and ($3::text is null or (search_name, id) > ($3, $4::uuid))
  order by search_name, id limit $5`;

/** People of the own organisation whose name begins as typed (family name first), or who were born on a day. */
@Injectable()
export class FindPeople {
  async run(transaction: Transaction, query: QueryOf<typeof findPeople>): Promise<AnswerOf<typeof findPeople>> {
    const pattern = query.text ? `${query.text.replace(/[\\%_]/g, '\\$&').replace(/,\s*/g, ' ')}%` : null;
    const rows = await transaction.rows<Row>('people.find', text, [
      pattern,
      query.birthDate ?? null,
      ...readCursor(query.cursor, 2),
      query.limit + 1,
    ]);
    return asPage(
      rows,
      query.limit,
      ({ searchName, id }) => [searchName, id],
      ({ searchName: _, ...person }) => asPerson(person),
    );
  }
}
