import { singleSignOnFailed, type startSingleSignOn } from '@lotse/identity/model';
import { notFound, Refusal, type BodyOf } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { Challenges } from '../sign-in/challenges';
import { RefusedSignIns } from '../sign-in/refused-sign-ins';
import type { SignedInStaff } from '../sign-in/sign-in';
import { newToken } from '../sign-in/sign-in';
import { isIdToken, type Claims } from './claims';
import { LinkAccount } from './link-account';
import { Providers, type KnownProvider } from './providers';
import { ProviderSecrets } from './provider-secrets';

/** What is remembered while somebody is away at the account service of their organisation. */
interface Begun {
  organisationId: string;
  target: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Somebody is back. */
export interface Returned extends SignedInStaff {
  target: string;
}

/**
 * OpenID Connect, code flow with PKCE, state and nonce. What is remembered is bound to the browser by a cookie of its own, once and for
 * five minutes: an answer that was planted in somebody else's browser opens nothing.
 */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly database: Database,
    private readonly challenges: Challenges,
    private readonly providers: Providers,
    private readonly secrets: ProviderSecrets,
    private readonly linkAccount: LinkAccount,
    private readonly refused: RefusedSignIns,
  ) {}

  find(domain: string): Promise<{ organisationId: string; name: string }[]> {
    return this.database.asPublic((transaction) =>
      transaction.rows<{ organisationId: string; name: string }>(
        'single-sign-on.find',
        'select organisation_id as "organisationId", name from single_sign_on_for($1)',
        [domain],
      ),
    );
  }

  /** Answers where to go, and the key that the browser brings back. */
  async begin({ organisationId, email, target }: BodyOf<typeof startSingleSignOn>): Promise<{ address: string; key: string }> {
    const provider = await this.providers.of(organisationId);
    if (!provider) throw new Refusal(notFound());
    const configuration = await this.providers.configurationOf(provider);
    const begun: Begun = {
      organisationId,
      target: target ?? '/start',
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
    };
    const key = newToken();
    await this.database.asPublic(async (transaction) => this.challenges.keep(transaction, 'single_sign_on', key, begun));
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.secrets.callback,
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(begun.codeVerifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
      ...(email ? { login_hint: email } : {}),
    });
    return { address: address.href, key };
  }

  /** @throws Refusal with one of the problems of this room; whatever the service did wrong is one of them */
  async finish(key: string | undefined, query: string): Promise<Returned> {
    const begun = key && (await this.database.asPublic((transaction) => this.challenges.take<Begun>(transaction, 'single_sign_on', key)));
    const provider = begun && (await this.providers.of(begun.organisationId));
    if (!begun || !provider) throw new Refusal(singleSignOnFailed());
    const { subject, claims } = await this.claimsFrom(provider, begun, query);
    const staffId = await this.linkAccount.run(provider, subject, claims);
    return { staffId, way: 'single_sign_on', isStrong: provider.isStrong, target: begun.target };
  }

  private async claimsFrom(provider: KnownProvider, begun: Begun, query: string): Promise<{ subject: string; claims: Claims }> {
    try {
      const configuration = await this.providers.configurationOf(provider);
      const tokens = await authorizationCodeGrant(configuration, new URL(`${this.secrets.callback}?${query}`), {
        pkceCodeVerifier: begun.codeVerifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      if (!isIdToken(tokens.id_token!, claims)) throw new Refusal(singleSignOnFailed());
      const more = claims['email'] === undefined ? await moreAbout(configuration, tokens.access_token, claims.sub) : {};
      return { subject: claims.sub, claims: { ...more, ...claims } };
    } catch {
      await this.refused.note({ way: 'single_sign_on', organisationId: provider.organisationId });
      throw new Refusal(singleSignOnFailed());
    }
  }
}

/** Some services say only the subject at first, and the rest when they are asked. */
const moreAbout = async (configuration: Configuration, token: string, subject: string): Promise<Claims> =>
  configuration.serverMetadata().userinfo_endpoint ? fetchUserInfo(configuration, token, subject) : {};
