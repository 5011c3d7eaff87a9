import type { KeyAct } from '@lotse/client-kit/ui';
import type { ReferralRow } from '@lotse/referral/model';
import type { ServedAct } from '../acts/perform-act';

/** So many are read before anybody asks for them. */
const ahead = 3;

/** The row that comes after one: the one below, else the one above. Rows that leave together with it are passed over. */
export function nextAfter(rows: readonly ReferralRow[], id: string, leaving: readonly string[] = []): ReferralRow | undefined {
  const at = rows.findIndex((row) => row.id === id);
  const stays = (row: ReferralRow) => row.id !== id && !leaving.includes(row.id);
  return rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(at, 0)).findLast(stays);
}

/** What is read ahead: the rows after the one that is open, or the first ones. */
export function readAhead(rows: readonly ReferralRow[], open: string | undefined): string[] {
  const at = rows.findIndex(({ id }) => id === open);
  return rows.slice(at + 1, at + 1 + ahead).map(({ id }) => id);
}

/** Taking something into triage means to read it now; every other act is done with it. */
export const opensNext = (act: ServedAct): boolean => act !== 'start_triage' && act !== 'acknowledge';

/** Letters that decide about the row with the focus. */
export const decisionOf: Partial<Record<KeyAct, ServedAct>> = {
  take: 'start_triage',
  accept: 'accept',
  ask: 'request_info',
  return: 'decline',
  redirect: 'redirect',
};
