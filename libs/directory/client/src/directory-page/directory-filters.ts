import { millisecondsPerDay } from '@lotse/kernel';
/** What one looks for, as it stands in the address. */
export interface DirectoryFilters {
  readonly text: string;
  readonly municipality: string;
  readonly withinKm: string;
  readonly category: string;
}

/** An entry that nobody has confirmed for this long is said to be out of date. */
const staleAfterDays = 90;

export const distances = ['5', '10', '20', '40'] as const;

/** The filters as a query, without the empty ones; a distance without a place to measure from means nothing. */
export function queryOfFilters(filters: DirectoryFilters): Partial<DirectoryFilters> {
  const entries = Object.entries(filters).filter(([name, value]) => value !== '' && (name !== 'withinKm' || filters.municipality !== ''));
  return Object.fromEntries(entries);
}

export function isStale(confirmedOn: string, now: number = Date.now()): boolean {
  return now - Date.parse(`${confirmedOn}T00:00:00Z`) > staleAfterDays * millisecondsPerDay;
}
