import { endpoint, idSchema, problem, tooMany } from '@lotse/kernel';
import * as z from 'zod';
import { ownDeputyshipSchema } from './deputyships';
import { organisationSchema } from './organisation';
import { roleSchema } from './roles';

/** How a session was begun. `second_factor`: a password and a code. */
export const wayToSignInSchema = z.enum(['password', 'second_factor', 'passkey', 'single_sign_on']);
export type WayToSignIn = z.output<typeof wayToSignInSchema>;

/** Who is signed in, where they work, and what they may. */
export const sessionSchema = z.object({
  staff: z.object({ id: idSchema, displayName: z.string(), email: z.string(), roles: z.array(roleSchema) }),
  organisation: organisationSchema,
  region: z.object({ id: idSchema, key: z.string(), name: z.string() }),
  permissions: z.array(z.string()),
  /** True in the demo region: everything in it is invented, and every page says so. */
  isDemo: z.boolean(),
  /** The number of the newest event when this was read: whoever follows `events` since then misses nothing of what comes after. */
  newestEvent: z.int(),
  /** When it ends, however busy it is. */
  endsAt: z.iso.datetime(),
  /** It ends earlier when nothing was asked for so long. */
  idleMinutes: z.int(),
  /** The organisation requires a second factor and this session has none: nothing is open but setting one up. */
  isLimited: z.boolean(),
  /** For whom one acts at the moment: organisation and permissions are theirs. Null at one's own place of work. */
  deputyship: ownDeputyshipSchema.nullable(),
  /** For whom one could act today. */
  deputyships: z.array(ownDeputyshipSchema),
  /** One acted for somebody else until just now. */
  isDeputyshipOver: z.boolean(),
});
export type Session = z.output<typeof sessionSchema>;

/** One answer for a wrong address, a wrong password and a disabled account: nobody learns which accounts exist. */
export const wrongCredentials = problem('wrong-credentials', 401, 'E-mail address or password do not match.');

/** The password fits, but whoever signs in has a second factor and has not shown it. The context names what they may show (`ways`). */
export const secondFactorNeeded = problem('second-factor-needed', 401, 'Please show your second factor as well.');
export const wrongCode = problem('wrong-code', 401, 'This code does not fit, or was used already.', 'code');

export const signIn = endpoint({
  method: 'POST',
  path: 'session',
  summary: 'Sign in with e-mail address and password, and a code where a second factor is set up; sets an http-only cookie.',
  may: 'anyone',
  body: z.strictObject({
    email: z.email().max(200),
    password: z.string().min(1).max(200),
    code: z.string().max(20).optional(),
  }),
  response: sessionSchema,
  problems: [wrongCredentials, secondFactorNeeded, wrongCode, tooMany],
});

export const readSession = endpoint({
  method: 'GET',
  path: 'session',
  summary: 'Who is signed in.',
  may: 'signed-in',
  whileLimited: true,
  response: sessionSchema,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: 'session',
  summary: 'End the session at once.',
  may: 'signed-in',
  whileLimited: true,
  response: z.object({ signedOut: z.literal(true) }),
});

/** The demo logins, shown on the sign-in page; empty outside the demo region. */
export const readDemoLogins = endpoint({
  method: 'GET',
  path: 'demo-logins',
  summary: 'The invented people one can sign in as in the demo region.',
  may: 'anyone',
  response: z.object({
    password: z.string().nullable(),
    logins: z.array(z.object({ email: z.string(), displayName: z.string(), roles: z.array(roleSchema), organisation: z.string() })),
  }),
});
