/** Events of this domain: names in the past tense, payloads carry identifiers, the act and the states, never content. */
export const referralMoved = 'ReferralMoved';
/** One side arranged who works on a referral, or put it aside; only its own screens hear of it. */
export const deskChanged = 'DeskChanged';

/** The event of a step carries the id of the step, so that whoever is told later can ask whether it still stands. */
export interface ReferralMoved {
  referralId: string;
  act: string;
  from: string | null;
  to: string;
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
  /** Of an `undo`: the act that was taken back, and its step. */
  undid?: { act: string; stepId: string };
  /** It is the answer to an offer, which tells about itself. */
  wasOffered?: true;
}
