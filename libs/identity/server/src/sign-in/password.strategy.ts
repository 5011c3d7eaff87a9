import { createHash } from 'node:crypto';
import { Refusal, tooMany, type BodyOf } from '@lotse/kernel';
import { wrongCredentials, type signIn } from '@lotse/identity/model';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { SecondStep } from '../second-factor/second-step';
import { passwordFits } from './password';
import type { SignedInStaff } from './sign-in';

const failuresAllowed = 10;

/** Signs staff in with e-mail address and password, and a second factor where they have one. Failures count for address and origin together: nobody can lock out somebody else. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly database: Database,
    private readonly secondStep: SecondStep,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: FastifyRequest, email: string, password: string): Promise<SignedInStaff> {
    const key = createHash('sha256').update(`${email.toLowerCase()}\n${request.ip}`).digest();
    const found = await this.database.asPublic((transaction) => this.findCredentials(transaction, email, key));
    const fits = await passwordFits(found?.passwordHash, password);
    if (!found || !fits) {
      await this.database.asPublic(async (transaction) => transaction.send('sign-in.failed', 'select note_failed_sign_in($1)', [key]));
      throw new Refusal(wrongCredentials());
    }
    await this.database.asPublic(async (transaction) => transaction.send('sign-in.forget', 'select forget_failed_sign_ins($1)', [key]));
    return this.secondStep.run(found.staffId, (request.body as BodyOf<typeof signIn>).code);
  }

  private async findCredentials(transaction: Transaction, email: string, key: Buffer) {
    const failures = await transaction.row<{ count: string }>('sign-in.failures', 'select failed_sign_ins($1) as count', [key]);
    if (Number(failures?.count) >= failuresAllowed) throw new Refusal(tooMany());
    return transaction.row<{ staffId: string; passwordHash: string | null }>(
      'sign-in.credentials',
      'select staff_id as "staffId", password_hash as "passwordHash" from find_credentials($1)',
      [email],
    );
  }
}
