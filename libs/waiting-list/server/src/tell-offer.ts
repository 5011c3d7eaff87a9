import type { Transaction } from '@lotse/server-kit/database';
import type { OfferEvent } from '@lotse/waiting-list/model';
import type { LockedOffer } from './offers';

/** What every event of an offer names. */
export const payloadOf = ({ offer, slot }: Pick<LockedOffer, 'offer' | 'slot'>): OfferEvent => ({
  offerId: offer.id,
  slotId: slot.id,
  serviceId: slot.serviceId,
  referralId: offer.referralId,
  referrerOrganisationId: offer.referrerOrganisationId,
  recipientOrganisationId: offer.organisationId,
});

/** Leaves the trace of an act on an offer and tells both organisations. */
export function tellOffer(
  transaction: Transaction,
  what: { verb: string; event: string; version: number; personId: string; payload: OfferEvent },
): void {
  const { offerId, recipientOrganisationId, referrerOrganisationId } = what.payload;
  const isByStaff = !transaction.actor.roles.includes('system');
  transaction.record({ kind: 'act', verb: what.verb, subject: 'offer', subjectId: offerId, personId: what.personId });
  transaction.tell({
    name: what.event,
    subject: 'offer',
    subjectId: offerId,
    version: what.version,
    audience: [recipientOrganisationId, referrerOrganisationId],
    payload: { ...what.payload, ...(isByStaff ? { doneBy: transaction.actor.organisationId } : {}) },
  });
}
