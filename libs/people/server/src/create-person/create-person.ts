import { newId, type BodyOf } from '@lotse/kernel';
import type { createPerson, Person, PersonInput } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Duplicates } from '../duplicates/duplicates';
import { checkKvnr } from '../kvnr';
import { asPerson, personColumns, type PersonRow } from '../person-columns';

const insert = `
  insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex, phone, street, postcode, ags, language,
    kvnr, kvnr_override_reason, is_invented)
  select $1, current_region(), current_organisation(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, r.is_demo
  from region r where r.id = current_region()
  returning ${personColumns}`;

/** What is not said about a person. */
const unknown = {
  sex: 'unknown',
  phone: null,
  street: null,
  postcode: null,
  ags: null,
  language: 'de',
  kvnr: null,
  kvnrOverrideReason: null,
} as const;

const valuesOf = (person: PersonInput): unknown[] => [
  person.familyName,
  person.givenName,
  person.birthDate,
  person.sex,
  person.phone,
  person.street,
  person.postcode,
  person.ags,
  person.language,
  person.kvnr,
  person.kvnrOverrideReason,
];

/** Enters a person for the own organisation. In a demo county everybody is invented. */
@Injectable()
export class CreatePerson {
  constructor(private readonly duplicates: Duplicates) {}

  async run(transaction: Transaction, { differentFrom = [], ...input }: BodyOf<typeof createPerson>): Promise<Person> {
    const id = newId();
    await checkKvnr(transaction, id, input);
    const [person] = await transaction.rows<PersonRow>('person.create', insert, [id, ...valuesOf({ ...unknown, ...input })]);
    transaction.record({ kind: 'act', verb: 'people.create', subject: 'person', subjectId: id, personId: id });
    if (differentFrom.length > 0) await this.duplicates.areDifferent(transaction, id, differentFrom);
    return asPerson(person!);
  }
}
