import { personSchema, shownTo, type Person } from '@lotse/people/model';
import { bornOf } from './born';
import { partsFrom, partsOfPerson } from './released-parts';

/** A person as the database gives it, with what of it the reader was given. */
export type PersonRow = Omit<Person, 'hidden'> & { parts: string | null };

/** A person as contracts show it; the table goes by its own name. */
export const personColumns = `
  id, organisation_id as "organisationId", family_name as "familyName", given_name as "givenName", ${bornOf('person')} as "birthDate", sex,
  phone, street, postcode, ags, language, kvnr, kvnr_override_reason as "kvnrOverrideReason", is_invented as "isInvented", pseudonym,
  merged_into as "mergedInto", version,
  ${partsOfPerson('person')} as parts`;

/** Cut to what the reader was given. */
export const asPerson = ({ parts, ...person }: PersonRow): Person => shownTo(personSchema, person, partsFrom(parts));
