import { holds, type Role } from '@lotse/identity/model';
import { notFound, Refusal } from '@lotse/kernel';
import { noticeWritten, type Notice } from '@lotse/notification/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { isFor, noticeColumns, toNotice, type NoticeRow } from '../notice-row';

const find = `select ${noticeColumns} from notice where id = $1 and ${isFor('$2')} for update`;
const mark = `update notice set read_at = now(), read_by = current_staff() where id = $1 returning ${noticeColumns}`;

/** Marks a notice as read for the whole organisation. Whoever is second changes nothing. */
@Injectable()
export class MarkNoticeRead {
  async run(transaction: Transaction, id: string): Promise<Notice> {
    const notice = await transaction.row<NoticeRow>('notice.find', find, [id, holds(transaction.actor.roles as Role[], 'referral.read')]);
    if (!notice) throw new Refusal(notFound());
    if (notice.readAt) return toNotice(notice);
    const marked = await transaction.row<NoticeRow>('notice.mark', mark, [id]);
    const { organisationId } = transaction.actor;
    transaction.tell({ name: noticeWritten, subject: 'notice', subjectId: id, version: 2, audience: [organisationId], payload: {} });
    return toNotice(marked!);
  }
}
