import { calendarDaySchema, endpoint, idSchema, notFound, problem, wallClockSchema } from '@lotse/kernel';
import * as z from 'zod';
import { calendarPermissions, slotOverlaps, slotTaken, unknownSchedule } from './calendar.contracts';
import { seriesDaySchema, seriesSchema, writtenSeriesSchema } from './series';

export const seriesEmpty = problem('series-empty', 422, 'No day of this series can be given out. Look at the days and the times.', 'rule');
export const seriesDayUnknown = problem('series-day-unknown', 422, 'The series has nothing on that day.', 'day');

const byId = z.strictObject({ id: idSchema });

export const readSeries = endpoint({
  method: 'GET',
  path: 'slot-series',
  summary: 'Time that recurs in the schedules of the own organisation.',
  may: calendarPermissions.read,
  response: z.object({ items: z.array(seriesSchema) }),
});

export const previewSeries = endpoint({
  method: 'POST',
  path: 'slot-series/preview',
  summary:
    'What a series would become in the weeks ahead: which days are made, which are holidays, which clash and with what. Nothing is kept.',
  may: calendarPermissions.openSlot,
  body: z.strictObject({
    series: writtenSeriesSchema,
    /** The series it would take the place of, from its first day on. */
    instead: idSchema.nullable().default(null),
  }),
  response: z.object({ days: z.array(seriesDaySchema), until: calendarDaySchema }),
  problems: [unknownSchedule],
  repeatable: true,
});

export const createSeries = endpoint({
  method: 'POST',
  status: 201,
  path: 'slot-series',
  summary: 'Begin a series. Its slots of the weeks ahead are made at once, the others as time goes on.',
  may: calendarPermissions.openSlot,
  body: writtenSeriesSchema,
  response: z.object({ series: seriesSchema, made: z.number().int(), days: z.array(seriesDaySchema) }),
  problems: [unknownSchedule, seriesEmpty, slotOverlaps],
});

/** What a change leaves behind: slots that somebody has or is offered stay as they are, and are named. */
const afterChange = z.object({
  series: seriesSchema,
  made: z.number().int(),
  cancelled: z.number().int(),
  kept: z.array(z.object({ id: idSchema, startsAt: z.iso.datetime(), endsAt: z.iso.datetime() })),
});

export const changeSeries = endpoint({
  method: 'POST',
  path: 'slot-series/:id/change',
  summary:
    'From its first day on, another series takes the place of this one. Free slots go with it; slots that are held or taken stay and are named.',
  may: calendarPermissions.openSlot,
  params: byId,
  body: writtenSeriesSchema,
  response: afterChange,
  problems: [notFound, unknownSchedule, seriesEmpty, slotOverlaps],
  versioned: true,
});

export const endSeries = endpoint({
  method: 'POST',
  path: 'slot-series/:id/end',
  summary: 'End a series from a day on. Free slots are cancelled; slots that are held or taken stay and are named.',
  may: calendarPermissions.cancelSlot,
  params: byId,
  body: z.strictObject({ from: calendarDaySchema }),
  response: afterChange,
  problems: [notFound],
  versioned: true,
});

export const exceptSeriesDay = endpoint({
  method: 'POST',
  path: 'slot-series/:id/exceptions',
  summary: 'Leave out one day of a series, or move it to another time; the others stay as they are.',
  may: calendarPermissions.openSlot,
  params: byId,
  body: z.strictObject({
    day: calendarDaySchema,
    /** Null leaves the day out. */
    movedTo: z.strictObject({ day: calendarDaySchema, startsAt: wallClockSchema }).nullable(),
  }),
  response: seriesSchema,
  problems: [notFound, seriesDayUnknown, slotTaken, slotOverlaps],
  versioned: true,
});
