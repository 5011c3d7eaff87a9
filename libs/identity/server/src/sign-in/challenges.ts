import type { Transaction } from '@lotse/server-kit/database';
import { hashOf } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';

/** What is asked and awaits its answer. */
export type ChallengeKind = 'passkey_registration' | 'passkey_sign_in' | 'single_sign_on';

const heldMinutes = 5;

/** Questions that wait for their answer on the server, for five minutes and once. The database keeps a hash of what was asked. */
@Injectable()
export class Challenges {
  keep(transaction: Transaction, kind: ChallengeKind, key: string, content: object): void {
    transaction.send('challenge.keep', 'select keep_challenge($1, $2, $3, make_interval(mins => $4))', [
      hashOf(key),
      kind,
      JSON.stringify(content),
      heldMinutes,
    ]);
  }

  /** What was kept; undefined when nobody asked this, it is too long ago, or it was answered already. */
  async take<Content extends object>(transaction: Transaction, kind: ChallengeKind, key: string): Promise<Content | undefined> {
    const row = await transaction.row<{ content: Content | null }>('challenge.take', 'select take_challenge($1, $2) as content', [
      hashOf(key),
      kind,
    ]);
    return row?.content ?? undefined;
  }
}
