import { authenticatorUnavailable } from '@lotse/identity/model';
import { Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { Seals } from './seals';

/** A code holds for its half minute and the one before and after: clocks differ, and typing takes time. */
const tolerance = 30;
const boundTo = (staffId: string): string => `authenticator:${staffId}`;

interface Row {
  staffId: string;
  sealedSecret: Buffer | null;
  usedStep: string;
}

/**
 * The authenticator app of the member of staff that a transaction is about (`current_staff()`). A code is taken once: the database
 * moves the newest used step on, and only forward.
 */
@Injectable()
export class Authenticators {
  constructor(private readonly seals: Seals) {}

  get available(): boolean {
    return this.seals.available;
  }

  /** Keeps a new secret that does not hold yet. */
  prepare(transaction: Transaction, staffId: string, email: string): { secret: string; address: string } {
    if (!this.available) throw new Refusal(authenticatorUnavailable());
    const secret = generateSecret();
    transaction.send(
      'authenticator.prepare',
      `insert into authenticator (staff_id, sealed_next_secret, next_at) values ($1, $2, now())
       on conflict (staff_id) do update set sealed_next_secret = excluded.sealed_next_secret, next_at = excluded.next_at`,
      [staffId, this.seals.seal(secret, boundTo(staffId))],
    );
    return { secret, address: generateURI({ issuer: 'Lotse', label: email, secret }) };
  }

  /** Lets the prepared secret hold, when a code of it was given. `nothing` when none was prepared in the last half hour. */
  async confirm(transaction: Transaction, code: string): Promise<'confirmed' | 'wrong' | 'nothing'> {
    const row = await transaction.row<Row>(
      'authenticator.next',
      `select staff_id as "staffId", sealed_next_secret as "sealedSecret", 0 as "usedStep" from authenticator
       where staff_id = current_staff() and next_at > now() - interval '30 minutes' for update`,
    );
    if (!row?.sealedSecret) return 'nothing';
    const step = this.stepOf(row, code);
    if (step === undefined) return 'wrong';
    transaction.send(
      'authenticator.confirm',
      `update authenticator set sealed_secret = sealed_next_secret, confirmed_at = now(), used_step = $1, sealed_next_secret = null, next_at = null
       where staff_id = current_staff()`,
      [step],
    );
    return 'confirmed';
  }

  /** Whether a code fits; it does not fit again. */
  async take(transaction: Transaction, code: string): Promise<boolean> {
    const row = await transaction.row<Row>(
      'authenticator.read',
      `select staff_id as "staffId", sealed_secret as "sealedSecret", used_step as "usedStep" from authenticator where staff_id = current_staff()`,
    );
    const step = row && this.stepOf(row, code);
    if (step === undefined) return false;
    const taken = 'update authenticator set used_step = $1 where staff_id = current_staff() and used_step < $1';
    return (await transaction.change('authenticator.take', taken, [step])) === 1;
  }

  remove(transaction: Transaction): void {
    transaction.send('authenticator.remove', 'delete from authenticator where staff_id = current_staff()');
  }

  /** Which step of time a code belongs to, when it fits and is newer than the newest that was used. */
  private stepOf({ staffId, sealedSecret, usedStep }: Row, code: string): number | undefined {
    const token = code.replace(/\s/g, '');
    const secret = /^\d{6}$/.test(token) && sealedSecret ? this.seals.open(sealedSecret, boundTo(staffId)) : undefined;
    if (secret === undefined) return undefined;
    const result = verifySync({ secret, token, epochTolerance: tolerance });
    const step = result.valid && 'timeStep' in result ? result.timeStep : undefined;
    return step !== undefined && step > Number(usedStep) ? step : undefined;
  }
}
