import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { readCursor, writeCursor, type Transaction } from '@lotse/server-kit/database';
import type { readWaitingList } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces } from '../entries';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { endOf, instantOf, pieceOfLine, type LineEnd } from '../line';
import { expectOwnList } from '../own-list';
import { RankRules } from '../rank-rules/rank-rules';

/** A list in order. Further pages are of the same instant as the first: nobody is shown twice or left out because time goes on. */
@Injectable()
export class ReadWaitingList {
  constructor(
    private readonly expire: ExpireBeforeReading,
    private readonly rules: RankRules,
  ) {}

  async run(
    transaction: Transaction,
    serviceId: string,
    { cursor, limit }: QueryOf<typeof readWaitingList>,
  ): Promise<AnswerOf<typeof readWaitingList>> {
    await expectOwnList(transaction, serviceId);
    await this.expire.run(transaction);
    const { at, after } = pageBefore(cursor);
    const now = await instantOf(transaction, at);
    const line = { serviceId, now, rule: await this.rules.of(transaction, serviceId, now) };
    const places = await pieceOfLine(transaction, line, limit + 1, after);
    const page = places.slice(0, limit);
    const end = endOf(page, line, after);
    return {
      items: await showPlaces(transaction, page),
      nextCursor: places.length > limit && end ? cursorOf(now, end) : null,
    };
  }
}

const cursorOf = (now: Date, { tier, share, receivedAt, id, counted }: LineEnd): string =>
  writeCursor([now.toISOString(), tier, share, receivedAt, id, counted]);

/** The instant of the first page and where the page before ended; what is no key is for the database to refuse. */
function pageBefore(cursor: string | undefined) {
  const [at, tier, share, receivedAt, id, counted] = readCursor(cursor, 6);
  if (at === null) return { at, after: undefined };
  return { at, after: { tier, share, receivedAt, id, counted: Math.trunc(Number(counted)) || 0 } as LineEnd };
}
