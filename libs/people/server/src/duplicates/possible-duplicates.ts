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

const answerTo = `
  (select a.answer from duplicate_answer a where (a.person_id = $1::uuid and a.other_person_id = p.id) or (a.person_id = p.id and a.other_person_id = $1::uuid)
   order by a.answered_at desc limit 1)`;

/** Row security leaves those that the reader may see: the own people, and those that were released or referred. */
const candidates = `
  select p.id, p.organisation_id as "organisationId", o.name as "organisationName", p.family_name as "familyName", p.given_name as "givenName",
    p.birth_date::text as "birthDate", p.kvnr, p.phone, p.street, p.postcode, ${partsOfPerson('p')} as parts, ${answerTo} as answer
  from person p join organisation o on o.id = p.organisation_id
  where p.id in (select people_like($2, $3, $4::date, $5)) and p.id is distinct from $1::uuid`;

/** What a reader does not get is no reason either: a likeness would tell it. */
function comparedAs({ parts, ...row }: Row): Row {
  const contact = partsFrom(parts)?.includes('contact') ?? true;
  return contact ? { parts, ...row } : { parts, ...row, phone: null, street: null, postcode: null };
}

/** Who may be the same as somebody, among those that the reader may see; the likeliest first. */
export async function possibleDuplicates(transaction: Transaction, person: Compared): Promise<PossibleDuplicate[]> {
  const { id, familyName, givenName, birthDate, kvnr } = person;
  const rows = await transaction.rows<Row>('duplicates.candidates', candidates, [id, familyName, givenName, birthDate, kvnr ?? null]);
  return rows
    .map(comparedAs)
    .flatMap((row) => {
      const likeness = likenessOf(person, row);
      return likeness ? [{ row, likeness }] : [];
    })
    .sort((one, other) => byStrength(one.likeness, other.likeness))
    .slice(0, atMost)
    .map(({ row, likeness }) => asDuplicate(row, likeness));
}

function asDuplicate(
  { id, organisationId, organisationName, familyName, givenName, birthDate, phone, answer, parts }: Row,
  likeness: Likeness,
) {
  const { strength, reasons } = likeness;
  const found = { id, organisationId, organisationName, familyName, givenName, birthDate, phone, strength, reasons: [...reasons], answer };
  return shownTo(possibleDuplicateSchema, found, partsFrom(parts));
}
