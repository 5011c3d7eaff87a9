import { notFound, Refusal } from '@lotse/kernel';
import type { Person } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asPerson, personColumns, type PersonRow } from '../person-columns';

/** One person, of the own organisation or opened by a grant. */
@Injectable()
export class ReadPerson {
  async run(transaction: Transaction, id: string): Promise<Person> {
    const person = await transaction.row<PersonRow>('person.read', `select ${personColumns} from person where id = $1`, [id]);
    if (!person) throw new Refusal(notFound());
    return asPerson(person);
  }
}
