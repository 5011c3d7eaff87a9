import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';

/** How something came from somebody without an account. */
export const cameBySchema = z.enum(['fax', 'email', 'phone', 'post', 'handed_over']);
export type CameBy = z.output<typeof cameBySchema>;

/** Whose word a step was, where somebody else wrote it down or it came through a link. */
export const voiceSchema = z.object({
  saidBy: notAboutThePerson(z.string()),
  through: z.enum([...cameBySchema.options, 'link']),
  organisationName: notAboutThePerson(z.string()),
});
export type Voice = z.output<typeof voiceSchema>;
