import { hash } from 'node:crypto';
import { passwordDoesNotFit } from '@lotse/identity/model';
import { Refusal, tooMany } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { passwordFits } from '../sign-in/password';
import { RefusedSignIns } from '../sign-in/refused-sign-ins';
import { OwnSession, type RenewedSession } from './own-session';

const failuresAllowed = 10;

/** Asks for the own password once more; a session left open on a desk is not enough to change how one signs in. */
@Injectable()
export class ConfirmSession {
  constructor(
    private readonly database: Database,
    private readonly ownSession: OwnSession,
    private readonly refused: RefusedSignIns,
  ) {}

  /** Whoever shows their password gets another token, as when they signed in. */
  async run(transaction: Transaction, password: string): Promise<RenewedSession> {
    await this.refuseUnlessFits(transaction, password);
    transaction.record({ kind: 'act', verb: 'identity.confirm', subject: 'staff', subjectId: transaction.actor.staffId });
    return this.ownSession.renewAsItIs(transaction);
  }

  /** @throws Refusal when the password is not the one of whoever acts, or was guessed at too often in this account */
  async refuseUnlessFits(transaction: Transaction, password: string): Promise<void> {
    const key = hash('sha256', `own password\n${transaction.actor.staffId}`, 'buffer');
    const [failures, known] = await Promise.all([
      transaction.row<{ count: string }>('sign-in.failures', 'select failed_sign_ins($1) as count', [key]),
      transaction.row<{ hash: string | null }>('own-password.read', 'select own_password_hash() as hash'),
    ]);
    if (Number(failures?.count) >= failuresAllowed) throw new Refusal(tooMany());
    if (await passwordFits(known?.hash, password)) return;
    // In a transaction of its own: the refusal undoes the one at hand.
    await this.database.asPublic(async (apart) => apart.send('sign-in.failed', 'select note_failed_sign_in($1)', [key]));
    await this.refused.note({ way: 'confirmation', staffId: transaction.actor.staffId });
    throw new Refusal(passwordDoesNotFit());
  }
}
