import type { Problem } from '@lotse/kernel';
import { refusedSettingDeadline } from './deadline.contracts';
import type { ReferralState } from './referral.lifecycle';
import { noOutcomeYet, noRiskReviewOpen, notYourTurn } from './referral.problems';
import type { Parties } from './referral.rules';

/** What is done beside the life: it changes no state and stands in the history. Deadlines are set by either side, the rest is the receiver's. */
export const besideActs = ['review_risk', 'chase_outcome', 'amend_outcome', 'set_deadline'] as const;
export type BesideAct = (typeof besideActs)[number];

interface Facts extends Parties {
  state: ReferralState;
  riskReviewOpen: boolean;
}

/** Why something beside the life is off. */
export function refusedBeside(act: BesideAct, facts: Facts, organisationId: string): Problem | undefined {
  if (act === 'set_deadline') return refusedSettingDeadline(facts.state);
  // Nobody else is left to look at the risk once the receiver may no longer see the referral.
  const isAlone = act === 'review_risk' && !facts.recipientSees;
  if ((isAlone ? facts.referrerOrganisationId : facts.recipientOrganisationId) !== organisationId) return notYourTurn();
  if (act === 'review_risk') return facts.riskReviewOpen ? undefined : noRiskReviewOpen();
  return facts.state === 'outcome_sent' ? undefined : noOutcomeYet();
}
