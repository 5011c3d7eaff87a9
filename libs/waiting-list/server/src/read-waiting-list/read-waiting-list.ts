import { notFound, Refusal, type AnswerOf, type QueryOf } from '@lotse/kernel';
import { readCursor, writeCursor, type Transaction } from '@lotse/server-kit/database';
import { placesOf, type Place, type readWaitingList, type Waiting } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showPlaces, standingOf } from '../entries';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';

const ownService = 'select id from service where id = $1 and organisation_id = current_organisation()';

/** A list in order. The order is made from inputs without names; only the entries of the page are read in full. */
@Injectable()
export class ReadWaitingList {
  constructor(private readonly expire: ExpireBeforeReading) {}

  async run(
    transaction: Transaction,
    serviceId: string,
    query: QueryOf<typeof readWaitingList>,
  ): Promise<AnswerOf<typeof readWaitingList>> {
    if (!(await transaction.row('waiting-list.own-service', ownService, [serviceId]))) throw new Refusal(notFound());
    await this.expire.run(transaction);
    const { now, entries } = await standingOf(transaction, serviceId);
    const places = placesOf(entries, now);
    const start = startAfter(places, query.cursor);
    const page = places.slice(start, start + query.limit);
    const last = page.at(-1);
    const goesOn = start + query.limit < places.length;
    return {
      items: await showPlaces(transaction, page),
      nextCursor: goesOn && last ? writeCursor([last.entry.id, start + query.limit]) : null,
    };
  }
}

/** Goes on after the entry that was shown last, wherever it stands now; after its old position, if it has left the list. */
function startAfter(places: readonly Place<Waiting>[], cursor: string | undefined): number {
  const [id, position] = readCursor(cursor, 2);
  if (id === null || id === undefined) return 0;
  const found = places.findIndex(({ entry }) => entry.id === id);
  return found >= 0 ? found + 1 : Math.max(0, Math.trunc(Number(position)) || 0);
}
