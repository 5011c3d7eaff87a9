import { notFound, Refusal } from '@lotse/kernel';
import type { Person } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asPerson, personColumns, type PersonRow } from '../person-columns';
import { basisOfPerson, partsFrom } from '../released-parts';

const read = `select ${personColumns}, ${basisOfPerson('person')} as basis from person where id = $1`;

/** One person, of the own organisation or opened by a grant. */
@Injectable()
export class ReadPerson {
  async run(transaction: Transaction, id: string): Promise<Person> {
    const found = await transaction.row<PersonRow & { basis: string }>('person.read', read, [id]);
    if (!found) throw new Refusal(notFound());
    const { basis, ...person } = found;
    transaction.shows({ people: [id], basis, parts: partsFrom(person.parts) ?? undefined });
    return asPerson(person);
  }
}
