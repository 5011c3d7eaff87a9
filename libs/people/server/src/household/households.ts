import { newId, refuse, type BodyOf } from '@lotse/kernel';
import { alreadyTogether, inAnotherHousehold, type Household, type joinHousehold } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { bornOf } from '../born';
import { People } from '../people';

type Member = Household['members'][number];

/** Records that were merged may have brought a household each. */
const householdsOf = `(select h.household_id from household_member h where h.person_id = $1 and h.left_at is null)`;

const read = `
  select distinct on (p.family_name, p.given_name, p.id) m.id, m.person_id as "personId", m.relation,
    concat_ws(', ', p.family_name, nullif(p.given_name, '')) as name, ${bornOf('p')} as "birthDate", p.phone, p.street, p.postcode,
    p.id = $1 as "isSelf"
  from household_member m join person p on p.id = m.person_id
  where m.household_id in ${householdsOf} and m.left_at is null
  order by p.family_name, p.given_name, p.id, m.joined_at`;

const found = 'insert into household (id, region_id, organisation_id) values ($1, current_region(), current_organisation())';

const join = `
  insert into household_member (id, household_id, region_id, organisation_id, person_id, relation)
  values ($1, $2, current_region(), current_organisation(), $3, $4)`;

const lock = 'select id from person where id = any ($1::uuid[]) order by id for update';
const of =
  'select household_id as id, person_id as "personId" from household_member where person_id = any ($1::uuid[]) and left_at is null';
const leave = 'update household_member set left_at = now() where person_id = $1 and left_at is null';

const share = `
  update person p set phone = s.phone, street = s.street, postcode = s.postcode, ags = s.ags, version = p.version + 1
  from person s where s.id = $1 and p.id <> $1 and p.pseudonym is null
    and p.id in (select m.person_id from household_member m where m.household_id in ${householdsOf} and m.left_at is null)
    and (p.phone, p.street, p.postcode, p.ags) is distinct from (s.phone, s.street, s.postcode, s.ags)
  returning p.id`;

/** People of the own organisation who live together, and share an address. */
@Injectable()
export class Households {
  constructor(private readonly people: People) {}

  async of(transaction: Transaction, personId: string): Promise<Household> {
    await this.people.own(transaction, personId);
    const members = await transaction.rows<Member>('household.read', read, [personId]);
    transaction.shows({ people: [personId, ...members.map((member) => member.personId)], basis: 'own' });
    return { members };
  }

  async join(transaction: Transaction, personId: string, body: BodyOf<typeof joinHousehold>): Promise<Household> {
    const { otherId, relation, otherRelation } = body;
    await this.people.own(transaction, personId);
    await this.people.own(transaction, otherId);
    await transaction.rows('household.lock', lock, [[personId, otherId]]);
    const [own, theirs] = await this.placesOf(transaction, personId, otherId);
    const householdId = own ?? theirs ?? newId();
    if (!own && !theirs) transaction.send('household.found', found, [householdId]);
    if (!own) transaction.send('household.join', join, [newId(), householdId, personId, relation]);
    if (!theirs) transaction.send('household.join', join, [newId(), householdId, otherId, otherRelation]);
    for (const each of [personId, otherId]) this.record(transaction, 'people.joinHousehold', each);
    return this.of(transaction, personId);
  }

  /** In which household each of them lives, of whom one at most may have one. */
  private async placesOf(transaction: Transaction, personId: string, otherId: string): Promise<(string | undefined)[]> {
    const rows = await transaction.rows<{ id: string; personId: string }>('household.of', of, [[personId, otherId]]);
    const [own, theirs] = [personId, otherId].map((each) => rows.find((row) => row.personId === each)?.id);
    refuse(personId === otherId || (own && own === theirs) ? alreadyTogether() : undefined);
    refuse(own && theirs ? inAnotherHousehold() : undefined);
    return [own, theirs];
  }

  async leave(transaction: Transaction, personId: string): Promise<Household> {
    await this.people.own(transaction, personId);
    transaction.send('household.leave', leave, [personId]);
    this.record(transaction, 'people.leaveHousehold', personId);
    return this.of(transaction, personId);
  }

  /** The earlier addresses stay visible as corrections of each of them. */
  async shareContact(transaction: Transaction, personId: string): Promise<Household> {
    await this.people.own(transaction, personId);
    const changed = await transaction.rows<{ id: string }>('household.share', share, [personId]);
    for (const { id } of changed) this.record(transaction, 'people.change', id);
    return this.of(transaction, personId);
  }

  private record(transaction: Transaction, verb: string, personId: string): void {
    transaction.record({ kind: 'act', verb, subject: 'person', subjectId: personId, personId });
  }
}
