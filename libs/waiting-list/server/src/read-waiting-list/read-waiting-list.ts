import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { readCursor, writeCursor, type Transaction } from '@lotse/server-kit/database';
import type { readWaitingList } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces } from '../entries';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { endOf, instantOf, pieceOfLine, pieceOfSome, ranksOf, type Line, type LineEnd } from '../line';
import { expectOwnList } from '../own-list';
import { RankRules } from '../rank-rules/rank-rules';
import { filterOf, isCutDown, onlyThose, type ListFilter } from './list-filter';
import { listInOrder, sortedBefore, sortedCursor, type OtherSort } from './list-in-order';

type Query = QueryOf<typeof readWaitingList>;
type Answer = AnswerOf<typeof readWaitingList>;

/** A list by rank or in another order. Further pages are of the same instant as the first: nobody is shown twice or left out because time goes on. */
@Injectable()
export class ReadWaitingList {
  constructor(
    private readonly expire: ExpireBeforeReading,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, serviceId: string, query: Query): Promise<Answer> {
    await expectOwnList(transaction, serviceId);
    await this.expire.run(transaction);
    const { sort } = query;
    return sort === 'rank' ? this.byRank(transaction, serviceId, query) : this.inOrder(transaction, serviceId, { ...query, sort });
  }

  private async byRank(transaction: Transaction, serviceId: string, query: Query): Promise<Answer> {
    const { cursor, limit } = query;
    const { at, after } = pageBefore(cursor);
    const [line, filter] = await Promise.all([this.line(transaction, serviceId, at), filterOf(transaction, query)]);
    const places = isCutDown(filter)
      ? await someOf(transaction, line, { ...filter, limit }, after)
      : await pieceOfLine(transaction, line, limit + 1, after);
    const page = places.slice(0, limit);
    const end = endOf(page, line, after);
    return {
      items: await showPlaces(transaction, page),
      nextCursor: places.length > limit && end ? cursorOf(line.now, end) : null,
    };
  }

  private async inOrder(transaction: Transaction, serviceId: string, { cursor, ...query }: Query & { sort: OtherSort }): Promise<Answer> {
    const { at, after } = sortedBefore(cursor);
    const [line, filter] = await Promise.all([this.line(transaction, serviceId, at), filterOf(transaction, query)]);
    const { sort, limit } = query;
    const { places, next } = await listInOrder(transaction, line, { ...filter, sort, limit }, after);
    return { items: await showPlaces(transaction, places), nextCursor: next && sortedCursor(line.now, next) };
  }

  private async line(transaction: Transaction, serviceId: string, at: unknown): Promise<Line> {
    const now = await instantOf(transaction, at);
    return { serviceId, now, rule: await this.rules.of(transaction, serviceId, now) };
  }
}

/** By rank too, and each with the rank in the whole list. */
async function someOf(transaction: Transaction, line: Line, filter: ListFilter & { limit: number }, after: LineEnd | undefined) {
  const [some, ranks] = await Promise.all([
    pieceOfSome(transaction, line, onlyThose(filter, line.now), filter.limit + 1, after),
    ranksOf(transaction, line),
  ]);
  return some.map((place) => ({ ...place, rank: ranks.get(place.entry.id) ?? null }));
}

const cursorOf = (now: Date, { tier, share, receivedAt, id, counted }: LineEnd): string =>
  writeCursor([now.toISOString(), tier, share, receivedAt, id, counted]);

/** The instant of the first page and where the page before ended; what is no key is for the database to refuse. */
function pageBefore(cursor: string | undefined) {
  const [at, tier, share, receivedAt, id, counted] = readCursor(cursor, 6);
  if (at === null) return { at, after: undefined };
  return { at, after: { tier, share, receivedAt, id, counted: Math.trunc(Number(counted)) || 0 } as LineEnd };
}
