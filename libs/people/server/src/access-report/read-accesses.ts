import { notFound, Refusal, type AnswerOf, type QueryOf } from '@lotse/kernel';
import { accessesAtMost, type Access, type readAccesses } from '@lotse/people/model';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

interface Row extends Omit<Access, 'at' | 'roles'> {
  at: Date;
  roles: string[] | null;
}

const end = '9223372036854775807';

const read = `
  select id::text, at, kind, verb, parts, basis, result, roles, staff_name as "staffName", organisation_id as "organisationId",
    organisation_name as "organisationName", is_deputy as "isDeputy"
  from accesses_to_person($1, $2, $3)`;

const owns = `select organisation_owns($1) as "isOurs"`;

const asAccess = ({ at, roles, ...row }: Row): Access => ({ ...row, at: at.toISOString(), roles: roles ?? [] });

/** Who has looked at or done something with the data of somebody of the own organisation. For others there is no such person. */
@Injectable()
export class ReadAccesses {
  async run(transaction: Transaction, personId: string, query: QueryOf<typeof readAccesses>): Promise<AnswerOf<typeof readAccesses>> {
    const [before] = readCursor(query.cursor, 1);
    const rows = await this.rows(transaction, personId, before ?? end, query.limit + 1);
    return asPage(rows, query.limit, ({ id }) => [id], asAccess);
  }

  /** The newest, for a file or a print. */
  async newest(transaction: Transaction, personId: string): Promise<Access[]> {
    return (await this.rows(transaction, personId, end, accessesAtMost)).map(asAccess);
  }

  private async rows(transaction: Transaction, personId: string, before: string | number, limit: number): Promise<Row[]> {
    const [found, rows] = await Promise.all([
      transaction.row<{ isOurs: boolean }>('person.is-ours', owns, [personId]),
      transaction.rows<Row>('accesses.read', read, [personId, before, limit]),
    ]);
    if (!found?.isOurs) throw new Refusal(notFound());
    transaction.shows({ people: [personId], parts: [], basis: transaction.actor.roles.includes('dpo') ? 'administration' : 'own' });
    return rows;
  }
}
