import { notFound, Refusal, refuse } from '@lotse/kernel';
import { mergedAlready, type MergeField, type Person } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { personColumns, type PersonRow } from '../person-columns';

/** The columns of what can be taken from the other record. */
export const columnOf: Readonly<Record<MergeField, string>> = {
  familyName: 'family_name',
  givenName: 'given_name',
  birthDate: 'birth_date',
  sex: 'sex',
  phone: 'phone',
  street: 'street',
  postcode: 'postcode',
  ags: 'ags',
  language: 'language',
  kvnr: 'kvnr',
};

export type Merging = Omit<Person, 'hidden'>;

const read = `select ${personColumns} from person where id = any ($1::uuid[]) and organisation_id = current_organisation()`;

/** Two records of the own organisation, neither of which was merged before. */
export async function ownPair(transaction: Transaction, keptId: string, otherId: string): Promise<{ kept: Merging; other: Merging }> {
  const rows = await transaction.rows<PersonRow>('people.pair', read, [[keptId, otherId]]);
  const [kept, other] = [keptId, otherId].map((id) => rows.find((row) => row.id === id));
  if (!kept || !other || keptId === otherId) throw new Refusal(notFound());
  refuse(kept.mergedInto === null && other.mergedInto === null ? undefined : mergedAlready());
  return { kept, other };
}
