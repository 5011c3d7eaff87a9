import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@lotse/kernel';
import { markNoticeRead, readNotices, type Notice } from '@lotse/notification/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { MarkNoticeRead } from './mark-notice-read/mark-notice-read';
import { ReadNotices } from './read-notices/read-notices';

@Controller()
export class NotificationController {
  constructor(
    private readonly readNotices: ReadNotices,
    private readonly markNoticeRead: MarkNoticeRead,
  ) {}

  @Serves(readNotices)
  list(
    @Current() transaction: Transaction,
    @Query({ schema: readNotices.query }) query: QueryOf<typeof readNotices>,
  ): Promise<AnswerOf<typeof readNotices>> {
    return this.readNotices.run(transaction, query);
  }

  @Serves(markNoticeRead)
  markRead(
    @Current() transaction: Transaction,
    @Param({ schema: markNoticeRead.params }) { id }: ParamsOf<typeof markNoticeRead>,
    @Body({ schema: markNoticeRead.body }) _body: BodyOf<typeof markNoticeRead>,
  ): Promise<Notice> {
    return this.markNoticeRead.run(transaction, id);
  }
}
