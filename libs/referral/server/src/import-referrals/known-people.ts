import type { PersonInput } from '@lotse/people/model';
import type { ImportProblem } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Whose KVNR it is, or who has the same names and birth date, among the own organisation's people. */
const alike = `
  with g as (select * from unnest($1::int[], $2::text[], $3::text[], $4::date[], $5::text[]) as g (number, family, given, born, kvnr))
  select g.number, p.id, p.birth_date = g.born as "isBornThen", true as "hasKvnr", p.kvnr
  from g join person p on p.organisation_id = current_organisation() and p.kvnr = g.kvnr and p.merged_into is null
  union all
  select g.number, p.id, true, false, p.kvnr
  from g join person p on p.organisation_id = current_organisation() and p.birth_date = g.born and p.merged_into is null
    and lower(p.family_name) = lower(g.family) and lower(p.given_name) = lower(g.given)
  where (g.kvnr is null or p.kvnr is null)`;

interface Alike {
  number: number;
  id: string;
  isBornThen: boolean;
  hasKvnr: boolean;
}

/** The record there is for somebody, or why it cannot be said which. */
export interface KnownPerson {
  personId?: string;
  problem?: ImportProblem;
}

function whoIs(found: readonly Alike[]): KnownPerson {
  const numbered = found.find(({ hasKvnr }) => hasKvnr);
  if (numbered) return numbered.isBornThen ? { personId: numbered.id } : { problem: { field: 'kvnr', code: 'kvnr-of-another' } };
  if (found.length > 1) return { problem: { field: 'familyName', code: 'several-people' } };
  return { personId: found[0]?.id };
}

/** Finds people again who are there already, so that nobody is entered twice. Who only resembles somebody is asked about before sending. */
@Injectable()
export class KnownPeople {
  async find(transaction: Transaction, people: readonly PersonInput[]): Promise<KnownPerson[]> {
    if (people.length === 0) return [];
    const found = await transaction.rows<Alike>('import.people', alike, [
      people.map((_, index) => index),
      people.map(({ familyName }) => familyName),
      people.map(({ givenName }) => givenName),
      people.map(({ birthDate }) => birthDate),
      people.map(({ kvnr }) => kvnr ?? null),
    ]);
    const byNumber = new Map<number, Alike[]>();
    for (const one of found) byNumber.set(one.number, [...(byNumber.get(one.number) ?? []), one]);
    return people.map((_, index) => whoIs(byNumber.get(index) ?? []));
  }
}
