import type { IconName } from '@lotse/client-kit/ui';

/** A place in the rail, for those who hold one of the permissions (everybody when there are none). */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** The line below it on the start page. */
  readonly note?: string;
  readonly icon: IconName;
  readonly permissions: readonly string[];
}

/** All places, in the order of the rail. */
export const places: readonly Place[] = [
  { path: '/start', label: 'frame.place.start', icon: 'house', permissions: [] },
  {
    path: '/eingang',
    label: 'frame.place.inbox',
    note: 'frame.place.inboxNote',
    icon: 'inbox',
    permissions: ['referral.accept', 'referral.acknowledge'],
  },
  {
    path: '/zuweisungen',
    label: 'frame.place.referrals',
    note: 'frame.place.referralsNote',
    icon: 'send',
    permissions: ['referral.create'],
  },
  {
    path: '/warteliste',
    label: 'frame.place.waitingList',
    note: 'frame.place.waitingListNote',
    icon: 'list-ordered',
    permissions: ['waitingList.read'],
  },
  {
    path: '/termine',
    label: 'frame.place.calendar',
    note: 'frame.place.calendarNote',
    icon: 'calendar-days',
    permissions: ['calendar.read'],
  },
  {
    path: '/angebote',
    label: 'frame.place.offers',
    note: 'frame.place.offersNote',
    icon: 'hand-helping',
    permissions: ['waitingList.readOffers'],
  },
  {
    path: '/verzeichnis',
    label: 'frame.place.directory',
    note: 'frame.place.directoryNote',
    icon: 'book-open',
    permissions: ['directory.read'],
  },
];

/** The places that somebody may go to. */
export function placesFor(may: (permission: string) => boolean): Place[] {
  return places.filter(({ permissions }) => permissions.length === 0 || permissions.some(may));
}

/** How many entries the phone's bar has beside "Mehr". */
const inBar = 4;

/** What stands in the phone's bar, and what goes behind "Mehr". */
export function splitForPhone(all: readonly Place[]): { bar: readonly Place[]; rest: readonly Place[] } {
  return all.length <= inBar + 1 ? { bar: all, rest: [] } : { bar: all.slice(0, inBar), rest: all.slice(inBar) };
}
