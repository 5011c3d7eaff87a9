import type { AdviceAct, AdviceState } from './advice.lifecycle';

/** Something happened with an enquiry at one service. Identifiers and the act, never content. */
export const adviceMoved = 'AdviceMoved';

export interface AdviceMoved {
  adviceId: string;
  enquiryId: string;
  reference: string;
  act: AdviceAct | 'ask';
  to: AdviceState;
  askerOrganisationId: string;
  providerOrganisationId: string;
}
