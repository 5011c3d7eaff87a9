import { codeDoesNotFit, lastSecondFactor, nothingPrepared, type OwnSignIn } from '@lotse/identity/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { OwnSession, type RenewedSession } from '../own-sign-in/own-session';
import { ReadOwnSignIn } from '../own-sign-in/read-own-sign-in';
import { Authenticators } from './authenticators';
import { RecoveryCodes } from './recovery-codes';
import { SecondStep } from './second-step';

const record = (transaction: Transaction, verb: string): void =>
  transaction.record({ kind: 'act', verb, subject: 'staff', subjectId: transaction.actor.staffId });

/** Setting up the app of one's own phone, replacing it, removing it, and the codes on paper for the day it is lost. */
@Injectable()
export class SetUpAuthenticator {
  constructor(
    private readonly authenticators: Authenticators,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly secondStep: SecondStep,
    private readonly ownSession: OwnSession,
    private readonly readOwnSignIn: ReadOwnSignIn,
  ) {}

  /** Answers a secret that holds once a code of it was given. Whoever has an app already shows it, or a recovery code. */
  async prepare(transaction: Transaction, code: string | undefined): Promise<{ secret: string; address: string }> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const { staffId } = transaction.actor;
    const known = await transaction.row<{ email: string }>('staff.email', 'select email from staff where id = current_staff()');
    const { authenticatorSince } = await this.readOwnSignIn.run(transaction);
    if (authenticatorSince) await this.secondStep.takeCode(staffId, code ?? '', codeDoesNotFit);
    return this.authenticators.prepare(transaction, staffId, known!.email);
  }

  /** From now on the password alone is not enough, so sessions that were begun with it alone end. */
  async confirm(transaction: Transaction, code: string): Promise<{ recoveryCodes: string[]; renewed: RenewedSession }> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const outcome = await this.authenticators.confirm(transaction, code);
    if (outcome !== 'confirmed') throw new Refusal(outcome === 'nothing' ? nothingPrepared() : codeDoesNotFit());
    const recoveryCodes = await this.recoveryCodes.renew(transaction);
    const renewed = await this.ownSession.renew(transaction, 'second_factor');
    this.ownSession.endOthers(transaction);
    record(transaction, 'identity.setUpAuthenticator');
    return { recoveryCodes, renewed };
  }

  async remove(transaction: Transaction, code: string): Promise<void> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const own = await this.readOwnSignIn.run(transaction);
    if (own.passkeys.length === 0 && own.secondFactorRequired) throw new Refusal(lastSecondFactor());
    await this.secondStep.takeCode(transaction.actor.staffId, code, codeDoesNotFit);
    this.authenticators.remove(transaction);
    if (own.passkeys.length === 0) this.recoveryCodes.forget(transaction);
    this.ownSession.endOthers(transaction);
    record(transaction, 'identity.removeAuthenticator');
  }

  async renewRecoveryCodes(transaction: Transaction): Promise<string[]> {
    await this.ownSession.refuseUnlessConfirmed(transaction);
    const own: OwnSignIn = await this.readOwnSignIn.run(transaction);
    if (!own.authenticatorSince && own.passkeys.length === 0) throw new Refusal(nothingPrepared());
    record(transaction, 'identity.renewRecoveryCodes');
    return this.recoveryCodes.renew(transaction);
  }
}
