import type { Box, ReferralSort } from '@lotse/referral/model';
import type { StateGroup } from '../words/state-groups';

/** What one looks for in a box; empty means "not set". Everything but the text stands in the address: people are searched by name, and names are no addresses. */
export interface WorklistFilters {
  readonly text: string;
  /** The key of a group of states. */
  readonly state: string;
  readonly urgency: string;
  readonly mine: string;
  readonly sort: string;
  /** Whose work: `me` or `nobody`. */
  readonly assignee: string;
  /** `only`: what was put aside. */
  readonly snoozed: string;
  /** The columns, when somebody chose others than the usual ones. */
  readonly columns: string;
}

export const noFilters: WorklistFilters = {
  text: '',
  state: '',
  urgency: '',
  mine: '',
  sort: '',
  assignee: '',
  snoozed: '',
  columns: '',
};

/** Whether something is set that makes the list shorter, beside the box's usual group. */
export function isFiltered({ text, state, urgency, mine }: WorklistFilters): boolean {
  return [text, state, urgency, mine].some((value) => value !== '');
}

/** How many filters are set, for "no matches for 3 filters". */
export const filterCount = ({ text, state, urgency, mine }: WorklistFilters): number =>
  [text, state, urgency, mine].filter((value) => value !== '').length;

/** The filters as a query of the address, without the empty ones and without what was typed. */
export function addressOf(filters: WorklistFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([name, value]) => value !== '' && name !== 'text'));
}

const sorts: readonly string[] = ['-due', 'sent', '-sent', 'urgency', '-urgency', 'person', '-person'] satisfies ReferralSort[];

/**
 * The query of a page of the box; the first group is what one sees when none is chosen. A search by name, and what was put aside, looks at
 * every open one.
 */
export function queryFor(box: Box, filters: WorklistFilters, groups: readonly StateGroup[]) {
  return {
    box,
    state: statesOf(filters, groups),
    urgency: filters.urgency || undefined,
    text: filters.text || undefined,
    mine: filters.mine === 'true' ? ('true' as const) : undefined,
    sort: sorts.includes(filters.sort) ? (filters.sort as ReferralSort) : undefined,
    assignee: filters.assignee || undefined,
    snoozed: filters.snoozed === 'only' ? ('only' as const) : undefined,
  };
}

function statesOf({ state, text, snoozed }: WorklistFilters, groups: readonly StateGroup[]): string | undefined {
  const everywhere = text !== '' || snoozed === 'only';
  const group = groups.find(({ key }) => key === state) ?? (everywhere ? undefined : groups[0]);
  return group?.states.join(',') || undefined;
}

/** Whether two queries ask for the same: a list is not read again because another row was opened. */
export const sameQuery = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
