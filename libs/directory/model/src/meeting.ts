import * as z from 'zod';

/** How somebody and a service meet: on site, by video, by phone, or at the person's home. */
export const meetingModeSchema = z.enum(['on_site', 'video', 'phone', 'home_visit']);
export type MeetingMode = z.output<typeof meetingModeSchema>;
