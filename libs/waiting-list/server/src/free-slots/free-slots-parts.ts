import { PublishSlot } from './publish-slot';
import { ReadFreeSlots } from './read-free-slots';
import { WhoWouldFit } from './who-would-fit';

/** What is done with free slots that fit nobody on their own list. */
export const freeSlotsParts = [ReadFreeSlots, PublishSlot, WhoWouldFit];
