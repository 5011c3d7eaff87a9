import { makeCalendarFeed, readCalendarFeed, readCalendarFeedState, revokeCalendarFeed } from '@lotse/interop/model';
import type { AnswerOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Controller, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CalendarFeeds } from './calendar-feeds';

@Controller()
export class CalendarFeedController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Serves(readCalendarFeedState)
  state(@Current() transaction: Transaction): Promise<AnswerOf<typeof readCalendarFeedState>> {
    return this.feeds.state(transaction);
  }

  @Serves(makeCalendarFeed)
  make(@Current() transaction: Transaction): Promise<AnswerOf<typeof makeCalendarFeed>> {
    return this.feeds.make(transaction);
  }

  @Serves(revokeCalendarFeed)
  revoke(@Current() transaction: Transaction): Promise<{ feed: null }> {
    return this.feeds.revoke(transaction);
  }

  @Serves(readCalendarFeed)
  async read(
    @Param({ schema: readCalendarFeed.params }) { secret }: ParamsOf<typeof readCalendarFeed>,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { text, tag } = await this.feeds.read(secret);
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const isKnown = known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
    if (!isKnown) return text;
    void reply.status(304);
    return '';
  }
}
