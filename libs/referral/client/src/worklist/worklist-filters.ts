import type { Box } from '@lotse/referral/model';
import type { StateGroup } from '../words/state-groups';

/** What one looks for in a box, as it stands in the address; empty means "not set". */
export interface WorklistFilters {
  readonly text: string;
  /** The key of a group of states. */
  readonly state: string;
  readonly urgency: string;
  readonly mine: string;
  readonly sort: string;
}

export const noFilters: WorklistFilters = { text: '', state: '', urgency: '', mine: '', sort: '' };

/** Whether something beside the order and the box's usual group is set. */
export function isFiltered({ text, state, urgency, mine }: WorklistFilters): boolean {
  return [text, state, urgency, mine].some((value) => value !== '');
}

/** The filters as a query of the address, without the empty ones. */
export function addressOf(filters: WorklistFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}

/** The query of a page of the box; the first group is what one sees when none is chosen. A search by name looks at every open one. */
export function queryFor(box: Box, filters: WorklistFilters, groups: readonly StateGroup[]) {
  const group = groups.find(({ key }) => key === filters.state) ?? (filters.text === '' ? groups[0] : undefined);
  return {
    box,
    state: group && group.states.length > 0 ? group.states.join(',') : undefined,
    urgency: filters.urgency || undefined,
    text: filters.text || undefined,
    mine: filters.mine === 'true' ? ('true' as const) : undefined,
    sort: filters.sort === 'sent' || filters.sort === 'urgency' ? (filters.sort as 'sent' | 'urgency') : undefined,
  };
}
