import { notFound, Refusal } from '@lotse/kernel';
import type { Person, Release } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { AccessGrants } from './access-grants';
import { releasesOf } from './read-releases/read-releases';

/** What other domains ask about people within one transaction. */
@Injectable()
export class People {
  constructor(readonly grants: AccessGrants) {}

  /** A person of the own organisation; nobody refers somebody else's patient. */
  async own(transaction: Transaction, id: string): Promise<Pick<Person, 'id'>> {
    const person = await transaction.row<{ id: string }>(
      'person.own',
      'select id from person where id = $1 and organisation_id = current_organisation()',
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
