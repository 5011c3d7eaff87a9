import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { Challenges } from '../sign-in/challenges';
import { ownAddress } from '../sign-in/own-address';

/** ES256, Ed25519 and RS256: what phones, keys and Windows have. */
const algorithms = [-7, -8, -257];

/** For whom a passkey is to be made. */
interface Owner {
  staffId: string;
  email: string;
  displayName: string;
}

/**
 * WebAuthn with this installation as the relying party. The finger, the face or the code of the device is always asked for (user
 * verification): a passkey is two factors in one. Challenges are ours, once and for minutes.
 */
@Injectable()
export class Passkeys {
  private readonly origin: string;
  private readonly relyingParty: string;

  constructor(
    private readonly database: Database,
    private readonly challenges: Challenges,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const address = ownAddress(settings);
    this.origin = address.origin;
    this.relyingParty = address.hostname;
  }

  async askToMake(transaction: Transaction, owner: Owner, known: readonly { id: string; transports: string[] }[]) {
    const options = await generateRegistrationOptions({
      rpName: 'Lotse',
      rpID: this.relyingParty,
      userID: new TextEncoder().encode(owner.staffId),
      userName: owner.email,
      userDisplayName: owner.displayName,
      attestationType: 'none',
      excludeCredentials: [...known],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    });
    this.challenges.keep(transaction, 'passkey_registration', options.challenge, { staffId: owner.staffId });
    return options;
  }

  /** The credential that was made for somebody, or undefined when anything about it is wrong. */
  async made(staffId: string, response: RegistrationResponseJSON): Promise<WebAuthnCredential | undefined> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: async (challenge) => (await this.taken('passkey_registration', challenge))?.staffId === staffId,
        expectedOrigin: this.origin,
        expectedRPID: this.relyingParty,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      });
      return verified ? registrationInfo.credential : undefined;
    } catch {
      return undefined;
    }
  }

  /** Names no account: the browser offers whatever passkeys it has for this place. */
  async askToShow(transaction: Transaction) {
    const options = await generateAuthenticationOptions({ rpID: this.relyingParty, userVerification: 'required' });
    this.challenges.keep(transaction, 'passkey_sign_in', options.challenge, {});
    return options;
  }

  /** The new count of signatures, or undefined when anything about what was shown is wrong. */
  async shown(response: AuthenticationResponseJSON, credential: WebAuthnCredential): Promise<number | undefined> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: async (challenge) => (await this.taken('passkey_sign_in', challenge)) !== undefined,
        expectedOrigin: this.origin,
        expectedRPID: this.relyingParty,
        requireUserVerification: true,
        credential,
      });
      return verified ? authenticationInfo.newCounter : undefined;
    } catch {
      return undefined;
    }
  }

  /** In a transaction of its own: a challenge that was answered is gone, whatever becomes of the answer. */
  private taken(kind: 'passkey_registration' | 'passkey_sign_in', challenge: string): Promise<{ staffId?: string } | undefined> {
    return this.database.asPublic((transaction) => this.challenges.take<{ staffId?: string }>(transaction, kind, challenge));
  }
}
