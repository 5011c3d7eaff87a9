import { newId, notFound, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import { mustBeAnswered, type countDuplicates, type findDuplicates, type PossibleDuplicate } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { partsFrom, partsOfPerson } from '../released-parts';
import { possibleDuplicates, possibleDuplicatesOfEach, type Compared } from './possible-duplicates';

type Found = { items: PossibleDuplicate[] };

const compared = `
  select id, family_name as "familyName", given_name as "givenName", birth_date::text as "birthDate", kvnr, phone, street, postcode,
    ${partsOfPerson('person')} as parts
  from person where id = any ($1::uuid[]) and pseudonym is null and merged_into is null`;

const visible = 'select id from person where id = any ($1::uuid[]) and merged_into is null';

const answer = `
  insert into duplicate_answer (id, region_id, organisation_id, person_id, other_person_id, answer, answered_by)
  values ($1, current_region(), current_organisation(), $2, $3, 'different', current_staff())`;

/** Warns of people who are entered twice, among those that the reader may see, and keeps what was said to it. */
@Injectable()
export class Duplicates {
  /** Of somebody who is being entered. */
  async find(transaction: Transaction, entered: BodyOf<typeof findDuplicates>): Promise<Found> {
    const items = await possibleDuplicates(transaction, { id: null, ...entered });
    transaction.shows({ people: items.map(({ id }) => id), parts: ['identity'] });
    return { items };
  }

  /** Of somebody who is there. */
  async of(transaction: Transaction, personId: string): Promise<Found> {
    const [seen] = await transaction.rows('duplicates.visible', visible, [[personId]]);
    if (!seen) throw new Refusal(notFound());
    const [person] = await this.compared(transaction, [personId]);
    const items = person ? await possibleDuplicates(transaction, person) : [];
    transaction.shows({ people: [personId, ...items.map(({ id }) => id)], parts: ['identity'] });
    return { items };
  }

  /** Of everybody who is shown in a list; those who were said to be somebody else do not count. */
  async count(transaction: Transaction, ids: readonly string[]): Promise<AnswerOf<typeof countDuplicates>> {
    const people = await this.compared(transaction, ids);
    const found = await possibleDuplicatesOfEach(transaction, people);
    const items = people.flatMap((person, index) => {
      const open = found[index]!.filter(({ answer: said }) => said === null);
      return open[0] ? [{ personId: person.id!, amount: open.length, strength: open[0].strength }] : [];
    });
    transaction.shows({ people: items.map(({ personId }) => personId), parts: ['identity'] });
    return { items };
  }

  /** The warnings about the own people that nobody has answered: with one of them nobody is referred. */
  async unanswered(transaction: Transaction, personId: string): Promise<PossibleDuplicate[]> {
    const [person] = await this.compared(transaction, [personId]);
    const found = person ? await possibleDuplicates(transaction, person) : [];
    return found.filter((one) => one.organisationId === transaction.actor.organisationId && one.answer === null && mustBeAnswered(one));
  }

  /** Keeps that two are different people. */
  async areDifferent(transaction: Transaction, personId: string, others: readonly string[]): Promise<void> {
    const wanted = [...new Set(others)].filter((other) => other !== personId);
    const seen = await transaction.rows('duplicates.visible', visible, [[personId, ...wanted]]);
    if (seen.length !== wanted.length + 1 || wanted.length !== new Set(others).size) throw new Refusal(notFound());
    for (const other of wanted) {
      transaction.send('duplicates.answer', answer, [newId(), personId, other]);
      transaction.record({ kind: 'act', verb: 'people.different', subject: 'person', subjectId: personId, personId, people: [other] });
    }
  }

  /** Whoever was released without who they are is compared with nobody; and what was not released, with nothing. */
  private async compared(transaction: Transaction, ids: readonly string[]): Promise<Compared[]> {
    const rows = await transaction.rows<Compared & { parts: string | null }>('duplicates.compared', compared, [ids]);
    return rows.flatMap(({ parts, ...person }) => {
      const released = partsFrom(parts);
      if (released !== null && !released.includes('identity')) return [];
      return released?.includes('contact') === false ? [{ ...person, phone: null, street: null, postcode: null }] : [person];
    });
  }
}
