import { endpoint, idSchema, notFound, problem, unavailable } from '@lotse/kernel';
import * as z from 'zod';

/** Why signing in with the account of one's organisation came to nothing; stands in the address that leads back to the sign-in page. */
export const singleSignOnFailed = problem('single-sign-on-failed', 401, 'Signing in with the account of your organisation did not work.');
/** Nobody in the organisation has this address, or the account service has not verified it. */
export const accountUnknown = problem('account-unknown', 401, 'There is no access to Lotse for this account.');
/** Somebody here has this address, but is linked to another account there. Never changed silently. */
export const accountLinkedOtherwise = problem('account-linked-otherwise', 401, 'Your access to Lotse is linked to another account.');
export const accountWithoutRole = problem('account-without-role', 401, 'This account has no role in Lotse.');

/** The part of an address behind the at sign. */
export const mailDomainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{3,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/);

export const findSingleSignOn = endpoint({
  method: 'GET',
  path: 'session/single-sign-on',
  summary: 'Which organisations sign in with accounts of their own, by the domain of an address. Says nothing about who has access.',
  may: 'anyone',
  limit: 'sign-in',
  query: z.strictObject({ domain: mailDomainSchema }),
  response: z.object({ items: z.array(z.object({ organisationId: idSchema, name: z.string() })) }),
});

export const startSingleSignOn = endpoint({
  method: 'POST',
  path: 'session/single-sign-on',
  summary: 'Begin to sign in with the account of an organisation: answers where to go. Holds for five minutes, in this browser, once.',
  may: 'anyone',
  body: z.strictObject({
    organisationId: idSchema,
    /** Said to the account service, so that nobody types it twice. */
    email: z.email().max(200).optional(),
    /** The page to go to afterwards. */
    target: z
      .string()
      .max(500)
      .regex(/^\/(?!\/)[^\\]*$/)
      .optional(),
  }),
  response: z.object({ address: z.url() }),
  problems: [notFound, unavailable],
});

export const finishSingleSignOn = endpoint({
  method: 'GET',
  path: 'session/single-sign-on/callback',
  summary: 'Where the account service sends the browser back to; leads on to the page one wanted, or back to the sign-in page.',
  may: 'anyone',
  limit: 'sign-in',
  query: z.record(z.string().max(100), z.string().max(4_000)),
  response: z.any(),
});
