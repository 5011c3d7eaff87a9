import type { reactivateStaff } from '@lotse/identity/model';
import { invalidState, Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Members } from './members';

const open = 'update staff set disabled_at = null, version = version + 1 where id = $1';

/** Opens a closed account again. */
@Injectable()
export class ReactivateStaff {
  constructor(private readonly members: Members) {}

  async run(transaction: Transaction, id: string, version: number): Promise<AnswerOf<typeof reactivateStaff>> {
    const member = await this.members.loadAt(transaction, id, version);
    if (!member.disabledAt) throw new Refusal(invalidState({ context: { state: 'active' } }));
    transaction.send('staff.reactivate', open, [id]);
    this.members.changed(transaction, id, 'staff.reactivate');
    return { id, version: version + 1 };
  }
}
