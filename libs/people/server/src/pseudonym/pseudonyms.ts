import { calendarDayOf, newId, notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import { notPseudonymous, type Person, type PersonInput, type PseudonymousInput } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ChangePerson } from '../change-person/change-person';
import { asPerson, personColumns, type PersonRow } from '../person-columns';

const insert = `
  with next as (select 'P-' || nextval('pseudonym_number') as reference)
  insert into person (id, region_id, organisation_id, family_name, given_name, pseudonym, birth_date, sex, postcode, ags, language, is_invented)
  select $1, current_region(), current_organisation(), next.reference, '', next.reference, $2, $3, $4, $5, $6, r.is_demo
  from region r, next where r.id = current_region()
  returning ${personColumns}`;

const load =
  'select version, pseudonym from person where id = $1 and organisation_id = current_organisation() and merged_into is null for update';

const reveal = `update person set pseudonym = null, family_name = $2, given_name = $3, birth_date = $4 where id = $1`;

/** People about whom something is written before they have agreed to anything: a reference, an age, a place. */
@Injectable()
export class Pseudonyms {
  constructor(private readonly changePerson: ChangePerson) {}

  async create(
    transaction: Transaction,
    { age, sex = 'unknown', postcode = null, ags = null, language = 'de' }: PseudonymousInput,
  ): Promise<Person> {
    const id = newId();
    const born = `${Number(calendarDayOf(new Date()).slice(0, 4)) - age}-01-01`;
    const [person] = await transaction.rows<PersonRow>('person.pseudonymous', insert, [id, born, sex, postcode, ags, language]);
    transaction.record({ kind: 'act', verb: 'people.createPseudonymous', subject: 'person', subjectId: id, personId: id });
    return asPerson(person!);
  }

  /** The record goes on under its name: what was written stays, and the reference is kept as what it said before. */
  async identify(transaction: Transaction, id: string, version: number, input: PersonInput): Promise<Person> {
    const found = await transaction.row<{ version: number; pseudonym: string | null }>('person.pseudonym', load, [id]);
    if (!found) throw new Refusal(notFound());
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version } }));
    refuse(found.pseudonym === null ? notPseudonymous() : undefined);
    transaction.send('person.reveal', reveal, [id, input.familyName, input.givenName, input.birthDate]);
    transaction.record({ kind: 'act', verb: 'people.identify', subject: 'person', subjectId: id, personId: id });
    return this.changePerson.run(transaction, id, version, input);
  }
}
