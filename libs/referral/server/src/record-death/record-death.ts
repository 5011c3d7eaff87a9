import type { BodyOf } from '@lotse/kernel';
import type { MovedReferral, recordDeath } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Referrals } from '../referrals';

/**
 * Records that somebody has died (T39): this referral ends with everything that was arranged, and nobody is written to any more. Whatever
 * else is open of theirs is ended by the worker in the name of whoever sent it (`WhenDeathRecorded`).
 */
@Injectable()
export class RecordDeath {
  constructor(private readonly referrals: Referrals) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof recordDeath>): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, 'record_death');
    transaction.send('person.record-death', 'select record_death_by($1)', [id]);
    return this.referrals.move(transaction, record, 'record_death', { note: noteOf(body.source, body.note) });
  }
}
