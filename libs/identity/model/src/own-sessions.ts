import { endpoint, idSchema, notFound, tooMany } from '@lotse/kernel';
import * as z from 'zod';
import { newPasswordSchema, passwordLeaked, passwordTooPlain } from './new-password';
import { confirmationNeeded, passwordDoesNotFit } from './second-factor';
import { wayToSignInSchema } from './session';

/** What open screens are told when sessions of somebody have ended; the subject is the member of staff. */
export const sessionsEnded = 'SessionsEnded';

/** A browser in which somebody is signed in. */
export const ownSessionSchema = z.object({
  id: idSchema,
  /** Such as "Firefox, Windows"; null for a program that says nothing of itself. */
  device: z.string().nullable(),
  way: wayToSignInSchema,
  startedAt: z.iso.datetime(),
  /** To the minute. */
  lastSeenAt: z.iso.datetime(),
  /** The one that asks. */
  isThis: z.boolean(),
});
export type OwnSession = z.output<typeof ownSessionSchema>;

export const readOwnSessions = endpoint({
  method: 'GET',
  path: 'own-sessions',
  summary: 'Where the signed-in person is signed in: device, since when, last used.',
  may: 'signed-in',
  response: z.object({ items: z.array(ownSessionSchema) }),
});

export const endOwnSession = endpoint({
  method: 'POST',
  path: 'own-sessions/:id/end',
  summary: 'Sign out in one browser; its next request is refused.',
  may: 'signed-in',
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({}),
  response: z.object({ ended: z.literal(true) }),
  problems: [notFound, confirmationNeeded],
  repeatable: true,
});

export const endOwnSessions = endpoint({
  method: 'POST',
  path: 'own-sessions/end',
  summary: 'Sign out everywhere: everywhere else, or here as well.',
  may: 'signed-in',
  body: z.strictObject({ which: z.enum(['others', 'all']) }),
  response: z.object({ ended: z.int() }),
  problems: [confirmationNeeded],
  repeatable: true,
});

export const changePassword = endpoint({
  method: 'POST',
  path: 'own-sign-in/password',
  summary: 'Choose another password. Signs out everywhere else.',
  may: 'signed-in',
  body: z.strictObject({ oldPassword: z.string().min(1).max(200), password: newPasswordSchema }),
  response: z.object({ changed: z.literal(true) }),
  problems: [passwordDoesNotFit, passwordTooPlain, passwordLeaked, tooMany],
  repeatable: true,
});
