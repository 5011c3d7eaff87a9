import { calendarDaySchema, idSchema, problem, wallClockSchema, type Problem } from '@lotse/kernel';
import { slotModeSchema } from '@lotse/calendar/model';
import { travelMeansSchema } from '@lotse/region/model';
import * as z from 'zod';

/** A stretch of every week in which somebody can be there; 1 is Monday, 7 is Sunday. */
export const availabilityWindowSchema = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  from: wallClockSchema,
  to: wallClockSchema,
});
export type AvailabilityWindow = z.output<typeof availabilityWindowSchema>;

/** In which language, and whether somebody who interprets will do. */
export const languageWishSchema = z.strictObject({ code: z.string().regex(/^[a-z]{2,3}$/), orInterpreter: z.boolean() });

/** How somebody gets there, and how far at most; what is null sets no limit. */
export const travelWishSchema = z.strictObject({
  means: travelMeansSchema.nullable(),
  maxMinutes: z.number().int().min(5).max(300).nullable(),
  maxKm: z.number().int().min(1).max(300).nullable(),
});

/** What somebody on a waiting list can come to. Whatever is left open is no wish: it keeps nobody from a slot. */
export const wishesSchema = z.strictObject({
  /** None: any time. */
  windows: z.array(availabilityWindowSchema).max(28),
  /** From this day on. */
  notBefore: calendarDaySchema.nullable(),
  /** None: any way. */
  modes: z.array(slotModeSchema).max(4),
  language: languageWishSchema.nullable(),
  /** By whom they want to be seen; a slot of which that is not known does not fit. */
  clinicianSex: z.enum(['female', 'male', 'diverse']).nullable(),
  /** Schedules that are not to be theirs. */
  excludedSchedules: z.array(idSchema).max(20),
  travel: travelWishSchema.nullable(),
});
export type Wishes = z.output<typeof wishesSchema>;

export const windowEndsBeforeItBegins = problem('window-ends-before-it-begins', 422, 'A window ends after it begins.', 'wishes.windows');

/** Why wishes cannot be kept as they were written. */
export const refusedWishes = ({ windows }: Wishes): Problem | undefined =>
  windows.some(({ from, to }) => from >= to) ? windowEndsBeforeItBegins() : undefined;

/** Somebody who comes to anything. */
export const noWishes: Wishes = {
  windows: [],
  notBefore: null,
  modes: [],
  language: null,
  clinicianSex: null,
  excludedSchedules: [],
  travel: null,
};

/** Wishes as they were kept: what was added to them since is left open. */
export const wishesOf = (kept: object): Wishes => ({ ...noWishes, ...kept });

/** What a referral says that is a wish for appointments as well; only what the reader was given of it. */
interface SaidInReferral {
  interpreter: string | null;
  travel: { means: string | null; radiusKm: number | null } | null;
}

const meansOfReferral = { on_foot: 'on_foot', public_transport: 'bus', car: 'car', is_driven: 'is_fetched' } as const;

/** Takes over what the referrer wrote. An interpreter is an offer to the person, and keeps them from no slot. */
export function wishesFromReferral({ interpreter, travel }: SaidInReferral): Wishes {
  return {
    ...noWishes,
    modes: travel?.means === 'cannot_travel' ? ['video', 'phone', 'home_visit'] : [],
    language: languageOf(interpreter),
    travel: travelOf(travel),
  };
}

function languageOf(interpreter: string | null): Wishes['language'] {
  const code = interpreter?.toLowerCase().slice(0, 2) ?? '';
  return /^[a-z]{2}$/.test(code) ? { code, orInterpreter: true } : null;
}

function travelOf(said: SaidInReferral['travel']): Wishes['travel'] {
  const means = meansOfReferral[said?.means as keyof typeof meansOfReferral] ?? null;
  const maxKm = said?.radiusKm ?? null;
  return means || maxKm ? { means, maxMinutes: null, maxKm } : null;
}
