import { idSchema, notFound, permissions } from '@lotse/kernel';
import { move } from '@lotse/referral/model';
import * as z from 'zod';
import { offerDeclineReasonSchema } from './slot-offer';
import { declineCommentMissing, nobodyAnswersInTime, offerSuperseded, unknownDeclineReason, whichDate } from './round.rules';
import { entryNotWaiting, entryOfOtherService, notNextInLine, offerAnswered, offerExpired, offerInPast, slotGone } from './offering.rules';

const may = { ...permissions('referral', 'book', 'reschedule'), ...permissions('waitingList', 'offerSlot', 'answerOffer') };
const slot = z.strictObject({ slotId: idSchema });

export const bookSlot = move('book', may.book, 'Book a free slot of the own calendar.', slot, [notFound, slotGone, offerInPast]);

export const rescheduleSlot = move(
  'reschedule',
  may.reschedule,
  'Give another slot instead of the one that was booked; both or neither. When the person has to be asked first it is offered to them, and theirs stays until they accept.',
  z.strictObject({ ...slot.shape, agreed: z.enum(['agreed', 'ask']).default('agreed') }),
  [notFound, slotGone, offerInPast, entryNotWaiting, nobodyAnswersInTime],
);

export const offerToReferral = move(
  'offer',
  may.offerSlot,
  'Offer a free slot to the person of this referral; out of turn with a reason.',
  z.strictObject({ slotId: idSchema, outOfTurnReason: z.string().trim().min(5).max(300).optional() }),
  [notFound, slotGone, offerInPast, entryNotWaiting, entryOfOtherService, notNextInLine, nobodyAnswersInTime],
);

export const acceptOfferOfReferral = move(
  'accept-offer',
  may.answerOffer,
  'The person takes the slot that is offered.',
  z.strictObject({ slotId: idSchema.optional() }),
  [offerExpired, offerAnswered, offerSuperseded, whichDate],
);

export const endOfferOfReferral = move(
  'end-offer',
  may.answerOffer,
  'The person does not take the slot. Nobody loses a place by it.',
  z.strictObject({
    reason: offerDeclineReasonSchema,
    comment: z.string().trim().min(1).max(500).optional(),
    personReached: z.boolean().default(false),
  }),
  [offerExpired, offerAnswered, offerSuperseded, unknownDeclineReason, declineCommentMissing],
);
