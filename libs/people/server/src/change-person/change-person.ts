import { notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import { personUnnamed, type Person, type PersonInput } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { checkKvnr } from '../kvnr';
import { asPerson, personColumns, type PersonRow } from '../person-columns';

const load = `select ${personColumns} from person where id = $1 and organisation_id = current_organisation() and merged_into is null for update`;

const update = `
  update person set family_name = $2, given_name = $3, birth_date = $4, sex = $5, phone = $6, street = $7, postcode = $8, ags = $9,
    language = $10, kvnr = $11, kvnr_override_reason = $12, version = version + 1
  where id = $1 returning ${personColumns}`;

/** Corrects what is known about a person of the own organisation. */
@Injectable()
export class ChangePerson {
  async run(transaction: Transaction, id: string, version: number, changes: Partial<PersonInput>): Promise<Person> {
    const before = await transaction.row<PersonRow>('person.load', load, [id]);
    if (!before) throw new Refusal(notFound());
    if (before.version !== version) throw new Refusal(versionStale({ context: { version: before.version } }));
    // Who it is comes first (`Pseudonyms.identify`): a reference is no name to correct.
    refuse(before.pseudonym === null ? undefined : personUnnamed());
    const after = { ...before, ...changes };
    await checkKvnr(transaction, id, after);
    const [person] = await transaction.rows<PersonRow>('person.change', update, [
      id,
      after.familyName,
      after.givenName,
      after.birthDate,
      after.sex,
      after.phone,
      after.street,
      after.postcode,
      after.ags,
      after.language,
      after.kvnr,
      after.kvnrOverrideReason,
    ]);
    transaction.record({ kind: 'act', verb: 'people.change', subject: 'person', subjectId: id, personId: id });
    return asPerson(person!);
  }
}
