import { meetingModeSchema } from '@lotse/directory/model';
import { endpoint, idSchema, permissions } from '@lotse/kernel';
import { move } from '@lotse/referral/model';
import * as z from 'zod';

/**
 * The acts of a referral's life that need a slot. The waiting list and the calendar serve them and know referrals, not the other way round;
 * what a referral knows is the names of the acts and the little of a slot that one chooses by.
 */
const may = { ...permissions('referral', 'book', 'reschedule'), ...permissions('waitingList', 'offerSlot') };
const slot = z.strictObject({ slotId: idSchema });

export const bookSlot = move('book', may.book, 'Book a free slot.', slot);
export const rescheduleSlot = move(
  'reschedule',
  may.reschedule,
  'Give another slot, or offer it first.',
  z.strictObject({ ...slot.shape, agreed: z.string() }),
);
export const offerToReferral = move(
  'offer',
  may.offerSlot,
  'Offer a free slot.',
  z.strictObject({ slotId: idSchema, outOfTurnReason: z.string().optional() }),
);

/** Free slots of the own calendar. */
export const freeSlots = endpoint({
  method: 'GET',
  path: 'slots',
  summary: 'Free slots.',
  may: permissions('calendar', 'read').read,
  query: z.object({ from: z.string(), to: z.string(), state: z.string(), limit: z.number(), serviceId: z.string().optional() }),
  response: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        startsAt: z.string(),
        scheduleName: z.string(),
        mode: meetingModeSchema,
        municipalityName: z.string(),
        outreach: z.boolean(),
        serviceId: idSchema,
        serviceName: z.string(),
        groupId: idSchema,
        places: z.number(),
        version: z.number(),
      }),
    ),
  }),
});
