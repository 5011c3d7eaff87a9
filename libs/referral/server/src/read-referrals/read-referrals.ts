import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { readReferrals } from '@lotse/referral/model';
import { asPage, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { asReferralRow, type ReferralRowRecord } from '../referral-row';
import { worklist, type SortKeys } from './worklist';

type Row = ReferralRowRecord & SortKeys;

/** What a page goes on after. */
export const sortedBy = ({ sortKey, nextSortKey, id }: Row): string[] =>
  nextSortKey === undefined ? [sortKey, id] : [sortKey, nextSortKey, id];

/** A page of the inbox or of what was sent. */
@Injectable()
export class ReadReferrals {
  async run(transaction: Transaction, query: QueryOf<typeof readReferrals>): Promise<AnswerOf<typeof readReferrals>> {
    const { name, text, values } = worklist(query, query.limit + 1, query.cursor);
    transaction.planOnce();
    const rows = await transaction.rows<Row>(name, text, values);
    transaction.shows({ basis: query.box === 'sent' ? 'own' : 'leg' });
    return asPage(rows, query.limit, sortedBy, asReferralRow);
  }
}
