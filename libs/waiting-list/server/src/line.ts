import type { RankRuleInForce } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { placesOf, ranksKnown, risingShare, shareOfTarget, tierOf, type Listed, type Place, type Waiting } from '@lotse/waiting-list/model';
import { factColumns, factTables, slotValues, toWaiting, type FactRow } from './fitness-facts';
import type { Only } from './read-waiting-list/list-filter';
import type { FreeSlot } from './slot-to-fit';

/** The list of a service as it stands at one instant. */
export interface Line {
  serviceId: string;
  now: Date;
  /** The rule that the list is ordered by; `RankRules` knows it. */
  rule: RankRuleInForce;
}

/** A line that is walked for a slot: with what decides whether somebody fits it. */
export type SlotLine = Line & { slot: FreeSlot };

/** Where a piece of a line ended: the key of the last entry, and how many were counted until there. */
export interface LineEnd {
  tier: number;
  share: number;
  receivedAt: string;
  id: string;
  counted: number;
}

const instant = 'select coalesce($1::timestamptz, now()) as now';

/** The instant a list is looked at, by the clock of the database; with one given, that one again. */
export async function instantOf(transaction: Transaction, given: unknown = null): Promise<Date> {
  const { now } = (await transaction.row<{ now: Date }>('line.instant', instant, [given]))!;
  return now;
}

export const isListed = `e.state in ('waiting', 'offered', 'suspended')`;
const inLine = `e.service_id = $1 and ${isListed}`;

/** An hour at least, as `shareOfTarget` has it. */
const targetDays = 'greatest(g.target_days, 1::float8 / 24)';
const share = `greatest(extract(epoch from $2::timestamptz - e.received_at)::float8 * 1000, 0) / 86400000 / ${targetDays}`;

export const lineColumns = `e.id, e.urgency, e.band, e.target_days as "targetDays", e.received_at as "receivedAt", e.state`;
const tier = `case when e.band <= $8 then e.band when ${share} > $9 then $8 + 1 else e.band + 1 end`;
const afterTheOneBefore = '$3::integer is null or (e.tier, -e.share, e."receivedAt", e.id) > ($3, -$4::float8, $5::timestamptz, $6::uuid)';

/**
 * A list is a few queues, one for each band and target that somebody in it has. In each of them whoever was received first comes first, also
 * across the moment at which the target has passed: there it is two stretches, each of one tier. Tier by tier, until there are enough, the
 * stretches are read from the index, from where the line goes on, and merged; with those few for whom the service would do as well. The order
 * is `comesBefore` of the model; $3 to $6 are the key of the entry before, $8 and $9 the rule: how many bands come first, and from which share
 * of the target the others rise (below nothing where that alone decides). What decides about a slot is read last, of these few alone.
 */
const inOrder = (only = '') => `
  with recursive queue as (
    (select e.band, e.target_days from waiting_list_entry e where ${inLine} order by e.band, e.target_days limit 1)
    union all
    select next.band, next.target_days from queue q cross join lateral (
      select e.band, e.target_days from waiting_list_entry e where ${inLine} and (e.band, e.target_days) > (q.band, q.target_days)
      order by e.band, e.target_days limit 1) next
  ), in_time as (
    select g.band, g.target_days,
      case when $9::float8 < 0 then 'infinity' else $2::timestamptz - make_interval(secs => $9 * ${targetDays} * 86400) end as breach,
      $2::timestamptz - make_interval(secs => $4::float8 * ${targetDays} * 86400) as as_far
    from queue g
  ), stretch as (
    select g.band, g.target_days, s.tier, s.until + interval '1 second' as until,
      greatest(s.since, case when s.tier = $3::integer then g.as_far end) - interval '1 second' as since
    from in_time g cross join lateral (
      select g.band as tier, '-infinity'::timestamptz as since, 'infinity'::timestamptz as until where g.band <= $8::integer
      union all select $8 + 1, '-infinity', g.breach where g.band > $8
      union all select g.band + 1, g.breach, 'infinity' where g.band > $8) s
    where $3 is null or s.tier >= $3
  ), own as (
    select place.* from (select distinct tier from stretch) t cross join lateral (
      select e.* from stretch g cross join lateral (
        select e.* from (
          select ${lineColumns}, ${share} as share, ${tier} as tier
          from waiting_list_entry e
          where ${inLine} and e.band = g.band and e.target_days = g.target_days and e.received_at between g.since and g.until${only}) e
        where e.tier = t.tier and (${afterTheOneBefore})
        order by e."receivedAt", e.id limit $7) e
      where g.tier = t.tier order by e.share desc, e."receivedAt", e.id limit $7) place
    order by t.tier limit $7
  ), as_well as (
    select e.* from (
      select ${lineColumns}, ${share} as share, ${tier} as tier
      from entry_service further join waiting_list_entry e on e.id = further.entry_id cross join lateral (select e.target_days) g
      where further.service_id = $1 and e.service_id <> $1 and ${isListed}${only}) e
    where ${afterTheOneBefore}
  ), place as (
    select * from (select * from own union all select * from as_well) e order by e.tier, e.share desc, e."receivedAt", e.id limit $7
  )`;
