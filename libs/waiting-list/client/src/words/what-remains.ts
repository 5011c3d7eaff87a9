import type { Text } from '@lotse/client-kit/ui';
import type { SlotOffer } from '@lotse/waiting-list/model';

/** What somebody keeps whatever becomes of an offer: the appointment it was to replace, else the place on the list and the time waited. */
export const whatRemains = (t: Text, { staysUntilAccepted }: Pick<SlotOffer, 'staysUntilAccepted'>): string =>
  t(`waitingList.answer.remains.${staysUntilAccepted ? 'appointment' : 'place'}`);
