import type { ReferralStep } from '@lotse/referral/model';

const separator = ' · ';
const withReason: readonly string[] = ['decline', 'withdraw'];

/** What was noted with a step: a coded reason first where the act has one, then what was written. */
export function noteOf({ act, note }: Pick<ReferralStep, 'act' | 'note'>): { reason?: string; text: string } {
  if (note === null || note === '') return { text: '' };
  const [first = '', ...rest] = note.split(separator);
  return withReason.includes(act) && /^[a-z_]+$/.test(first) ? { reason: first, text: rest.join(separator) } : { text: note };
}
