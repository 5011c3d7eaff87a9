import { endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import * as z from 'zod';
import { confirmationNeeded, lastSecondFactor, passkeySchema } from './second-factor';
import { sessionSchema } from './session';

/** One answer for every passkey that does not open anything: unknown, of another place, without the finger or the code, used before. */
export const passkeyRefused = problem(
  'passkey-refused',
  401,
  'This passkey does not open anything here. Please try again or sign in another way.',
);
/** As above, for somebody who is signed in already. */
export const passkeyNotTaken = problem('passkey-not-taken', 422, 'This passkey could not be set up. Please begin anew.');
export const passkeyKnown = problem('passkey-known', 409, 'This passkey is set up already.');

const nameSchema = z.string().trim().min(1).max(60);
const base64Url = z.string().max(8_000);

/** What a browser is asked; goes to `navigator.credentials` as it is (WebAuthn level 3, JSON). */
const optionsSchema = z.record(z.string(), z.unknown());
const credential = {
  id: base64Url,
  rawId: base64Url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  authenticatorAttachment: z.string().max(40).nullish(),
};

export const preparePasskey = endpoint({
  method: 'POST',
  path: 'own-sign-in/passkeys/options',
  summary: 'What to ask the browser so that it makes a passkey; holds for five minutes and once.',
  may: 'signed-in',
  whileLimited: true,
  body: z.strictObject({}),
  response: z.object({ options: optionsSchema }),
  problems: [confirmationNeeded],
  repeatable: true,
});

export const registerPasskey = endpoint({
  method: 'POST',
  path: 'own-sign-in/passkeys',
  summary: 'Set up the passkey that the browser made. Answers recovery codes with the first second factor, once.',
  may: 'signed-in',
  whileLimited: true,
  body: z.strictObject({
    name: nameSchema,
    credential: z.strictObject({
      ...credential,
      response: z.object({
        clientDataJSON: base64Url,
        attestationObject: base64Url,
        transports: z.array(z.string().max(20)).max(10).optional(),
      }),
    }),
  }),
  response: z.object({ passkey: passkeySchema, recoveryCodes: z.array(z.string()).nullable() }),
  problems: [confirmationNeeded, passkeyNotTaken, passkeyKnown],
  repeatable: true,
});

export const renamePasskey = endpoint({
  method: 'PATCH',
  path: 'own-sign-in/passkeys/:id',
  summary: 'Give a passkey another name.',
  may: 'signed-in',
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({ name: nameSchema }),
  response: z.object({ renamed: z.literal(true) }),
  problems: [notFound],
  repeatable: true,
});

export const removePasskey = endpoint({
  method: 'POST',
  path: 'own-sign-in/passkeys/:id/remove',
  summary: 'Remove a passkey; it opens nothing from then on.',
  may: 'signed-in',
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({}),
  response: z.object({ removed: z.literal(true) }),
  problems: [notFound, confirmationNeeded, lastSecondFactor],
  repeatable: true,
});

export const askForPasskey = endpoint({
  method: 'POST',
  path: 'session/passkey/options',
  summary: 'What to ask the browser so that somebody signs in with a passkey; holds for five minutes and once. Names no account.',
  may: 'anyone',
  body: z.strictObject({}),
  response: z.object({ options: optionsSchema }),
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: 'session/passkey',
  summary: 'Sign in with a passkey, verified by finger, face or code; sets an http-only cookie.',
  may: 'anyone',
  body: z.strictObject({
    credential: z.strictObject({
      ...credential,
      response: z.object({
        clientDataJSON: base64Url,
        authenticatorData: base64Url,
        signature: base64Url,
        userHandle: base64Url.nullish(),
      }),
    }),
  }),
  response: sessionSchema,
  problems: [passkeyRefused],
});