const piece = (only?: string) =>
  `${inOrder(only)} select place.* from place order by place.tier, place.share desc, place."receivedAt", place.id`;
const pieceForSlot = `${inOrder()}
  select place.id, place.urgency, place.band, place."targetDays", place."receivedAt", place.state, ${factColumns}
  from place ${factTables} order by place.tier, place.share desc, place."receivedAt", place.id`;

/** Few who are known are not met on the way along the queues: they are looked up, and put in line among themselves. */
const pieceOfFew = (only: string) => `
  select e.* from (
    select ${lineColumns}, ${share} as share, ${tier} as tier from waiting_list_entry e cross join lateral (select e.target_days) g
    where (e.service_id = $1 or exists (select from entry_service further where further.entry_id = e.id and further.service_id = $1))
      and ${isListed}${only}) e
  where ${afterTheOneBefore} order by e.tier, e.share desc, e."receivedAt", e.id limit $7`;

function valuesOf({ serviceId, now, rule: { order } }: Line, limit: number, after: LineEnd | undefined): unknown[] {
  const key = after ? [after.tier, after.share, after.receivedAt, after.id] : [null, null, null, null];
  return [serviceId, now, ...key, limit, order.firstBands, risingShare(order)];
}

/** The next places of a line, with their ranks; as many as asked for, or all that are left. */
export async function pieceOfLine(transaction: Transaction, line: Line, limit: number, after?: LineEnd): Promise<Place<Listed>[]> {
  transaction.planOnce();
  const rows = await transaction.rows<Listed>('line.piece', piece(), valuesOf(line, limit, after));
  return placesOf(rows, line.now, after?.counted, line.rule.order);
}

/** The same of those only who fulfil something; then their number in the piece is not their rank. */
export async function pieceOfSome(
  transaction: Transaction,
  line: Line,
  only: Only,
  limit: number,
  after?: LineEnd,
): Promise<Place<Listed>[]> {
  const { name, text, values, isOfFew } = only(valuesOf(line, limit, after));
  transaction.planOnce();
  const rows = await transaction.rows<Listed>(`line.piece.${name}`, isOfFew ? pieceOfFew(text) : piece(text), values);
  return placesOf(rows, line.now, undefined, line.rule.order);
}

/** The ranks of a line as far as anybody counts them. */
export async function ranksOf(transaction: Transaction, line: Line): Promise<ReadonlyMap<string, number | null>> {
  const places = await pieceOfLine(transaction, line, ranksKnown);
  return new Map(places.map(({ entry, rank }) => [entry.id, rank]));
}

/** The same, with what decides whether somebody fits the slot. */
async function pieceOfSlotLine(transaction: Transaction, line: SlotLine, limit: number, after?: LineEnd): Promise<Place<Waiting>[]> {
  const values = [...valuesOf(line, limit, after), ...slotValues(line.slot)];
  transaction.planOnce();
  const rows = await transaction.rows<FactRow>('line.piece-for-slot', pieceForSlot, values);
  const entries = rows.map((row) => toWaiting(row, line.slot));
  return placesOf(entries, line.now, after?.counted, line.rule.order);
}

/** Where a piece ended, so that the line can go on after it. */
export function endOf(piece: readonly Place<Listed>[], { now, rule }: Pick<Line, 'now' | 'rule'>, before?: LineEnd): LineEnd | undefined {
  const last = piece.at(-1)?.entry;
  if (!last) return before;
  return {
    tier: tierOf(last, now, rule.order),
    share: shareOfTarget(last, now),
    receivedAt: last.receivedAt.toISOString(),
    id: last.id,
    counted: piece.findLast(({ rank }) => rank !== null)?.rank ?? before?.counted ?? 0,
  };
}

const pieceSize = 100;

/** Walks along a line from its beginning, piece by piece; whoever has seen enough stops, and no more is read. */
export async function* alongLine(transaction: Transaction, line: SlotLine): AsyncGenerator<Place<Waiting>[], void> {
  let end: LineEnd | undefined;
  for (;;) {
    const piece = await pieceOfSlotLine(transaction, line, pieceSize, end);
    yield piece;
    if (piece.length < pieceSize) return;
    end = endOf(piece, line, end);
  }
}

const lightPiece = 500;
const countedAtMost = 5_000;

/** Where somebody stands, with their rank; nothing when they stand behind so many that nobody counts them. */
export async function placeInLine(transaction: Transaction, line: Line, entryId: string): Promise<Place<Listed> | undefined> {
  let end: LineEnd | undefined;
  for (let seen = 0; seen < countedAtMost; seen += lightPiece) {
    const piece = await pieceOfLine(transaction, line, lightPiece, end);
    const place = piece.find(({ entry }) => entry.id === entryId);
    if (place || piece.length < lightPiece) return place;
    end = endOf(piece, line, end);
  }
  return undefined;
}
