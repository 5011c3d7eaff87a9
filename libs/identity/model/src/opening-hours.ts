import * as z from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** One stretch of a weekday (1 is Monday) in which somebody is there. */
export const openStretchSchema = z
  .strictObject({ weekday: z.number().int().min(1).max(7), from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'ends-before-it-begins' });
export type OpenStretch = z.output<typeof openStretchSchema>;

/** When an organisation can be reached in a week; public holidays are closed. At least once, or nobody could ever answer. */
export const openingHoursSchema = z.array(openStretchSchema).min(1).max(21);
export type OpeningHours = z.output<typeof openingHoursSchema>;

/** Monday to Friday, eight to six. */
export const usualOpeningHours: OpeningHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' }));
