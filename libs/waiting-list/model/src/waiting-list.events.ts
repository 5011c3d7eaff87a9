/** Events of this domain: payloads carry identifiers only. */
export const slotOffered = 'SlotOffered';
export const offerAccepted = 'OfferAccepted';
/** An offer ended without an appointment: declined, expired or withdrawn. */
export const offerEnded = 'OfferEnded';

export interface OfferEvent {
  offerId: string;
  slotId: string;
  serviceId: string;
  referralId: string;
  referrerOrganisationId: string;
  recipientOrganisationId: string;
  /** How the offer ended; absent while it runs. */
  how?: string;
  /** Whether the next person is to be offered the slot without anybody asking. */
  cascade?: boolean;
}
