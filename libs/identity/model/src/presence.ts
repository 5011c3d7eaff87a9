import { endpoint, idSchema, permissions } from '@lotse/kernel';
import * as z from 'zod';

export const presencePermissions = permissions('presence', 'read', 'tell');

/** Kinds of things that two people must not work on without knowing of each other. */
export const presenceSubjectSchema = z.enum(['referral']);
export type PresenceSubject = z.output<typeof presenceSubjectSchema>;

/** What a colleague does at the moment: `editing` when they write something about it. */
export const doingSchema = z.enum(['looking', 'editing']);
export type Doing = z.output<typeof doingSchema>;

/** A colleague at something. It ends by itself a little while after the last sign of life. */
export const presenceSchema = z.object({ subjectId: idSchema, staffId: idSchema, displayName: z.string(), doing: doingSchema });
export type ColleaguePresence = z.output<typeof presenceSchema>;

/** Without a sign of life for so long, somebody is no longer there. A screen gives a sign every third of it. */
export const presenceSeconds = 45;

/** What open screens are told when a colleague comes, goes or begins to write. The subject of the change is `presence`. */
export const presenceChanged = 'PresenceChanged';

export const tellPresence = endpoint({
  method: 'POST',
  path: 'presence',
  summary: 'Say that one looks at something, writes about it, or has left it. Repeated every 15 seconds while it lasts.',
  may: presencePermissions.tell,
  body: z.strictObject({ subject: presenceSubjectSchema, id: idSchema, doing: z.enum([...doingSchema.options, 'left']) }),
  response: z.object({ told: z.literal(true) }),
  repeatable: true,
});

export const readPresence = endpoint({
  method: 'GET',
  path: 'presence',
  summary: 'Colleagues of the own organisation who are at something right now; never oneself, never another organisation.',
  may: presencePermissions.read,
  query: z.strictObject({ subject: presenceSubjectSchema }),
  response: z.object({ items: z.array(presenceSchema) }),
});
