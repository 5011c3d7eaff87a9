import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import { ownAddress } from '../sign-in/own-address';

/**
 * What the operator has to say about account services: which there may be, and the secrets of our clients there. An administrator of an
 * organisation cannot name either: otherwise they could make this server call whom they like, or send another's secret there.
 */
@Injectable()
export class ProviderSecrets {
  readonly issuers: readonly string[];
  readonly callback: string;
  private readonly secrets: ReadonlyMap<string, string>;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.issuers = settings.SINGLE_SIGN_ON_ISSUERS;
    this.secrets = new Map(settings.SINGLE_SIGN_ON_SECRETS);
    this.callback = new URL('/api/session/single-sign-on/callback', ownAddress(settings)).href;
  }

  mayBe(issuer: string): boolean {
    return this.issuers.includes(issuer);
  }

  /** Undefined for a client without one (PKCE protects it all the same). */
  of(organisationId: string): string | undefined {
    return this.secrets.get(organisationId);
  }
}
