import { passkeyRefused, type signInWithPasskey } from '@lotse/identity/model';
import { Refusal, type BodyOf } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { actFor } from '../second-factor/second-step';
import { RefusedSignIns } from '../sign-in/refused-sign-ins';
import { RequestStrategy } from '../sign-in/request-strategy';
import type { SignedInStaff } from '../sign-in/sign-in';
import { Passkeys } from './passkeys';

interface Row {
  id: string;
  staffId: string;
  publicKey: Buffer;
  counter: string;
}

/** Signs staff in with a passkey. Whatever is wrong with it, the answer is the same. */
@Injectable()
export class PasskeyStrategy extends PassportStrategy(RequestStrategy, 'passkey') {
  constructor(
    private readonly database: Database,
    private readonly passkeys: Passkeys,
    private readonly refused: RefusedSignIns,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<SignedInStaff> {
    const { credential } = request.body as BodyOf<typeof signInWithPasskey>;
    const known = await this.find(credential.id);
    const counter = known && isOwned(credential.response.userHandle, known.staffId) ? await this.counterOf(known, credential) : undefined;
    if (!known || counter === undefined) {
      await this.refused.note({ way: 'passkey', staffId: known?.staffId });
      throw new Refusal(passkeyRefused());
    }
    await this.database.asPublic(async (transaction) => {
      actFor(transaction, known.staffId);
      transaction.send('passkey.used', 'update passkey set counter = $2, last_used_at = now() where id = $1', [known.id, counter]);
    });
    return { staffId: known.staffId, way: 'passkey', isStrong: true };
  }

  private find(credentialId: string): Promise<Row | undefined> {
    return this.database.asPublic((transaction) =>
      transaction.row<Row>('passkey.find', 'select id, staff_id as "staffId", public_key as "publicKey", counter from find_passkey($1)', [
        credentialId,
      ]),
    );
  }

  private counterOf({ publicKey, counter }: Row, credential: BodyOf<typeof signInWithPasskey>['credential']): Promise<number | undefined> {
    return this.passkeys.shown(credential as AuthenticationResponseJSON, {
      id: credential.id,
      publicKey: new Uint8Array(publicKey),
      counter: Number(counter),
    });
  }
}

/** A device that says whose passkey it is must say the same as we do. */
const isOwned = (userHandle: string | null | undefined, staffId: string): boolean =>
  !userHandle || Buffer.from(userHandle, 'base64url').toString() === staffId;
