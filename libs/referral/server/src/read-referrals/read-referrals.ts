import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { readReferrals } from '@lotse/referral/model';
import { asPage, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asReferralRow } from '../referral-row';
import { readWorklist, sortedBy } from './worklist';

/** A page of the inbox or of what was sent. */
@Injectable()
export class ReadReferrals {
  async run(transaction: Transaction, query: QueryOf<typeof readReferrals>): Promise<AnswerOf<typeof readReferrals>> {
    const rows = await readWorklist(transaction, query, query.limit + 1, query.cursor);
    transaction.shows({ basis: query.box === 'sent' ? 'own' : 'leg' });
    return asPage(rows, query.limit, sortedBy, asReferralRow);
  }
}
