import { millisecondsPerDay, problem } from '@lotse/kernel';
import type { OfferingRules } from '@lotse/region/model';
import { shortNoticeBelow } from '../fitness';

export const slotFitsSomebody = problem('slot-fits-somebody', 409, 'Somebody on the own list fits this slot; they come first.');

const hour = millisecondsPerDay / 24;

/** From when those who coordinate see a slot that fits nobody: after as long as the county says; at once when it is at short notice. */
export function poolAt(startsAt: Date, now: Date, { poolAfterHours }: Pick<OfferingRules, 'poolAfterHours'>): Date {
  const isShortNotice = startsAt.getTime() - now.getTime() < shortNoticeBelow;
  return new Date(now.getTime() + (isShortNotice ? 0 : poolAfterHours * hour));
}
