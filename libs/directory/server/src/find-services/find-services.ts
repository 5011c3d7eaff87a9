import type { findServices, Service } from '@lotse/directory/model';
import type { AnswerOf, QueryOf } from '@lotse/kernel';
import { asPage, readCursor, type Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { serviceColumns, serviceTables } from '../service-columns';

type Query = QueryOf<typeof findServices>;
type Page = AnswerOf<typeof findServices>;
type Row = Service & { sortKey: number };

/** Kilometres between two positions on the sphere (haversine), as SQL. */
const kilometres = `
  (6371 * 2 * asin(sqrt(least(1, power(sin(radians(m.latitude - c.latitude) / 2), 2)
   + cos(radians(c.latitude)) * cos(radians(m.latitude)) * power(sin(radians(m.longitude - c.longitude) / 2), 2)))))`;

const text = `
  with c as (select latitude, longitude from municipality where ags = $3),
  found as (
    select ${serviceColumns},
      round((select ${kilometres} from c)::numeric, 1)::float8 as "distanceKm"
    from ${serviceTables}
    where s.region_id = $1 and ($2::text[] is null or s.search_text like all ($2)) and ($4::text is null or s.category = $4))
  select *, coalesce("distanceKm", 0) as "sortKey" from found
  where ($5::float8 is null or "distanceKm" is null or "distanceKm" <= $5)
    and ($6::float8 is null or (coalesce("distanceKm", 0), name, id) > ($6, $7::text, $8::uuid))
  order by coalesce("distanceKm", 0), name, id limit $9`;

/** Every word must occur; `%` and `_` in what was typed mean themselves. */
const patterns = (typed: string | undefined): string[] | null =>
  typed
    ? typed
        .toLowerCase()
        .split(/\s+/)
        .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
    : null;

/** Searches the directory of a region; nearest first when a municipality is given, by name otherwise. */
@Injectable()
export class FindServices {
  async run(transaction: Transaction, regionId: string, query: Query): Promise<Page> {
    const rows = await transaction.rows<Row>('services.find', text, [
      regionId,
      patterns(query.text),
      query.municipality ?? null,
      query.category ?? null,
      query.withinKm ?? null,
      ...readCursor(query.cursor, 3),
      query.limit + 1,
    ]);
    return asPage(
      rows,
      query.limit,
      ({ sortKey, name, id }) => [sortKey, name, id],
      ({ sortKey: _, ...service }) => service,
    );
  }
}
