import type { ListStory } from './plan-offers';

/** Slots nobody has been offered yet, some that passed unused, some that were taken out of the calendar. */
export interface CalendarStory {
  service: string;
  open: number;
  unused: number;
  cancelled: number;
}

/** What has come of the slots of the services that give out appointments. */
export const lists: readonly ListStory[] = [
  { service: 'pia', past: 2, withdrawn: 1, others: 2 },
  { service: 'tagesklinik', past: 0, withdrawn: 0, others: 1 },
  { service: 'pia_rheinfelden', past: 1, withdrawn: 1, others: 1 },
  { service: 'psychosomatik', past: 0, withdrawn: 0, others: 1 },
  { service: 'facharzt', past: 0, withdrawn: 0, others: 1 },
  { service: 'verhaltenstherapie', past: 0, withdrawn: 0, others: 1 },
  { service: 'traumatherapie', past: 0, withdrawn: 0, others: 1 },
  { service: 'junge_erwachsene', past: 0, withdrawn: 0, others: 1 },
  { service: 'pia_waldshut', past: 1, withdrawn: 0, others: 1 },
  { service: 'tagesklinik_waldshut', past: 0, withdrawn: 0, others: 1 },
];

export const calendars: readonly CalendarStory[] = [
  { service: 'pia', open: 10, unused: 2, cancelled: 2 },
  { service: 'tagesklinik', open: 3, unused: 1, cancelled: 0 },
  { service: 'pia_rheinfelden', open: 4, unused: 1, cancelled: 1 },
  { service: 'psychosomatik', open: 2, unused: 0, cancelled: 0 },
  { service: 'facharzt', open: 3, unused: 1, cancelled: 0 },
  { service: 'verhaltenstherapie', open: 2, unused: 0, cancelled: 0 },
  { service: 'traumatherapie', open: 1, unused: 0, cancelled: 1 },
  { service: 'junge_erwachsene', open: 1, unused: 0, cancelled: 0 },
  { service: 'pia_waldshut', open: 4, unused: 1, cancelled: 1 },
  { service: 'tagesklinik_waldshut', open: 2, unused: 0, cancelled: 0 },
];

/** The clinics that offer a slot just now, and to how many. */
export const offeredNow = ['tagesklinik', 'pia_rheinfelden', 'pia_waldshut'] as const;
