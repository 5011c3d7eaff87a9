import { endpoint } from '@lotse/kernel';
import * as z from 'zod';

/** How somebody wants Lotse to look and to be handled. Follows them from browser to browser; nothing in it leads to a person. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['de', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['auto', 'normal', 'compact', 'touch']),
  /** Whether single letters act in lists (WCAG 2.1.4: they can be switched off). */
  singleKeys: z.boolean(),
  /** Letters somebody chose for acts instead of the usual ones: act -> letter. */
  keyOverrides: z
    .record(z.string().regex(/^[a-zA-Z]{1,30}$/), z.string().regex(/^\p{L}$/u))
    .refine((overrides) => Object.keys(overrides).length <= 60, { params: { code: 'too-many' } }),
  /** How long a message with an undo stays: seconds, or 0 for until it is closed. */
  toastSeconds: z.union([z.literal(10), z.literal(20), z.literal(0)]),
});
export type PreferenceValues = z.output<typeof preferencesSchema>;

export const readPreferences = endpoint({
  method: 'GET',
  path: 'preferences',
  summary: 'How the signed-in person wants Lotse to look and to be handled; null as long as they never changed anything.',
  may: 'signed-in',
  response: z.object({ preferences: preferencesSchema.nullable() }),
});

export const changePreferences = endpoint({
  method: 'PUT',
  path: 'preferences',
  summary: 'Keep the preferences of the signed-in person, all of them at once.',
  may: 'signed-in',
  body: preferencesSchema,
  response: z.object({ preferences: preferencesSchema }),
  repeatable: true,
});
