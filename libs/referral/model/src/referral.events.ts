/** Events of this domain: names in the past tense, payloads carry identifiers, the act and the states, never content. */
export const referralMoved = 'ReferralMoved';

export interface ReferralMoved {
  referralId: string;
  act: string;
  from: string | null;
  to: string;
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
}
