import {
  byStrength,
  likenessOf,
  possibleDuplicateSchema,
  shownTo,
  type Identity,
  type Likeness,
  type PossibleDuplicate,
} from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { partsFrom, partsOfPerson } from '../released-parts';

/** How many are shown at most; more than that is a common name and no help. */
const atMost = 8;

/** A record to compare; its own id is null while it is being entered. */
export type Compared = Identity & { id: string | null };

interface Row extends Identity {
  /** Whom of those asked about it is like, from 1. */
  number: number;
  id: string;
  organisationId: string;
  organisationName: string;
  phone: string | null;
  street: string | null;
  postcode: string | null;
  kvnr: string | null;
  parts: string | null;
  answer: 'different' | null;
}

/** Of everybody who is asked about at once; row security leaves those that the reader may see: the own people, and those that were released or referred. */
const candidates = `
  select a.number::integer, p.id, p.organisation_id as "organisationId", o.name as "organisationName", p.family_name as "familyName",
    p.given_name as "givenName", p.birth_date::text as "birthDate", p.kvnr, p.phone, p.street, p.postcode, ${partsOfPerson('p')} as parts,
    (select d.answer from duplicate_answer d where (d.person_id = a.id and d.other_person_id = p.id) or (d.person_id = p.id and d.other_person_id = a.id)
     order by d.answered_at desc limit 1) as answer
  from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[]) with ordinality a (id, family, given, born, kvnr, number)
  cross join lateral people_like(a.family, a.given, a.born, a.kvnr) l (id)
  join person p on p.id = l.id join organisation o on o.id = p.organisation_id
  where p.id is distinct from a.id`;

/** What a reader does not get is no reason either: a likeness would tell it. Of whom the reader does not know who they are, nothing is said. */
function comparedAs({ parts, ...row }: Row): Row[] {
  const released = partsFrom(parts);
  if (released !== null && !released.includes('identity')) return [];
  const contact = released?.includes('contact') ?? true;
  return [contact ? { parts, ...row } : { parts, ...row, phone: null, street: null, postcode: null }];
}

/** Who may be the same as somebody, among those that the reader may see; the likeliest first. */
export const possibleDuplicates = async (transaction: Transaction, person: Compared): Promise<PossibleDuplicate[]> =>
  (await possibleDuplicatesOfEach(transaction, [person]))[0]!;

/** The same of several, in the order in which they were asked about. */
export async function possibleDuplicatesOfEach(transaction: Transaction, people: readonly Compared[]): Promise<PossibleDuplicate[][]> {
  const rows = await transaction.rows<Row>('duplicates.candidates', candidates, [
    people.map(({ id }) => id),
    people.map(({ familyName }) => familyName),
    people.map(({ givenName }) => givenName),
    people.map(({ birthDate }) => birthDate),
    people.map(({ kvnr }) => kvnr ?? null),
  ]);
  return people.map((person, index) =>
    likeliest(
      person,
      rows.filter(({ number }) => number === index + 1),
    ),
  );
}

const likeliest = (person: Compared, rows: readonly Row[]): PossibleDuplicate[] =>
  rows
    .flatMap(comparedAs)
    .flatMap((row) => {
      const likeness = likenessOf(person, row);
      return likeness ? [{ row, likeness }] : [];
    })
    .sort((one, other) => byStrength(one.likeness, other.likeness))
    .slice(0, atMost)
    .map(({ row, likeness }) => asDuplicate(row, likeness));

function asDuplicate(
  { id, organisationId, organisationName, familyName, givenName, birthDate, phone, answer, parts }: Row,
  likeness: Likeness,
) {
  const { strength, reasons } = likeness;
  const found = { id, organisationId, organisationName, familyName, givenName, birthDate, phone, strength, reasons: [...reasons], answer };
  return shownTo(possibleDuplicateSchema, found, partsFrom(parts));
}
