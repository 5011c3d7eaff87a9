import type { IdentityProvider } from '@lotse/identity/model';
import { Refusal, unavailable } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import { allowInsecureRequests, ClientSecretPost, discovery, enableNonRepudiationChecks, None, type Configuration } from 'openid-client';
import { ProviderSecrets } from './provider-secrets';

const keptMinutes = 10;
const answersWithinSeconds = 10;

/** An account service as it stands in the database. */
export type KnownProvider = IdentityProvider & { organisationId: string; regionId: string };

const text = `
  select p.organisation_id as "organisationId", o.region_id as "regionId", p.issuer, p.client_id as "clientId",
    p.mail_domains as "mailDomains", p.role_claim as "roleClaim", p.role_mapping as "roleMapping", p.is_strong as "isStrong",
    p.is_enabled as "isEnabled"
  from identity_provider p join organisation o on o.id = p.organisation_id where p.organisation_id = $1`;

/** The account services of organisations, and what they say about themselves. */
@Injectable()
export class Providers {
  private readonly kept = new Map<string, { until: number; configuration: Promise<Configuration> }>();

  constructor(
    private readonly database: Database,
    private readonly secrets: ProviderSecrets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Undefined where there is none, it is switched off, or the operator does not (or no longer) allow it. */
  async of(organisationId: string): Promise<KnownProvider | undefined> {
    const found = await this.database.asSystem((transaction) => {
      this.actIn(transaction, organisationId);
      return transaction.row<KnownProvider>('identity-provider.find', text, [organisationId]);
    });
    return found?.isEnabled && this.secrets.mayBe(found.issuer) ? found : undefined;
  }

  /** Asks the service about itself, at most every ten minutes. */
  async configurationOf(provider: KnownProvider): Promise<Configuration> {
    const key = [provider.organisationId, provider.issuer, provider.clientId].join('\n');
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.configuration;
    const configuration = this.discover(provider);
    this.kept.set(key, { until: Date.now() + keptMinutes * 60_000, configuration });
    try {
      return await configuration;
    } catch {
      this.kept.delete(key);
      throw new Refusal(unavailable());
    }
  }

  private discover({ organisationId, issuer, clientId }: KnownProvider): Promise<Configuration> {
    const secret = this.secrets.of(organisationId);
    const isPlain = issuer.startsWith('http:') && this.settings.NODE_ENV !== 'production';
    return discovery(new URL(issuer), clientId, {}, secret ? ClientSecretPost(secret) : None(), {
      timeout: answersWithinSeconds,
      // Whoever could answer in the place of the service must not be believed, also where the way there is trusted.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    });
  }

  private actIn(transaction: Transaction, organisationId: string): void {
    transaction.send('context.only-organisation', `select set_config('lotse.organisation', $1, true)`, [organisationId]);
  }
}
