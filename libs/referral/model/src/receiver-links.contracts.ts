import { endpoint, idSchema, invalidState, notFound, problem, versionStale } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';
import { reasonCode } from './move';
import { movedReferralSchema, referralSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import { notYourTurn } from './referral.problems';

/** One answer for whatever is wrong: a wrong code, a link that is over, was taken back or never was. */
export const linkNotOpen = problem('link-not-open', 404, 'This link does not open with this code. Ask whoever sent it.');
export const receiverHasAccount = problem('receiver-has-account', 422, 'The receiver works with Lotse and needs no link.');

/** Wrong codes until a link is over. */
export const linkAttempts = 5;
export const linkDays = 14;

const params = z.strictObject({ id: idSchema });

export const makeReceiverLink = endpoint({
  method: 'POST',
  status: 201,
  path: 'referrals/:id/receiver-links',
  summary:
    'A link for a receiver without an account, and the code that goes another way: by phone or on paper. Both are answered once and kept nowhere.',
  may: referralPermissions.shareLink,
  params,
  body: z.strictObject({ email: z.email().max(200).nullable() }),
  response: z.object({
    id: idSchema,
    link: notAboutThePerson(z.string()),
    code: notAboutThePerson(z.string()),
    /** The code as a letter, in base64: who, where, and nothing about the person. */
    sheet: notAboutThePerson(z.string()),
    mail: z.enum(['sent', 'failed', 'not_set_up', 'not_wanted']),
    expiresAt: z.iso.datetime(),
  }),
  problems: [notFound, receiverHasAccount, invalidState],
  touches: 'referral',
  repeatable: true,
});

export const readReceiverLinks = endpoint({
  method: 'GET',
  path: 'referrals/:id/receiver-links',
  summary: 'The links that were made for a referral, and what became of them.',
  may: referralPermissions.shareLink,
  params,
  response: z.object({
    /** Whether the receiver has no account, so that a link is how it can answer. */
    possible: z.boolean(),
    /** Where the receiver reads mail, as the directory says. */
    email: notAboutThePerson(z.string().nullable()),
    items: z.array(
      z.object({
        id: idSchema,
        createdAt: z.iso.datetime(),
        createdBy: notAboutThePerson(z.string()),
        mailedTo: notAboutThePerson(z.string().nullable()),
        expiresAt: z.iso.datetime(),
        openedAt: z.iso.datetime().nullable(),
        answeredAt: z.iso.datetime().nullable(),
        state: z.enum(['waiting', 'opened', 'answered', 'revoked', 'expired', 'locked']),
        /** Who said they were looking. */
        lookedAt: z.array(z.object({ named: notAboutThePerson(z.string()), at: z.iso.datetime() })),
      }),
    ),
  }),
  problems: [notFound],
  touches: 'referral',
});

export const revokeReceiverLink = endpoint({
  method: 'POST',
  path: 'referrals/:id/receiver-links/revoke',
  summary: 'Take a link back; whoever is looking through it sees nothing from now on.',
  may: referralPermissions.shareLink,
  params,
  body: z.strictObject({ linkId: idSchema }),
  response: z.object({ id: idSchema }),
  problems: [notFound],
  touches: 'referral',
});

const sessionSchema = z.string().regex(/^[\w-]{43}$/);

export const openReceiverLink = endpoint({
  method: 'POST',
  path: 'receiver-links/open',
  summary: 'Open what a link leads to, with the code that came another way, for half an hour.',
  may: 'anyone',
  body: z.strictObject({
    token: z.string().regex(/^[\w-]{43,80}$/),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{8}$/),
    name: z.string().trim().min(2).max(120),
  }),
  response: z.object({ session: notAboutThePerson(z.string()), expiresAt: z.iso.datetime() }),
  problems: [linkNotOpen],
  limit: 'sign-in',
});

/** What a receiver without an account may do. */
export const actsThroughLink = ['acknowledge', 'accept', 'decline', 'request_info'] as const;
export type ActThroughLink = (typeof actsThroughLink)[number];

export const lookThroughLink = endpoint({
  method: 'POST',
  path: 'receiver-links/look',
  summary: 'Exactly what was released to the receiver of a link. Every look leaves a line in the chronicle.',
  may: 'anyone',
  body: z.strictObject({ session: sessionSchema }),
  response: referralSchema
    .pick({
      id: true,
      reference: true,
      state: true,
      personName: true,
      birthDate: true,
      urgency: true,
      referrer: true,
      serviceName: true,
      sentAt: true,
      person: true,
      content: true,
      hidden: true,
      fingerprint: true,
      version: true,
    })
    .extend({
      reasonText: referralSchema.shape.reason,
      named: notAboutThePerson(z.string()),
      recipientName: notAboutThePerson(z.string()),
      acts: z.array(z.enum(actsThroughLink)),
      /** The letter, to keep; in base64. */
      callback: notAboutThePerson(z.string().nullable()),
    }),
  problems: [linkNotOpen],
  touches: 'referral',
  limit: 'read',
});

export const printThroughLink = endpoint({
  method: 'POST',
  path: 'receiver-links/print',
  summary: 'The same as a tagged PDF in base64, to keep in one’s own files.',
  may: 'anyone',
  body: z.strictObject({ session: sessionSchema, language: z.enum(['de', 'en']).default('de') }),
  response: z.object({ document: notAboutThePerson(z.string()) }),
  problems: [linkNotOpen],
  touches: 'referral',
  limit: 'export',
});

const words = z.string().trim().min(1, { error: 'required' }).max(1000);

export const actThroughLink = endpoint({
  method: 'POST',
  path: 'receiver-links/act',
  summary: 'Confirm receipt, accept, ask, or return with a way forward, as the receiver of a link.',
  may: 'anyone',
  body: z
    .strictObject({
      session: sessionSchema,
      version: z.int(),
      act: z.enum(actsThroughLink),
      reason: reasonCode.optional(),
      text: words.optional(),
    })
    .refine(({ act, text }) => act === 'acknowledge' || act === 'accept' || text !== undefined, {
      path: ['text'],
      error: 'required',
      params: { code: 'required' },
    })
    .refine(({ act, reason }) => act !== 'decline' || reason !== undefined, {
      path: ['reason'],
      error: 'required',
      params: { code: 'required' },
    }),
  response: movedReferralSchema,
  problems: [linkNotOpen, invalidState, notYourTurn, versionStale],
  touches: 'referral',
  limit: 'write',
});
