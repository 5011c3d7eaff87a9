import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import type { readOffers } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { offerColumns, offerTables, toOffer, type OfferRow } from '../offer-row';

/** The sort key as text, because a JavaScript date would lose its microseconds. */
type Row = OfferRow & { key: string; personId: string };

/** One page of one side by its own index; two of them make a page of both sides. */
const side = (organisation: string, which: string, key: string, after: string, order: string) => `
  (select id, ${key} as key from slot_offer where ${organisation} = current_organisation() and ${which} and ($4::uuid is null or referral_id = $4)
     and ($1::timestamptz is null or (${key}, id) ${after} ($1, $2::uuid))
   order by ${key} ${order}, id ${order} limit $3)`;

const bothSides = (which: string, key: string, after: string, order: string) => `
  select ${offerColumns}, page.key::text as key, o.person_id as "personId" from (
    ${side('organisation_id', which, key, after, order)} union ${side('referrer_organisation_id', which, key, after, order)}
  ) page join slot_offer o on o.id = page.id ${offerTables}
  order by page.key ${order}, page.id ${order} limit $3`;

const running = bothSides(`state in ('deferred', 'sent')`, 'expires_at', '>', 'asc');
const ended = bothSides(`state not in ('deferred', 'sent')`, 'answered_at', '<', 'desc');

/** Offers of the own organisation on either side: what ends first comes first; of those that have ended, the latest. */
@Injectable()
export class ReadOffers {
  constructor(private readonly expire: ExpireBeforeReading) {}

  async run(transaction: Transaction, query: QueryOf<typeof readOffers>): Promise<AnswerOf<typeof readOffers>> {
    await this.expire.run(transaction);
    const [name, text] = query.state === 'running' ? ['offers.running', running] : ['offers.ended', ended];
    transaction.planOnce();
    const rows = await transaction.rows<Row>(name, text, [...readCursor(query.cursor, 2), query.limit + 1, query.referralId ?? null]);
    transaction.shows({ people: [...new Set(rows.slice(0, query.limit).map(({ personId }) => personId))] });
    return asPage(
      rows,
      query.limit,
      ({ key, id }) => [key, id],
      ({ key: _, personId: __, ...row }) => toOffer(row),
    );
  }
}
