import { idSchema } from '@lotse/kernel';
import { hiddenPartsSchema, notAboutThePerson, ofPart } from '@lotse/people/model';
import * as z from 'zod';

/** How near two places have to be for one way to do for both. */
export const sameTripWithinKm = 5;

/**
 * Somebody who fits is near the slot on the same day anyway. It is shown, and a reason to go out of turn that can be justified; it puts nobody
 * before anybody else.
 */
export const sameTripSchema = z.object({
  entryId: idSchema,
  /** Whether it is their own appointment, or one of somebody of their household. */
  whose: z.enum(['own', 'household']),
  startsAt: ofPart('appointments', z.iso.datetime()),
  place: notAboutThePerson(z.string()),
  hidden: hiddenPartsSchema,
});
export type SameTrip = z.output<typeof sameTripSchema>;
