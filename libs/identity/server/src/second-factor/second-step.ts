import { hash } from 'node:crypto';
import { secondFactorNeeded, wrongCode } from '@lotse/identity/model';
import { Refusal, tooMany, type ProblemKind } from '@lotse/kernel';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { RefusedSignIns } from '../sign-in/refused-sign-ins';
import type { SignedInStaff } from '../sign-in/sign-in';
import { SecondFactors } from './second-factors';

const failuresAllowed = 10;
const keyOf = (staffId: string): Buffer => hash('sha256', `second step\n${staffId}`, 'buffer');

/** Opens what belongs to a member of staff before there is a session: their second factors, and nothing that leads to a person. */
export function actFor(transaction: Transaction, staffId: string): void {
  transaction.send('context.staff', `select set_config('lotse.staff', $1, true)`, [staffId]);
}

/**
 * What comes after a password that fits: nothing for whoever has no second factor, a code for whoever has one. Wrong codes count for the
 * account, wherever they come from: only somebody who knows the password gets this far, so nobody can lock out somebody else with it.
 */
@Injectable()
export class SecondStep {
  constructor(
    private readonly database: Database,
    private readonly secondFactors: SecondFactors,
    private readonly refused: RefusedSignIns,
  ) {}

  async run(staffId: string, code: string | undefined): Promise<SignedInStaff> {
    const ways = await this.database.asPublic((transaction) => {
      actFor(transaction, staffId);
      return this.secondFactors.of(transaction);
    });
    if (ways.length === 0) return { staffId, way: 'password', isStrong: false };
    if (!code?.trim()) throw new Refusal(secondFactorNeeded({ context: { ways } }));
    await this.takeCode(staffId, code);
    return { staffId, way: 'second_factor', isStrong: true };
  }

  /** Takes a code, or refuses; in a transaction of its own, because a failure must be remembered while everything else is undone. */
  async takeCode(staffId: string, code: string, refusal: ProblemKind = wrongCode): Promise<void> {
    const key = keyOf(staffId);
    const fits = await this.database.asPublic(async (transaction) => {
      const failures = await transaction.row<{ count: string }>('sign-in.failures', 'select failed_sign_ins($1) as count', [key]);
      if (Number(failures?.count) >= failuresAllowed) throw new Refusal(tooMany());
      actFor(transaction, staffId);
      const fitting = await this.secondFactors.take(transaction, code);
      if (fitting) transaction.send('sign-in.forget', 'select forget_failed_sign_ins($1)', [key]);
      else transaction.send('sign-in.failed', 'select note_failed_sign_in($1)', [key]);
      return fitting;
    });
    if (fits) return;
    await this.refused.note({ way: refusal === wrongCode ? 'second_factor' : 'confirmation', staffId });
    throw new Refusal(refusal());
  }
}
