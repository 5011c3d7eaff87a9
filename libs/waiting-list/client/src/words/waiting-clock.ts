import { millisecondsPerDay } from '@lotse/kernel';
import type { WaitingListEntry } from '@lotse/waiting-list/model';

/** When the target time of somebody who waits is used up. */
export function targetOf({ receivedAt, reason }: Pick<WaitingListEntry, 'receivedAt' | 'reason'>): string {
  return new Date(Date.parse(receivedAt) + reason.targetDays * millisecondsPerDay).toISOString();
}
