import type { ReferralRow, ReferralState } from '@lotse/referral/model';

interface Answer {
  readonly items: readonly ReferralRow[];
  readonly nextCursor: string | null;
}

/**
 * Brings what is on screen up to date without moving anything: known rows change in place, rows that left go (except the one that is
 * open), and what is new is told apart so that it can wait above the list.
 */
export function mergeRows(
  shown: readonly ReferralRow[],
  answer: Answer,
  { keep, complete }: { keep?: string; complete: boolean },
): { rows: ReferralRow[]; arrived: ReferralRow[] } {
  const latest = new Map(answer.items.map((row) => [row.id, row]));
  const rows = shown.flatMap((row, index) => {
    const now = latest.get(row.id);
    if (now) return [now];
    const beyondAnswer = answer.nextCursor !== null && index >= answer.items.length;
    return beyondAnswer || row.id === keep ? [row] : [];
  });
  return { rows, arrived: arrivedIn(answer.items, shown, complete) };
}

/** Unknown rows behind the last known one belong to pages that were not loaded yet, unless all were, or they were sent later than any known. */
function arrivedIn(items: readonly ReferralRow[], shown: readonly ReferralRow[], complete: boolean): ReferralRow[] {
  const known = new Set(shown.map(({ id }) => id));
  const newest = shown.reduce((latest, { sentAt }) => (sentAt !== null && sentAt > latest ? sentAt : latest), '');
  const lastKnown = items.findLastIndex(({ id }) => known.has(id));
  return items.filter(({ id, sentAt }, index) => !known.has(id) && (complete || index < lastKnown || (sentAt !== null && sentAt > newest)));
}

/** Puts the arrivals where the box's order has them. */
export function inOrder(rows: readonly ReferralRow[], arrived: readonly ReferralRow[], answer: readonly ReferralRow[]): ReferralRow[] {
  const all = new Map([...rows, ...arrived].map((row) => [row.id, row]));
  const sorted = answer.flatMap(({ id }) => all.get(id) ?? []);
  const placed = new Set(sorted.map(({ id }) => id));
  return [...sorted, ...[...all.values()].filter(({ id }) => !placed.has(id))];
}

/** Rows whose act is still on its way stay as they will be, whatever an answer from before says. */
export const withExpected = (rows: readonly ReferralRow[], expected: ReadonlyMap<string, ReferralState>): ReferralRow[] =>
  rows.map((row) => ({ ...row, state: expected.get(row.id) ?? row.state }));
