import type { OrganisationKind, Role } from '@lotse/identity/model';
import { notFound, Refusal, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

export interface Member {
  id: string;
  displayName: string;
  email: string;
  roles: Role[];
  disabledAt: Date | null;
  version: number;
  kind: OrganisationKind;
}

/** Two administrators who remove one another at the same moment wait for each other. */
const inTurn = `select pg_advisory_xact_lock(hashtextextended('staff of ' || current_organisation()::text, 0))`;
const load = `
  select s.id, s.display_name as "displayName", s.email, s.roles, s.disabled_at as "disabledAt", s.version,
    (select o.kind from organisation o where o.id = s.organisation_id) as kind
  from staff s where s.id = $1 and s.organisation_id = current_organisation() and not s.roles @> '{system}' for update of s`;
const others = `
  select count(*)::int as count from staff
  where organisation_id = current_organisation() and id <> $1 and disabled_at is null and roles @> '{org_admin}'`;

/** Members of staff of the own organisation, for those who administer it. */
@Injectable()
export class Members {
  /** Loads somebody and locks them until the transaction ends; somebody of another organisation is not there. */
  async load(transaction: Transaction, id: string): Promise<Member> {
    transaction.send('staff.in-turn', inTurn);
    const found = await transaction.row<Member>('staff.load', load, [id]);
    if (!found) throw new Refusal(notFound());
    return found;
  }

  async loadAt(transaction: Transaction, id: string, version: number): Promise<Member> {
    const found = await this.load(transaction, id);
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version } }));
    return found;
  }

  async otherAdministrators(transaction: Transaction, id: string): Promise<number> {
    return (await transaction.row<{ count: number }>('staff.other-administrators', others, [id]))!.count;
  }

  /** What every change of somebody's access leaves behind. */
  changed(transaction: Transaction, id: string, verb: string, amount?: number): void {
    transaction.record({ kind: 'act', verb, subject: 'staff', subjectId: id, basis: 'administration', amount });
  }
}
