import { lastSecondFactor, passkeyKnown, passkeyNotTaken, type Passkey, type registerPasskey } from '@lotse/identity/model';
import { newId, notFound, Refusal, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { OwnSession, type RenewedSession } from '../own-sign-in/own-session';
import { ReadOwnSignIn } from '../own-sign-in/read-own-sign-in';
import { RecoveryCodes } from '../second-factor/recovery-codes';
import { Passkeys } from './passkeys';

/** What comes of a new passkey. */
export interface RegisteredPasskey {
  passkey: Passkey;
  recoveryCodes: string[] | null;
  renewed: RenewedSession;
}

const record = (transaction: Transaction, verb: string): void =>
  transaction.record({ kind: 'act', verb, subject: 'staff', subjectId: transaction.actor.staffId });

/** Setting up, naming and removing one's own passkeys. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly ownSession: OwnSession,
    private readonly readOwnSignIn: ReadOwnSignIn,
  ) {}

  async prepare(transaction: Transaction) {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const [staff, known] = await Promise.all([
      transaction.row<{ staffId: string; email: string; displayName: string }>(
        'staff.own-name',
        'select id as "staffId", email, display_name as "displayName" from staff where id = current_staff()',
      ),
      transaction.rows<{ id: string; transports: string[] }>(
        'passkey.own',
        'select credential_id as id, transports from passkey where staff_id = current_staff()',
      ),
    ]);
    return this.passkeys.askToMake(transaction, staff!, known);
  }

  /** The first second factor makes the session a strong one, and ends those that were begun with a password alone. */
  async register(transaction: Transaction, { name, credential }: BodyOf<typeof registerPasskey>): Promise<RegisteredPasskey> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const before = await this.readOwnSignIn.run(transaction);
    const made = await this.passkeys.made(transaction.actor.staffId, credential as RegistrationResponseJSON);
    if (!made) throw new Refusal(passkeyNotTaken());
    const id = newId();
    const row = await transaction.row<{ createdAt: Date }>(
      'passkey.register',
      `insert into passkey (id, staff_id, credential_id, public_key, counter, transports, name)
       values ($1, current_staff(), $2, $3, $4, $5, $6) on conflict (credential_id) do nothing returning created_at as "createdAt"`,
      [id, made.id, Buffer.from(made.publicKey), made.counter, made.transports ?? [], name],
    );
    if (!row) throw new Refusal(passkeyKnown());
    const isFirst = before.authenticatorSince === null && before.passkeys.length === 0;
    const recoveryCodes = isFirst ? await this.recoveryCodes.renew(transaction) : null;
    const renewed = await this.ownSession.renew(transaction, 'passkey');
    if (isFirst) this.ownSession.endOthers(transaction);
    record(transaction, 'identity.registerPasskey');
    return { passkey: { id, name, createdAt: row.createdAt.toISOString(), lastUsedAt: null }, recoveryCodes, renewed };
  }

  async rename(transaction: Transaction, id: string, name: string): Promise<void> {
    const changed = await transaction.change(
      'passkey.rename',
      'update passkey set name = $2 where id = $1 and staff_id = current_staff()',
      [id, name],
    );
    if (changed === 0) throw new Refusal(notFound());
    record(transaction, 'identity.renamePasskey');
  }

  async remove(transaction: Transaction, id: string): Promise<void> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const own = await this.readOwnSignIn.run(transaction);
    if (!own.passkeys.some((passkey) => passkey.id === id)) throw new Refusal(notFound());
    const isLast = own.authenticatorSince === null && own.passkeys.length === 1;
    if (isLast && own.secondFactorRequired) throw new Refusal(lastSecondFactor());
    transaction.send('passkey.remove', 'delete from passkey where id = $1 and staff_id = current_staff()', [id]);
    if (isLast) this.recoveryCodes.forget(transaction);
    this.ownSession.endOthers(transaction);
    record(transaction, 'identity.removePasskey');
  }
}
