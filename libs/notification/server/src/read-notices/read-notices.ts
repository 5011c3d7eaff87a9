import { holds, type Role } from '@lotse/identity/model';
import type { AnswerOf, QueryOf } from '@lotse/kernel';
import type { readNotices } from '@lotse/notification/model';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { isFor, noticeColumns, toNotice, type NoticeRow } from '../notice-row';

/** The sort key as text, because a JavaScript date would lose its microseconds. */
type Row = NoticeRow & { key: string };

const page = (unread: boolean) => `
  select ${noticeColumns}, created_at::text as key from notice
  where ${isFor('$4')} ${unread ? 'and read_at is null' : ''}
    and ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid))
  order by created_at desc, id desc limit $3`;

const all = page(false);
const unread = page(true);
const count = `select count(*)::int as unread from notice where ${isFor('$1')} and read_at is null`;

/** Notices of the own organisation, newest first, and how many nobody has read. */
@Injectable()
export class ReadNotices {
  async run(transaction: Transaction, query: QueryOf<typeof readNotices>): Promise<AnswerOf<typeof readNotices>> {
    const mayFollow = holds(transaction.actor.roles as Role[], 'referral.read');
    const values = [...readCursor(query.cursor, 2), query.limit + 1, mayFollow];
    const [rows, counted] = await Promise.all([
      query.unread === 'true' ? transaction.rows<Row>('notices.unread', unread, values) : transaction.rows<Row>('notices.all', all, values),
      transaction.row<{ unread: number }>('notices.count', count, [mayFollow]),
    ]);
    const read = asPage(
      rows,
      query.limit,
      ({ key, id }) => [key, id],
      ({ key: _, ...row }) => toNotice(row),
    );
    return { ...read, unread: counted!.unread };
  }
}
