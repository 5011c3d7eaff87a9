import { readCursor, writeCursor, type Transaction } from '@lotse/server-kit/database';
import { explainRank, type Listed, type Place, type WaitingSort } from '@lotse/waiting-list/model';
import { isListed, lineColumns, ranksOf, type Line } from '../line';
import { onlyThose, type ListFilter } from './list-filter';

/** What each order goes by; the id breaks ties. There is an index for each. */
const orders = {
  received: ['e.received_at', 'timestamptz'],
  target: ['e.target_at', 'timestamptz'],
  name: ['e.person_sort', 'text'],
  checked: ['e.last_validated_at', 'timestamptz'],
} as const;

export type OtherSort = Exclude<WaitingSort, 'rank'>;
type Row = Listed & { sortKey: string };

/** A page of a list in another order than that of the ranks. */
export async function listInOrder(
  transaction: Transaction,
  line: Line,
  { sort, limit, ...filter }: ListFilter & { sort: OtherSort; limit: number },
  after: SortedEnd | undefined,
): Promise<{ places: Place<Listed>[]; next: SortedEnd | null }> {
  const { name, text, values } = statement(line, sort, filter, limit, after);
  transaction.planOnce();
  const [rows, ranks] = await Promise.all([transaction.rows<Row>(name, text, values), ranksOf(transaction, line)]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    places: shown.map((entry) => ({ entry, rank: ranks.get(entry.id) ?? null, reason: explainRank(entry, line.now, line.rule.order) })),
    next: rows.length > limit && last ? { sortKey: last.sortKey, id: last.id } : null,
  };
}

/** Where a page ended, as texts: a JavaScript date would lose its microseconds. */
export interface SortedEnd {
  sortKey: string;
  id: string;
}

export const sortedCursor = (now: Date, { sortKey, id }: SortedEnd): string => writeCursor([now.toISOString(), sortKey, id]);

/** The instant of the first page and where the page before ended; what is no key is for the database to refuse. */
export function sortedBefore(cursor: string | undefined): { at: unknown; after: SortedEnd | undefined } {
  const [at, sortKey, id] = readCursor(cursor, 3);
  return { at, after: at === null ? undefined : ({ sortKey, id } as SortedEnd) };
}

/** Own places are read from the index; those few for whom the service would do as well are put among them. */
function statement({ serviceId, now }: Line, sort: OtherSort, filter: ListFilter, limit: number, after: SortedEnd | undefined) {
  const isTurned = sort.startsWith('-');
  const [column, type] = orders[sort.replace('-', '') as keyof typeof orders];
  const [sign, direction] = isTurned ? ['<', ' desc'] : ['>', ''];
  const key = after ? [serviceId, after.sortKey, after.id] : [serviceId];
  const only = onlyThose(filter, now)(key);
  const condition = `${isListed}${only.text}${after ? ` and (${column}, e.id) ${sign} ($2::${type}, $3::uuid)` : ''}`;
  const order = `order by ${column}${direction}, e.id${direction} limit ${limit + 1}`;
  const columns = `${lineColumns}, ${column} as key`;
  return {
    // The limit stands in the text, as in other lists: as a value it would make the database plan anew for every page.
    name: ['waiting-list', sort, only.name, after && 'next', limit].filter(Boolean).join('.'),
    text: `select place.*, place.key::text as "sortKey" from (
        (select ${columns} from waiting_list_entry e where e.service_id = $1 and ${condition} ${order})
        union all
        (select ${columns} from entry_service f join waiting_list_entry e on e.id = f.entry_id
          where f.service_id = $1 and e.service_id <> $1 and ${condition} ${order})) place
      order by place.key${direction}, place.id${direction} limit ${limit + 1}`,
    values: only.values,
  };
}
