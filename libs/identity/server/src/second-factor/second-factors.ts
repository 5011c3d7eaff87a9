import type { SecondFactor } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Authenticators } from './authenticators';
import { RecoveryCodes } from './recovery-codes';

/** What the member of staff that a transaction is about (`current_staff()`) can show besides a password. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly authenticators: Authenticators,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** Empty for whoever has set up none: a password is enough for them, unless their organisation requires more. */
  async of(transaction: Transaction): Promise<SecondFactor[]> {
    const row = await transaction.row<{ code: boolean; passkey: boolean; recovery: boolean }>(
      'second-factors.of',
      `select exists (select from authenticator where staff_id = current_staff() and confirmed_at is not null) as code,
         exists (select from passkey where staff_id = current_staff()) as passkey,
         exists (select from recovery_code where staff_id = current_staff() and used_at is null) as recovery`,
    );
    if (!row?.code && !row?.passkey) return [];
    return [
      ...(row.code ? ['code' as const] : []),
      ...(row.passkey ? ['passkey' as const] : []),
      ...(row.recovery ? ['recovery_code' as const] : []),
    ];
  }

  /** Whether a code of the app or one on paper fits. It does not fit again. */
  async take(transaction: Transaction, code: string): Promise<boolean> {
    return (await this.authenticators.take(transaction, code)) || (await this.recoveryCodes.take(transaction, code));
  }
}
