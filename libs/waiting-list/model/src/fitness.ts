import { calendarDayOf, wallClockOf, weekdayOf } from '@lotse/kernel';
import type { SlotMode } from '@lotse/calendar/model';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';
import { pauseOn } from './pauses';
import { noWishes, type Wishes } from './wishes';

/** Why somebody on the list does not fit a slot, in the order they are checked. */
export const exclusionSchema = z.enum([
  'other_service',
  'has_running_offer',
  'suspended',
  'already_booked',
  'declined_this_slot',
  'release_ends',
  'paused',
  'cooling_off',
  'wants_to_leave',
  'notice_too_short',
  'age',
  'insurance',
  'clinician_excluded',
  'clinician_sex',
  'language',
  'mode',
  'not_yet',
  'outside_windows',
  'too_far',
  'comes_too_late',
  'no_way_back',
  'nobody_answers_in_time',
]);
export type Exclusion = z.output<typeof exclusionSchema>;

/** What of a slot decides who fits it. Plain values: it can be kept and looked at again. */
export interface SlotToFit {
  serviceId: string;
  scheduleId: string;
  startsAt: Date;
  endsAt: Date;
  mode: SlotMode;
  languages: readonly string[];
  clinicianSex: 'female' | 'male' | 'diverse' | null;
  ageFrom: number;
  ageTo: number | null;
  /** Which insurances the service may take; null for every one. */
  insurances: readonly string[] | null;
}

/** How somebody would get to a slot: `null` where it is not known. */
export interface Journey {
  minutes: number | null;
  km: number | null;
  /** Clock times between which the ride goes, where it does not go all day. */
  firstArrival: string | null;
  lastDeparture: string | null;
}

/**
 * What decides whether somebody fits a slot, as plain values. What is not known, because nobody wrote it or because it was not released,
 * is null and keeps nobody from a slot. Nothing in it names a person or a place.
 */
export interface Fitness {
  state: string;
  shortNotice: boolean;
  minimumNoticeHours: number;
  hadThisSlotOffered: boolean;
  /** Services they wait for: their own and those that would do as well. */
  serviceIds: readonly string[];
  wishes: Wishes;
  pauses: readonly { startsOn: string; endsOn: string | null }[];
  coolingOffUntil: string | null;
  /** Whether they asked to leave the list and nobody has decided about it yet. */
  wantsToLeave: boolean;
  /** In years, on the day of the slot. */
  age: number | null;
  insurance: string | null;
  /** The last day of the release under which they are known here; null for no end. */
  releaseUntil: string | null;
  /** Whether they have an appointment in the same service, or another one at the same time. */
  isBooked: boolean;
  journey: Journey | null;
}

/** Of somebody who wants nothing in particular, and of whom nothing is known that keeps them from a slot. */
export const nothingKnown: Omit<Fitness, 'state' | 'shortNotice' | 'minimumNoticeHours' | 'hadThisSlotOffered' | 'serviceIds'> = {
  wishes: noWishes,
  pauses: [],
  coolingOffUntil: null,
  wantsToLeave: false,
  age: null,
  insurance: null,
  releaseUntil: null,
  isBooked: false,
  journey: null,
};

const minute = 60_000;
const hour = 60 * minute;
export const shortNoticeBelow = 72 * hour;

type Check = (slot: SlotToFit, fitness: Fitness, now: Date) => boolean;

/** One rule for each reason; each looks at nothing the others have found. */
const checks: Readonly<Record<Exclusion, Check>> = {
  other_service: ({ serviceId }, { serviceIds }) => !serviceIds.includes(serviceId),
  has_running_offer: (_, { state }) => state === 'offered',
  suspended: (_, { state }) => state === 'suspended',
  already_booked: (_, { isBooked }) => isBooked,
  declined_this_slot: (_, { hadThisSlotOffered }) => hadThisSlotOffered,
  release_ends: ({ startsAt }, { releaseUntil }) => releaseUntil !== null && releaseUntil < calendarDayOf(startsAt),
  paused: ({ startsAt }, { pauses }) => pauseOn(pauses, calendarDayOf(startsAt)) !== undefined,
  cooling_off: (_, { coolingOffUntil }, now) => coolingOffUntil !== null && calendarDayOf(now) < coolingOffUntil,
  wants_to_leave: (_, { wantsToLeave }) => wantsToLeave,
  notice_too_short: ({ startsAt }, { shortNotice, minimumNoticeHours }, now) => {
    const notice = startsAt.getTime() - now.getTime();
    return notice < shortNoticeBelow && (!shortNotice || notice < minimumNoticeHours * hour);
  },
  age: ({ ageFrom, ageTo }, { age }) => age !== null && (age < ageFrom || (ageTo !== null && age > ageTo)),
  insurance: ({ insurances }, { insurance }) => insurances !== null && insurance !== null && !insurances.includes(insurance),
  clinician_excluded: ({ scheduleId }, { wishes }) => wishes.excludedSchedules.includes(scheduleId),
  clinician_sex: ({ clinicianSex }, { wishes }) => wishes.clinicianSex !== null && wishes.clinicianSex !== clinicianSex,
  language: ({ languages }, { wishes: { language } }) => language !== null && !language.orInterpreter && !languages.includes(language.code),
  mode: ({ mode }, { wishes }) => wishes.modes.length > 0 && !wishes.modes.includes(mode),
  not_yet: ({ startsAt }, { wishes }) => wishes.notBefore !== null && calendarDayOf(startsAt) < wishes.notBefore,
  outside_windows: isOutsideWindows,
  too_far: isTooFar,
  comes_too_late: comesTooLate,
  no_way_back: ({ mode, endsAt }, { journey }) =>
    mode === 'on_site' && journey !== null && journey.lastDeparture !== null && wallClockOf(endsAt) > journey.lastDeparture,
  // Whoever asks the practice when it is open knows it; nothing of the person decides it.
  nobody_answers_in_time: () => false,
};

