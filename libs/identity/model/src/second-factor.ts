import { endpoint, idSchema, problem, tooMany } from '@lotse/kernel';
import * as z from 'zod';
import { wayToSignInSchema } from './session';

/** What can be shown besides a password: the code of an app, one of the codes on paper, or a passkey. */
export const secondFactorSchema = z.enum(['code', 'recovery_code', 'passkey']);
export type SecondFactor = z.output<typeof secondFactorSchema>;

/** As `wrongCode`, for somebody who is signed in already. */
export const codeDoesNotFit = problem('code-does-not-fit', 422, 'This code does not fit, or was used already.', 'code');
/** How one signs in can be changed only by whoever has just shown that they are who they are. */
export const confirmationNeeded = problem('confirmation-needed', 403, 'Please enter your password once more.');
export const passwordDoesNotFit = problem('password-does-not-fit', 422, 'This is not your password.', 'password');
export const lastSecondFactor = problem('last-second-factor', 409, 'Your organisation requires a second factor. Set up another one first.');
export const authenticatorUnavailable = problem('authenticator-unavailable', 409, 'This installation has no key to keep secrets with.');
export const nothingPrepared = problem('nothing-prepared', 409, 'Please begin setting up anew.');

/** For so long after signing in, or after entering the password once more, the way of signing in can be changed. */
export const confirmedMinutes = 10;
export const recoveryCodesMade = 10;

export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Passkey = z.output<typeof passkeySchema>;

const recoveryCodesSchema = z.array(z.string());

export const readOwnSignIn = endpoint({
  method: 'GET',
  path: 'own-sign-in',
  summary: 'How the signed-in person signs in: password, second factors, passkeys, accounts elsewhere. No secrets.',
  may: 'signed-in',
  whileLimited: true,
  response: z.object({
    hasPassword: z.boolean(),
    /** How this session was begun. */
    way: wayToSignInSchema,
    authenticatorSince: z.iso.datetime().nullable(),
    authenticatorAvailable: z.boolean(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(passkeySchema),
    linkedAccounts: z.array(z.object({ id: idSchema, issuer: z.string(), linkedAt: z.iso.datetime() })),
    secondFactorRequired: z.boolean(),
  }),
});
export type OwnSignIn = z.output<(typeof readOwnSignIn)['response']>;

export const confirmSession = endpoint({
  method: 'POST',
  path: 'own-sign-in/confirm',
  summary: 'Enter the password once more, so that the way of signing in can be changed for ten minutes.',
  may: 'signed-in',
  whileLimited: true,
  body: z.strictObject({ password: z.string().min(1).max(200) }),
  response: z.object({ confirmed: z.literal(true) }),
  problems: [passwordDoesNotFit, tooMany],
  repeatable: true,
});

export const prepareAuthenticator = endpoint({
  method: 'POST',
  path: 'own-sign-in/authenticator',
  summary: 'Begin to set up an authenticator app (TOTP). Replacing one needs a code of the old one, or a recovery code.',
  may: 'signed-in',
  whileLimited: true,
  body: z.strictObject({ code: z.string().max(20).optional() }),
  response: z.object({
    /** Base32, to be typed into the app. */
    secret: z.string(),
    /** `otpauth://…`, to be shown as a QR code. */
    address: z.string(),
  }),
  problems: [confirmationNeeded, codeDoesNotFit, authenticatorUnavailable, tooMany],
  repeatable: true,
});

export const confirmAuthenticator = endpoint({
  method: 'POST',
  path: 'own-sign-in/authenticator/confirm',
  summary: 'Finish setting up the app with a code of it. Signs out all other sessions; answers recovery codes, once.',
  may: 'signed-in',
  whileLimited: true,
  body: z.strictObject({ code: z.string().min(1).max(20) }),
  response: z.object({ recoveryCodes: recoveryCodesSchema }),
  problems: [confirmationNeeded, codeDoesNotFit, nothingPrepared, authenticatorUnavailable, tooMany],
  repeatable: true,
});

export const removeAuthenticator = endpoint({
  method: 'POST',
  path: 'own-sign-in/authenticator/remove',
  summary: 'Remove the app. Needs a fresh code of it, or a recovery code.',
  may: 'signed-in',
  body: z.strictObject({ code: z.string().min(1).max(20) }),
  response: z.object({ removed: z.literal(true) }),
  problems: [confirmationNeeded, codeDoesNotFit, lastSecondFactor, tooMany],
  repeatable: true,
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: 'own-sign-in/recovery-codes',
  summary: 'Make new recovery codes; the old ones no longer hold. They are shown once.',
  may: 'signed-in',
  body: z.strictObject({}),
  response: z.object({ recoveryCodes: recoveryCodesSchema }),
  problems: [confirmationNeeded],
  repeatable: true,
});
