import { accountLinkedOtherwise, accountUnknown, accountWithoutRole, type Role } from '@lotse/identity/model';
import { newId, Refusal } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { RefusedSignIns } from '../sign-in/refused-sign-ins';
import { ownEmailFrom, rolesFrom, type Claims } from './claims';
import type { KnownProvider } from './providers';

interface Found {
  staffId: string;
  bySubject: boolean;
  isLinked: boolean;
}

/**
 * Whom an account there belongs to here: by its subject; the first time by its verified address, from then on never again. Somebody who
 * is linked to one account is not silently taken over by another with the same address. Roles follow the claims where that is set up.
 */
@Injectable()
export class LinkAccount {
  constructor(
    private readonly database: Database,
    private readonly refused: RefusedSignIns,
  ) {}

  /** @throws Refusal when nobody here is meant, which leaves a line at the organisation whose account service sent them */
  async run(provider: KnownProvider, subject: string, claims: Claims): Promise<string> {
    const meant: { staffId?: string } = {};
    try {
      return await this.find(provider, subject, claims, meant);
    } catch (thrown) {
      const { organisationId } = provider;
      if (thrown instanceof Refusal) await this.refused.note({ way: 'single_sign_on', organisationId, ...meant });
      throw thrown;
    }
  }

  private find(provider: KnownProvider, subject: string, claims: Claims, meant: { staffId?: string }): Promise<string> {
    return this.database.asPublic(async (transaction) => {
      const email = ownEmailFrom(claims, provider);
      const found = await transaction.row<Found>(
        'account.find',
        'select staff_id as "staffId", by_subject as "bySubject", is_linked as "isLinked" from find_account($1, $2, $3, $4)',
        [provider.organisationId, provider.issuer, subject, email ?? ''],
      );
      if (!found) throw new Refusal(accountUnknown());
      meant.staffId = found.staffId;
      if (!found.bySubject && found.isLinked) throw new Refusal(accountLinkedOtherwise());
      this.actAs(transaction, provider, found.staffId);
      if (!found.bySubject) await this.link(transaction, provider, subject, found.staffId);
      else
        transaction.send('account.used', 'update linked_account set last_used_at = now() where issuer = $1 and subject = $2', [
          provider.issuer,
          subject,
        ]);
      await this.takeRoles(transaction, rolesFrom(claims, provider), found.staffId);
      return found.staffId;
    });
  }

  private actAs(transaction: Transaction, { organisationId, regionId }: KnownProvider, staffId: string): void {
    transaction.send(
      'context.account',
      `select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true), set_config('lotse.staff', $3, true)`,
      [organisationId, regionId, staffId],
    );
    transaction.enteredBy({ staffId, organisationId, regionId, roles: [] });
  }

  private async link(transaction: Transaction, { issuer }: KnownProvider, subject: string, staffId: string): Promise<void> {
    const linked = await transaction.change(
      'account.link',
      `insert into linked_account (id, staff_id, issuer, subject, last_used_at) values ($1, $2, $3, $4, now()) on conflict do nothing`,
      [newId(), staffId, issuer, subject],
    );
    if (linked === 0) throw new Refusal(accountLinkedOtherwise());
    transaction.record({ kind: 'act', verb: 'identity.linkAccount', subject: 'staff', subjectId: staffId });
  }

  private async takeRoles(transaction: Transaction, roles: Role[] | undefined, staffId: string): Promise<void> {
    if (!roles) return;
    if (roles.length === 0) throw new Refusal(accountWithoutRole());
    const known = await transaction.row<{ roles: Role[] }>('account.roles', 'select roles from staff where id = current_staff()');
    if ([...(known?.roles ?? [])].sort().join() === roles.join()) return;
    transaction.send('account.take-roles', 'select take_roles($1)', [roles]);
    transaction.record({ kind: 'act', verb: 'identity.takeRoles', subject: 'staff', subjectId: staffId });
  }
}
