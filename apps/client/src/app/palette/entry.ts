import type { IconName } from '@lotse/client-kit/ui';
import { fits } from './fits';

/** Something to choose in the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: IconName;
  /** Keys that do the same. */
  readonly keys?: readonly string[];
  run(): void;
}

/** Entries of one kind below a heading. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** The entries that fit, the best first; at most so many. */
export function fitting(entries: readonly Entry[], typed: string, atMost: number): Entry[] {
  return entries
    .map((entry) => ({ entry, rank: fits(`${entry.label} ${entry.hint ?? ''}`, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((first, second) => second.rank - first.rank)
    .slice(0, atMost)
    .map(({ entry }) => entry);
}
