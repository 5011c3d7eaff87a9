import type { ReferralRow } from '@lotse/referral/model';

/** What waits for one's own organisation stands on top, in the order it came; each row once. */
export function mineFirst(mine: readonly ReferralRow[], rows: readonly ReferralRow[]): readonly ReferralRow[] {
  const latest = new Map(rows.map((row) => [row.id, row]));
  const onTop = new Set(mine.map(({ id }) => id));
  return [...mine.map((row) => latest.get(row.id) ?? row), ...rows.filter(({ id }) => !onTop.has(id))];
}
