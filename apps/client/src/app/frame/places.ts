import type { IconName } from '@lotse/client-kit/ui';
import { administrationPermissions } from '../administration/administration-pages';

/** A place in the rail, for those who hold one of the permissions (everybody when there are none). */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** The line below it on the start page. */
  readonly note?: string;
  readonly icon: IconName;
  readonly permissions: readonly string[];
  /** The letter that leads there after `g`. */
  readonly letter: string;
}

/** All places, in the order of the rail. */
export const places: readonly Place[] = [
  { path: '/start', label: 'frame.place.start', icon: 'house', permissions: [], letter: 's' },
  {
    path: '/aufgaben',
    label: 'frame.place.tasks',
    note: 'frame.place.tasksNote',
    icon: 'list-checks',
    permissions: ['task.read'],
    letter: 'u',
  },
  {
    path: '/eingang',
    label: 'frame.place.inbox',
    note: 'frame.place.inboxNote',
    icon: 'inbox',
    permissions: ['referral.accept', 'referral.acknowledge'],
    letter: 'e',
  },
  {
    path: '/zuweisungen',
    label: 'frame.place.referrals',
    note: 'frame.place.referralsNote',
    icon: 'send',
    permissions: ['referral.create'],
    letter: 'z',
  },
  {
    path: '/anfragen',
    label: 'frame.place.enquiries',
    note: 'frame.place.enquiriesNote',
    icon: 'message-circle',
    permissions: ['advice.read'],
    letter: 'f',
  },
  {
    path: '/warteliste',
    label: 'frame.place.waitingList',
    note: 'frame.place.waitingListNote',
    icon: 'list-ordered',
    permissions: ['waitingList.read'],
    letter: 'w',
  },
  {
    path: '/termine',
    label: 'frame.place.calendar',
    note: 'frame.place.calendarNote',
    icon: 'calendar-days',
    permissions: ['calendar.read'],
    letter: 'k',
  },
  {
    path: '/angebote',
    label: 'frame.place.offers',
    note: 'frame.place.offersNote',
    icon: 'hand-helping',
    permissions: ['waitingList.readOffers'],
    letter: 'a',
  },
  {
    path: '/freie-plaetze',
    label: 'frame.place.freeSlots',
    note: 'frame.place.freeSlotsNote',
    icon: 'calendar-plus',
    permissions: ['freeSlot.read'],
    letter: 'p',
  },
  {
    path: '/auswertung',
    label: 'frame.place.evaluation',
    note: 'frame.place.evaluationNote',
    icon: 'columns-3',
    permissions: ['countyPicture.read'],
    letter: 'b',
  },
  {
    path: '/verzeichnis',
    label: 'frame.place.directory',
    note: 'frame.place.directoryNote',
    icon: 'book-open',
    permissions: ['directory.read'],
    letter: 'v',
  },
  {
    path: '/verwaltung',
    label: 'frame.place.administration',
    note: 'frame.place.administrationNote',
    icon: 'building',
    permissions: administrationPermissions,
    letter: 'r',
  },
];

/** Places that are not in the rail: they have a way of their own in the top bar or the account's menu. */
export const otherPlaces: readonly Place[] = [
  { path: '/mitteilungen', label: 'frame.place.notices', icon: 'bell', permissions: ['notification.read'], letter: 'm' },
  { path: '/notfall', label: 'frame.place.emergency', icon: 'siren', permissions: ['breakGlass.open'], letter: 'o' },
  { path: '/einstellungen', label: 'frame.place.settings', icon: 'settings', permissions: [], letter: 'n' },
  { path: '/vertretungen', label: 'frame.place.deputies', icon: 'users', permissions: ['deputyship.arrange'], letter: 't' },
  { path: '/hilfe', label: 'frame.place.help', icon: 'life-buoy', permissions: [], letter: 'h' },
];

const isFor = (may: (permission: string) => boolean) => (place: Place) => place.permissions.length === 0 || place.permissions.some(may);

/** The places of the rail that somebody may go to. */
export function placesFor(may: (permission: string) => boolean): Place[] {
  return places.filter(isFor(may));
}

/** Everywhere somebody may go. */
export function allPlacesFor(may: (permission: string) => boolean): Place[] {
  return [...places, ...otherPlaces].filter(isFor(may));
}

/** How many entries the phone's bar has beside "Mehr". */
const inBar = 4;

/** What stands in the phone's bar, and what goes behind "Mehr". */
export function splitForPhone(all: readonly Place[]): { bar: readonly Place[]; rest: readonly Place[] } {
  return all.length <= inBar + 1 ? { bar: all, rest: [] } : { bar: all.slice(0, inBar), rest: all.slice(inBar) };
}
