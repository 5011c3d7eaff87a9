import { referralLifecycle, type Referral } from '@lotse/referral/model';
import type { Answers } from '../acts/act-fields';

/** What somebody proposed, as the form of the return says it. */
export interface ProposedReturnAnswers {
  readonly act: 'decline' | 'hand_back';
  readonly answers: Answers;
  readonly byName: string;
  readonly at: string;
}

/** The return without anything instead that waits for a second person; a step that moved the referral since has overtaken it. */
export function proposedReturnOf({ state, steps }: Pick<Referral, 'state' | 'steps'>): ProposedReturnAnswers | undefined {
  const act = (['decline', 'hand_back'] as const).find((one) => referralLifecycle.allows(state, one));
  const at = steps.findLastIndex((step) => step.act === 'decline_proposed' && !step.undone);
  const proposed = steps[at];
  if (!act || !proposed?.note || steps.slice(at + 1).some(({ fromState, toState }) => fromState !== toState)) return undefined;
  const [reason = '', ...said] = proposed.note.split(' · ');
  const comment = said.slice(0, -1).join(' · ');
  const answers = { reason, way: 'none', wayForward: said.at(-1) ?? '', ...(comment ? { comment } : {}) };
  return { act, answers, byName: proposed.staffName, at: proposed.at };
}
