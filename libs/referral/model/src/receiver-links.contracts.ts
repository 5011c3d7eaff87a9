import { endpoint, idSchema, invalidState, notFound, problem, versionStale } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import type { ReasonList } from '@lotse/region/model';
import * as z from 'zod';
import { reasonCode } from './move';
import { movedReferralSchema, referralSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import { commentMissing, notYourTurn, unknownReason } from './referral.problems';

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

/** What a receiver without an account may do: everything that somebody without a worklist needs to bring a referral to its end. */
export const actsThroughLink = [
  'acknowledge',
  'accept',
  'request_info',
  'decline',
  'send_outcome',
  'hand_back',
  'confirm_cancel',
  'refuse_cancel',
] as const;
export type ActThroughLink = (typeof actsThroughLink)[number];

/** The list of the county that the reason of an act through a link is chosen from. */
export const reasonsThroughLink = { decline: 'decline', hand_back: 'decline', send_outcome: 'outcome' } as const satisfies Partial<
  Record<ActThroughLink, ReasonList>
>;
/** Acts that say something in words: a question, a way forward, a report, why not. */
export const toldThroughLink: readonly ActThroughLink[] = ['request_info', 'decline', 'send_outcome', 'hand_back', 'refuse_cancel'];

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
      /** Where the referrer is rung back. */
      callback: notAboutThePerson(z.string().nullable()),
      /** What the county lets these acts be given as their reason. */
      reasons: notAboutThePerson(
        z.array(
          z.object({
            list: z.enum(['decline', 'outcome']),
            code: z.string(),
            de: z.string(),
            en: z.string(),
            comment: z.enum(['optional', 'required']),
          }),
        ),
      ),
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
const needsReason = (act: ActThroughLink): boolean => act in reasonsThroughLink;

export const actThroughLink = endpoint({
  method: 'POST',
  path: 'receiver-links/act',
  summary: 'Confirm receipt, accept, ask, return with a way forward, or tell how it ended, as the receiver of a link.',
  may: 'anyone',
  body: z
    .strictObject({
      session: sessionSchema,
      version: z.int(),
      act: z.enum(actsThroughLink),
      reason: reasonCode.optional(),
      /** What some reasons have to be explained with. */
      comment: words.optional(),
      text: words.optional(),
    })
    .refine(({ act, text }) => !toldThroughLink.includes(act) || text !== undefined, {
      path: ['text'],
      error: 'required',
      params: { code: 'required' },
    })
    .refine(({ act, reason }) => !needsReason(act) || reason !== undefined, {
      path: ['reason'],
      error: 'required',
      params: { code: 'required' },
    }),
  response: movedReferralSchema,
  problems: [linkNotOpen, invalidState, notYourTurn, versionStale, unknownReason, commentMissing],
  touches: 'referral',
  limit: 'write',
});
