import type { ReferralRow } from '@lotse/referral/model';
import type { DeskAct } from './desk-acts';

/** Whose work would be taken over: the names of others who have some of these rows. */
export function takenFrom(rows: readonly Pick<ReferralRow, 'assignee'>[], by: string | undefined): string[] {
  const others = rows.flatMap(({ assignee }) => (assignee && assignee.id !== by ? [assignee.displayName] : []));
  return [...new Set(others)].sort();
}

/** Why some rows could not be done: each reason once, with how many. */
export function reasonsOf(notDone: readonly { readonly code: string }[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of notDone) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** What an act is called once it is done, by whoever did it. */
export function deedOf(act: DeskAct, by: string | undefined): 'take' | 'give' | 'release' | 'snooze' | 'unsnooze' {
  if (act.kind === 'snooze') return act.until === null ? 'unsnooze' : 'snooze';
  if (act.to === null) return 'release';
  return act.to.id === by ? 'take' : 'give';
}
