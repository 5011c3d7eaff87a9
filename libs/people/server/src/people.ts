import { notFound, Refusal, type Problem } from '@lotse/kernel';
import { duplicateUnanswered, personUnnamed, type Person, type PersonInput, type Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { AccessGrants } from './access-grants';
import { CreatePerson } from './create-person/create-person';
import { Duplicates } from './duplicates/duplicates';
import { releasesOf } from './read-releases/read-releases';

/** What other domains ask about people within one transaction. */
@Injectable()
export class People {
  constructor(
    readonly grants: AccessGrants,
    private readonly duplicates: Duplicates,
    private readonly createPerson: CreatePerson,
  ) {}

  /** Enters a person for the own organisation, as staff do by hand. */
  async enter(transaction: Transaction, input: PersonInput): Promise<string> {
    return (await this.createPerson.run(transaction, input)).id;
  }

  /** Why a person cannot be referred yet: they have no name, or a warning about a double waits for an answer. */
  async refusedReferral(transaction: Transaction, personId: string): Promise<Problem | undefined> {
    const person = await transaction.row<{ pseudonym: string | null }>(
      'person.pseudonym-of',
      'select pseudonym from person where id = $1',
      [personId],
    );
    if (person?.pseudonym) return personUnnamed();
    const open = await this.duplicates.unanswered(transaction, personId);
    return open.length > 0 ? duplicateUnanswered({ context: { personId, otherIds: open.map(({ id }) => id) } }) : undefined;
  }

  /** A person of the own organisation; nobody refers somebody else's patient. */
  async own(transaction: Transaction, id: string): Promise<Pick<Person, 'id'>> {
    const person = await transaction.row<{ id: string }>(
      'person.own',
      'select id from person where id = $1 and organisation_id = current_organisation() and merged_into is null',
      [id],
    );
    if (!person)
      throw new Refusal(notFound({ fields: [{ field: 'personId', code: 'not-found', message: 'This person does not exist.' }] }));
    return person;
  }

  releases(transaction: Transaction, personId: string): Promise<Release[]> {
    return releasesOf(transaction, personId);
  }
}
