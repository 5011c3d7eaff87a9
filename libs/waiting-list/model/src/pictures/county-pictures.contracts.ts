import { calendarDaySchema, endpoint, idSchema, permissions } from '@lotse/kernel';
import { urgencySchema } from '@lotse/region/model';
import * as z from 'zod';

export const countyPicturePermissions = permissions('countyPicture', 'read');

const count = z.number().int();
/** Null where it is small: below five nothing is said. */
const shownCount = count.nullable();
const figure = z.number().nullable();
const service = { serviceId: idSchema, serviceName: z.string(), organisationName: z.string() };

const countyAgingSchema = z.object({
  /** Everybody who waits in the county; null when they are too few. */
  waiting: shownCount,
  overdue: shownCount,
  bands: z.array(
    z.object({
      band: count,
      urgency: urgencySchema,
      services: z.array(z.object({ ...service, waiting: count, overdue: shownCount, medianDays: z.number(), medianShare: z.number() })),
    }),
  ),
  /** Services and bands with small numbers, together. */
  others: z.object({ groups: count, waiting: count }).nullable(),
});
export type CountyAging = z.output<typeof countyAgingSchema>;

export const readCountyAging = endpoint({
  method: 'GET',
  path: 'county-pictures/aging',
  summary:
    'How long those who wait in the county have waited against their target, by band and service: medians and counts, without small numbers.',
  may: countyPicturePermissions.read,
  response: countyAgingSchema,
});

const sideSchema = z.object({
  people: shownCount,
  median: figure,
  p95: figure,
  /** So many waited from `index` times the width of a bar to one width more; null where the number is kept back. */
  counts: z.array(shownCount),
  /** Bars that are kept back, and how many people are in them together. */
  hidden: z.object({ bars: count, people: count }).nullable(),
});
export type CountyWaitsSide = z.output<typeof sideSchema>;
const ofService = z.object({ median: z.number(), p95: figure }).nullable();

export const readCountyWaits = endpoint({
  method: 'GET',
  path: 'county-pictures/waits',
  summary:
    'How long people wait in the county, and how long those waited who were seen in the last year; by week, and median and p95 by service.',
  may: countyPicturePermissions.read,
  response: z.object({
    widthDays: count,
    waiting: sideSchema,
    ended: sideSchema,
    /** Null for a side with fewer than five people; p95 from twenty people on. */
    services: z.array(z.object({ ...service, waiting: ofService, ended: ofService })),
  }),
});

const countyFunnelSchema = z.object({
  free: shownCount,
  offered: shownCount,
  confirmed: shownCount,
  attended: shownCount,
  direct: shownCount,
  toCome: shownCount,
  offers: shownCount,
  minutesToOffer: figure,
  minutesToConfirm: figure,
  minutesFreeToConfirmed: figure,
  daysToAppointment: figure,
});
export type CountyFunnel = z.output<typeof countyFunnelSchema>;

export const readCountyFunnel = endpoint({
  method: 'GET',
  path: 'county-pictures/funnel',
  summary: 'What became of the slots that were free in the county in the last 90 days, without small numbers.',
  may: countyPicturePermissions.read,
  response: countyFunnelSchema,
});

const slotDaySchema = z.object({ day: z.iso.date(), free: count, held: count, taken: count, blocked: count });
export type SlotDay = z.output<typeof slotDaySchema>;

export const readCountySlotWeek = endpoint({
  method: 'GET',
  path: 'county-pictures/slot-week',
  summary: 'The slots of a week in the county by service and day: free, held, taken, blocked. Slots lead to nobody.',
  may: countyPicturePermissions.read,
  query: z.strictObject({ week: calendarDaySchema.optional() }),
  response: z.object({
    /** The Monday. */
    from: z.iso.date(),
    services: z.array(z.object({ ...service, days: z.array(slotDaySchema) })),
  }),
});