/** Why a person does not fit a slot, or nothing when they do. */
export function excludedFrom(slot: SlotToFit, fitness: Fitness, now: Date): Exclusion | undefined {
  return exclusionSchema.options.find((why) => checks[why](slot, fitness, now));
}

/** All reasons, not only the first: for whoever looks at one person and one slot. */
export const allExclusions = (slot: SlotToFit, fitness: Fitness, now: Date): Exclusion[] =>
  exclusionSchema.options.filter((why) => checks[why](slot, fitness, now));

/** The whole slot lies in one window; what goes past midnight is in none. */
function isOutsideWindows({ startsAt, endsAt }: SlotToFit, { wishes: { windows } }: Fitness): boolean {
  if (windows.length === 0) return false;
  const day = calendarDayOf(startsAt);
  if (calendarDayOf(endsAt) !== day) return true;
  const [starts, ends] = [wallClockOf(startsAt), wallClockOf(endsAt)];
  return !windows.some(({ weekday, from, to }) => weekday === weekdayOf(day) && from <= starts && ends <= to);
}

/** Only who has to come there has a way to go. */
function isTooFar({ mode }: SlotToFit, { wishes: { travel }, journey }: Fitness): boolean {
  if (mode !== 'on_site' || !travel || !journey) return false;
  const isTooLong = travel.maxMinutes !== null && journey.minutes !== null && journey.minutes > travel.maxMinutes;
  return isTooLong || (travel.maxKm !== null && journey.km !== null && journey.km > travel.maxKm);
}

/** Who set off this minute would come too late; or nothing gets there so early in the day. */
function comesTooLate({ mode, startsAt }: SlotToFit, { journey }: Fitness, now: Date): boolean {
  if (mode !== 'on_site' || !journey) return false;
  if (journey.minutes !== null && now.getTime() + journey.minutes * minute > startsAt.getTime()) return true;
  return journey.firstArrival !== null && wallClockOf(startsAt) < journey.firstArrival;
}

/** The facts that a sentence "why not this person" names, besides the reason itself. */
export const exclusionFactsSchema = z.object({
  minutes: z.number().int().nullable(),
  km: z.number().int().nullable(),
  /** How many minutes, kilometres, hours or years it may be at most, or at least. */
  limit: z.number().int().nullable(),
  /** Until or from when. */
  day: z.iso.date().nullable(),
  clock: notAboutThePerson(
    z
      .string()
      .regex(/^[0-9]{2}:[0-9]{2}$/)
      .nullable(),
  ),
});
export type ExclusionFacts = z.output<typeof exclusionFactsSchema>;

const noFacts: ExclusionFacts = { minutes: null, km: null, limit: null, day: null, clock: null };

const factsOf: Partial<Record<Exclusion, (slot: SlotToFit, fitness: Fitness) => Partial<ExclusionFacts>>> = {
  release_ends: (_, { releaseUntil }) => ({ day: releaseUntil }),
  paused: ({ startsAt }, { pauses }) => ({ day: pauseOn(pauses, calendarDayOf(startsAt))?.endsOn ?? null }),
  cooling_off: (_, { coolingOffUntil }) => ({ day: coolingOffUntil }),
  notice_too_short: (_, { shortNotice, minimumNoticeHours }) => ({ limit: shortNotice ? minimumNoticeHours : null }),
  age: (_, { age }) => ({ limit: age }),
  not_yet: (_, { wishes }) => ({ day: wishes.notBefore }),
  too_far: (_, { wishes: { travel }, journey }) => {
    const isTooLong = travel?.maxMinutes != null && journey?.minutes != null && journey.minutes > travel.maxMinutes;
    return isTooLong
      ? { minutes: journey.minutes, limit: travel.maxMinutes }
      : { km: Math.round(journey?.km ?? 0), limit: travel?.maxKm ?? null };
  },
  comes_too_late: ({ startsAt }, { journey }) => {
    const isBeforeFirst = journey?.firstArrival != null && wallClockOf(startsAt) < journey.firstArrival;
    return isBeforeFirst ? { clock: journey.firstArrival } : { minutes: journey?.minutes ?? null };
  },
  no_way_back: (_, { journey }) => ({ clock: journey?.lastDeparture ?? null }),
};

/** What a sentence about an exclusion needs to know. */
export const exclusionFacts = (why: Exclusion, slot: SlotToFit, fitness: Fitness): ExclusionFacts => ({
  ...noFacts,
  ...factsOf[why]?.(slot, fitness),
});
