import type { Transaction } from '@lotse/server-kit/database';
import type { Funnel } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { expectOwnList } from '../own-list';

const funnel = 'select * from funnel_of(array[$1::uuid])';

/** What became of the slots that were free. */
@Injectable()
export class ReadFunnel {
  async run(transaction: Transaction, serviceId: string): Promise<Funnel> {
    await expectOwnList(transaction, serviceId);
    transaction.planOnce();
    return (await transaction.row<Funnel>('funnel.read', funnel, [serviceId]))!;
  }
}
