import { intakeAt } from '../county/organisations';
import { serviceOf } from '../county/services';
import type { Chance } from '../random';
import type { WorkingTime } from '../working-time';
import type { CalendarStory } from './calendars';
import type { Deed } from './deed';
import type { SlotBook } from './slot-book';

const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));

/** Plans the slots of a service that nobody was offered: the next two weeks have open ones. */
export function planCalendar({ service, open, unused, cancelled }: CalendarStory, book: SlotBook, luck: Chance, time: WorkingTime): Deed[] {
  const by = intakeAt(serviceOf(service).organisation);
  const opened = (minutes: number) => ({ at: time.minutesAgo(minutes), by });
  return [
    ...times(open, (index): Deed => ({
      ...book.slot(service, 1 + Math.floor((index * 9) / open), false),
      ...opened(luck.between(60, 1600)),
    })),
    ...times(unused, (): Deed => ({ ...book.slot(service, -luck.whole(3, 8), true), ...opened(luck.between(6500, 7500)) })),
    ...times(cancelled, (): Deed[] => {
      const slot = book.slot(service, luck.whole(2, 8), false);
      return [
        { ...slot, ...opened(luck.between(2000, 3000)) },
        { kind: 'cancelSlot', ...opened(luck.between(300, 1500)), slot: slot.slot, reason: 'clinic_cancelled' },
      ];
    }).flat(),
  ];
}
