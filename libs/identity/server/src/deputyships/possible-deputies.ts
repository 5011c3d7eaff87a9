import { holds, type readPossibleDeputies, type Role } from '@lotse/identity/model';
import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const organisations = `
  select id, name from organisation where region_id = current_region() and retired_at is null
  order by id <> current_organisation(), name, id`;
const people = `
  select s.id, s.display_name as "displayName", s.roles from staff s join organisation o on o.id = s.organisation_id
  where s.organisation_id = $1 and o.region_id = current_region() and s.disabled_at is null and s.id <> current_staff()
    and not s.roles @> '{system}' order by s.display_name, s.id`;

/** Who may stand in: names of those who care for people, one organisation at a time. */
@Injectable()
export class PossibleDeputies {
  async run(transaction: Transaction, organisationId: string | undefined): Promise<AnswerOf<typeof readPossibleDeputies>> {
    const [found, staff] = await Promise.all([
      transaction.rows<{ id: string; name: string }>('deputies.organisations', organisations),
      organisationId
        ? transaction.rows<{ id: string; displayName: string; roles: Role[] }>('deputies.people', people, [organisationId])
        : [],
    ]);
    const caring = staff.filter(({ roles }) => holds(roles, 'people.read'));
    return { organisations: found, people: caring.map(({ id, displayName }) => ({ id, displayName })) };
  }
}
