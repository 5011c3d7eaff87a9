import { notFound, Refusal } from '@lotse/kernel';
import type { Person } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { personColumns } from '../person-columns';

/** One person, of the own organisation or opened by a grant. */
@Injectable()
export class ReadPerson {
  async run(transaction: Transaction, id: string): Promise<Person> {
    const person = await transaction.row<Person>('person.read', `select ${personColumns} from person where id = $1`, [id]);
    if (!person) throw new Refusal(notFound());
    return person;
  }
}
