import { issuerNotAllowed, type IdentityProvider, type readIdentityProvider } from '@lotse/identity/model';
import { Refusal, versionStale, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ProviderSecrets } from '../single-sign-on/provider-secrets';

type Answer = AnswerOf<typeof readIdentityProvider>;
type Row = IdentityProvider & { version: number };

/** The account service of the own organisation. Its secret is the operator's: it is neither read nor written here. */
@Injectable()
export class OwnProvider {
  constructor(private readonly secrets: ProviderSecrets) {}

  async read(transaction: Transaction): Promise<Answer> {
    const row = await transaction.row<Row>(
      'identity-provider.read',
      `select issuer, client_id as "clientId", mail_domains as "mailDomains", role_claim as "roleClaim", role_mapping as "roleMapping",
         is_strong as "isStrong", is_enabled as "isEnabled", version
       from identity_provider where organisation_id = current_organisation()`,
    );
    const { organisationId } = transaction.actor;
    return {
      provider: row ?? null,
      version: row?.version ?? 0,
      callback: this.secrets.callback,
      secretName: organisationId,
      hasSecret: this.secrets.of(organisationId) !== undefined,
      issuersAllowed: [...this.secrets.issuers],
    };
  }

  async change(transaction: Transaction, version: number, provider: IdentityProvider): Promise<Answer> {
    if (!this.secrets.mayBe(provider.issuer)) throw new Refusal(issuerNotAllowed());
    const { issuer, clientId, mailDomains, roleClaim, roleMapping, isStrong, isEnabled } = provider;
    const changed = await transaction.change(
      'identity-provider.change',
      `insert into identity_provider as p (organisation_id, issuer, client_id, mail_domains, role_claim, role_mapping, is_strong, is_enabled)
       select current_organisation(), $2, $3, $4, $5, $6, $7, $8
       where $1 = 0 or exists (select from identity_provider where organisation_id = current_organisation())
       on conflict (organisation_id) do update set issuer = $2, client_id = $3, mail_domains = $4, role_claim = $5, role_mapping = $6,
         is_strong = $7, is_enabled = $8, version = p.version + 1, changed_at = now() where p.version = $1`,
      [version, issuer, clientId, [...new Set(mailDomains)], roleClaim, JSON.stringify(roleMapping), isStrong, isEnabled],
    );
    if (changed === 0) throw new Refusal(versionStale());
    const { organisationId } = transaction.actor;
    transaction.record({ kind: 'act', verb: 'identity.changeProvider', subject: 'organisation', subjectId: organisationId });
    return this.read(transaction);
  }
}
