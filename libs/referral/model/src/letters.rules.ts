import type { LetterKind } from '@lotse/region/model';
import type { ReferralState } from './referral.lifecycle';

/** What decides which letters fit. */
export interface LetterFacts {
  side: 'referrer' | 'recipient';
  state: ReferralState;
  hasRecipient: boolean;
  /** The acts of the history that still stand. */
  acts: readonly string[];
}

const ended: readonly ReferralState[] = ['withdrawn', 'entered_in_error'];

/** Why each letter may be printed; the order is that in which they are shown. */
const fits: Readonly<Record<LetterKind, (facts: LetterFacts) => boolean>> = {
  referral: ({ state, hasRecipient }) => hasRecipient && state !== 'draft' && !ended.includes(state),
  discharge: ({ side, state, hasRecipient }) => side === 'referrer' && hasRecipient && state !== 'draft' && !ended.includes(state),
  release_form: ({ side, state }) => side === 'referrer' && !ended.includes(state),
  acknowledgement: ({ side, acts }) => side === 'recipient' && acts.includes('acknowledge'),
  decline: ({ side, acts }) => side === 'recipient' && (acts.includes('decline') || acts.includes('hand_back')),
  outcome: ({ side, acts }) => side === 'recipient' && (acts.includes('send_outcome') || acts.includes('interim_note')),
};

const inOrder = Object.keys(fits) as LetterKind[];

/** The letters that fit a referral as it is now, for one of its sides. */
export const lettersThatFit = (facts: LetterFacts): LetterKind[] => inOrder.filter((kind) => fits[kind](facts));
