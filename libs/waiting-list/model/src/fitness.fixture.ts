import { nothingKnown, type Fitness, type SlotToFit } from './fitness';

/** A Monday morning in Berlin, before the clocks change. */
export const now = new Date('2026-03-02T09:00:00Z');
const hour = 3_600_000;
export const inHours = (hours: number): Date => new Date(now.getTime() + hours * hour);

/** Friday the 6th, 14:00 to 14:50. */
export const slot: SlotToFit = {
  serviceId: 'outpatients',
  scheduleId: 'dr-weber',
  startsAt: inHours(100),
  endsAt: inHours(100 + 50 / 60),
  mode: 'on_site',
  languages: ['de', 'en'],
  clinicianSex: 'female',
  ageFrom: 18,
  ageTo: 64,
  insurances: null,
};

/** Somebody who fits it. */
export const somebody: Fitness = {
  ...nothingKnown,
  state: 'waiting',
  shortNotice: false,
  minimumNoticeHours: 24,
  hadThisSlotOffered: false,
  serviceIds: ['outpatients'],
};

/** The slot at another time of the same length. */
export const slotAt = (startsAt: Date, minutes = 50): SlotToFit => ({
  ...slot,
  startsAt,
  endsAt: new Date(startsAt.getTime() + minutes * 60_000),
});
