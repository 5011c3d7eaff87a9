import { randomInt } from 'node:crypto';
import { recoveryCodesMade } from '@lotse/identity/model';
import { newId } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { hashPassword, passwordFits } from '../sign-in/password';

/** No letter that is taken for a digit, read aloud or written by hand. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

const newCode = (): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** A code as it was made, however it was typed. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Codes on paper for the day the phone is lost. Each works once; the database keeps slow hashes of them. */
@Injectable()
export class RecoveryCodes {
  /** Makes new ones; those from before no longer hold. They are answered once and never found again. */
  async renew(transaction: Transaction): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodesMade }, newCode);
    const hashes: string[] = [];
    for (const code of codes) hashes.push(await hashPassword(code));
    transaction.send('recovery-codes.forget', 'delete from recovery_code where staff_id = current_staff()');
    transaction.send(
      'recovery-codes.make',
      'insert into recovery_code (id, staff_id, code_hash) select id, current_staff(), hash from unnest($1::uuid[], $2::text[]) as made (id, hash)',
      [codes.map(() => newId()), hashes],
    );
    return codes.map(grouped);
  }

  async left(transaction: Transaction): Promise<number> {
    const row = await transaction.row<{ count: number }>(
      'recovery-codes.left',
      'select count(*)::int as count from recovery_code where staff_id = current_staff() and used_at is null',
    );
    return row?.count ?? 0;
  }

  /** Whether a code fits; it does not fit again. */
  async take(transaction: Transaction, typed: string): Promise<boolean> {
    const code = plainCode(typed);
    if (code.length !== length) return false;
    const rows = await transaction.rows<{ id: string; hash: string }>(
      'recovery-codes.read',
      'select id, code_hash as hash from recovery_code where staff_id = current_staff() and used_at is null order by id',
    );
    for (const { id, hash } of rows) {
      if (!(await passwordFits(hash, code))) continue;
      const taken = 'update recovery_code set used_at = now() where id = $1 and staff_id = current_staff() and used_at is null';
      return (await transaction.change('recovery-codes.take', taken, [id])) === 1;
    }
    return false;
  }

  forget(transaction: Transaction): void {
    transaction.send('recovery-codes.forget', 'delete from recovery_code where staff_id = current_staff()');
  }
}
