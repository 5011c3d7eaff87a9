import { type Invitation, type Role, type SentLink } from '@lotse/identity/model';
import { newId, notFound, Refusal } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Links } from './links';

/** Whom an invitation is for, and where to. */
export interface Invited {
  organisationId: string;
  email: string;
  displayName: string;
  roles: readonly Role[];
}

export type SentInvitation = SentLink & { id: string; version: number };

const read = `
  select id, display_name as "displayName", email, roles, case when expires_at > now() then 'open' else 'expired' end as state,
    mailed_at as "mailedAt", expires_at as "expiresAt", version
  from invitation where organisation_id = current_organisation() and accepted_at is null and revoked_at is null
  order by display_name, id`;
const open = `
  insert into invitation (id, organisation_id, email, display_name, roles, token_hash, invited_by)
  values ($1, $2, $3, $4, $5, $6, current_staff())
  on conflict (organisation_id, lower(email)) where accepted_at is null and revoked_at is null
  do update set display_name = excluded.display_name, roles = excluded.roles, token_hash = $6, mailed_at = null,
    expires_at = now() + interval '7 days', version = invitation.version + 1
  returning id, version`;
const renew = `
  update invitation set token_hash = $2, mailed_at = null, expires_at = now() + interval '7 days', version = version + 1
  where id = $1 and organisation_id = current_organisation() and accepted_at is null and revoked_at is null
  returning id, email, version`;
const revoke = `
  update invitation set revoked_at = now(), token_hash = null, version = version + 1
  where id = $1 and organisation_id = current_organisation() and accepted_at is null and revoked_at is null and version = $2`;
const versionOf = `
  select version from invitation
  where id = $1 and organisation_id = current_organisation() and accepted_at is null and revoked_at is null`;

type Row = Omit<Invitation, 'mailedAt' | 'expiresAt'> & { mailedAt: Date | null; expiresAt: Date };

/** Invitations of the own organisation, and the first one of an organisation of the county. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
  ) {}

  async read(transaction: Transaction): Promise<Invitation[]> {
    const rows = await transaction.rows<Row>('invitations.read', read);
    return rows.map((row) => ({ ...row, mailedAt: row.mailedAt?.toISOString() ?? null, expiresAt: row.expiresAt.toISOString() }));
  }

  /** Invites, and ends the transaction: a mail goes out for what is true, and nobody waits for a mail server with a transaction open. */
  async open(transaction: Transaction, { organisationId, email, displayName, roles }: Invited): Promise<SentInvitation> {
    const { tokenHash, link } = this.links.make('invitation');
    const made = await transaction.row<{ id: string; version: number }>('invitation.open', open, [
      newId(),
      organisationId,
      email,
      displayName,
      roles,
      tokenHash,
    ]);
    return this.send(transaction, { ...made!, email }, link, 'staff.invite');
  }

  async renew(transaction: Transaction, id: string): Promise<SentInvitation> {
    const { tokenHash, link } = this.links.make('invitation');
    const found = await transaction.row<{ id: string; email: string; version: number }>('invitation.renew', renew, [id, tokenHash]);
    if (!found) throw new Refusal(notFound());
    return this.send(transaction, found, link, 'staff.inviteAgain');
  }

  /** Answers whether it was there in this version; the version it has otherwise. */
  async revoke(transaction: Transaction, id: string, version: number): Promise<number | undefined> {
    const changed = await transaction.change('invitation.revoke', revoke, [id, version]);
    if (changed === 1) {
      transaction.record({ kind: 'act', verb: 'staff.revokeInvitation', subject: 'invitation', subjectId: id, basis: 'administration' });
      return undefined;
    }
    const found = await transaction.row<{ version: number }>('invitation.version', versionOf, [id]);
    if (!found) throw new Refusal(notFound());
    return found.version;
  }

  private async send(
    transaction: Transaction,
    { id, email, version }: { id: string; email: string; version: number },
    link: string,
    verb: string,
  ): Promise<SentInvitation> {
    transaction.record({ kind: 'act', verb, subject: 'invitation', subjectId: id, basis: 'administration' });
    const { actor } = transaction;
    await transaction.commit();
    const sent = await this.links.send('invitation', email, link);
    if (sent.sent === 'by_mail') await this.noteMailed(id, version, actor);
    return { id, version, ...sent };
  }

  /** Only about this link: somebody may have made a newer one meanwhile. */
  private noteMailed(id: string, version: number, actor: Transaction['actor']): Promise<void> {
    return this.database.asPublic(async (transaction) => {
      transaction.send(
        'context.administrator',
        `select set_config('lotse.staff', $1, true), set_config('lotse.organisation', $2, true), set_config('lotse.region', $3, true),
           set_config('lotse.roles', $4, true)`,
        [actor.staffId, actor.organisationId, actor.regionId, actor.roles.join(',')],
      );
      transaction.send('invitation.mailed', 'update invitation set mailed_at = now() where id = $1 and version = $2', [id, version]);
    });
  }
}
