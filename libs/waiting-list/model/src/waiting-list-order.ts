import { several } from '@lotse/referral/model';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';

/**
 * How a waiting list can be looked at. `rank` is the order in which slots are offered, whatever somebody looks at; `received`: who has waited
 * longest; `target`: whose target time is reached first; `name`; `checked`: who was confirmed longest ago. `-` turns it round.
 */
export const waitingSortSchema = z.enum(['rank', 'received', '-received', 'target', '-target', 'name', '-name', 'checked', '-checked']);
export type WaitingSort = z.output<typeof waitingSortSchema>;

/** What a waiting list can be cut down to. */
export const waitingFilters = {
  /** Urgencies, separated by commas. */
  urgency: several(urgencySchema.exclude(['emergency'])).optional(),
  /** Whether they are in a pause today. */
  paused: z.enum(['true', 'false']).optional(),
  /** The beginning of a name, family name or given name first, or of the number of a referral. */
  text: z.string().trim().max(100).optional(),
  /** `unchecked`: nobody has confirmed for long that the place is still needed; `asked`: somebody is being asked, or is to decide. */
  checks: z.enum(['unchecked', 'asked']).optional(),
};

/** Beyond so many nobody counts ranks: in another order, or where a list is cut down, such a rank is not known. */
export const ranksKnown = 1_000;
