import { ranksKnown, waitingSortSchema, type WaitingSort } from '@lotse/waiting-list/model';

/** What somebody looks for in a waiting list; empty means "not set". Everything but the text stands in the address: names are no addresses. */
export interface ListFilters {
  readonly text: string;
  readonly sort: string;
  readonly urgency: string;
  readonly paused: string;
  readonly checks: string;
}

const filters = ['text', 'urgency', 'paused', 'checks'] as const;

/** How many make the list shorter. */
export const filterCount = (given: ListFilters): number => filters.filter((name) => given[name] !== '').length;

/** The order in use; one that does not exist is the usual one. */
export function sortOf({ sort }: ListFilters): WaitingSort {
  const known = waitingSortSchema.safeParse(sort);
  return known.success ? known.data : 'rank';
}

/** Whether some ranks of a list so long are not counted: only by rank, and whole, it is counted to its end. */
export const hasUncountedRanks = (given: ListFilters, waiting: number): boolean =>
  waiting > ranksKnown && (sortOf(given) !== 'rank' || filterCount(given) > 0);

/** The query of a page of the list; what is usual is not said. */
export function queryOf(given: ListFilters) {
  const { text, urgency, paused, checks } = given;
  const sort = sortOf(given);
  return {
    sort: sort === 'rank' ? undefined : sort,
    text: text || undefined,
    urgency: urgency || undefined,
    paused: paused === 'true' || paused === 'false' ? (paused as 'true' | 'false') : undefined,
    checks: checks === 'unchecked' || checks === 'asked' ? (checks as 'unchecked' | 'asked') : undefined,
  };
}

/** The orders to choose from; each column's heading turns its own round. */
export const chosenSorts = ['rank', 'received', '-received', 'target', 'name', 'checked'] as const satisfies readonly WaitingSort[];
