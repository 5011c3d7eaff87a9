import { endpoint, idSchema, permissions, problem, tooMany, versionStale } from '@lotse/kernel';
import * as z from 'zod';
import { newPasswordSchema, passwordLeaked, passwordTooPlain } from './new-password';
import { roleSchema } from './roles';
import { displayNameSchema, roleNotGivable, staffPermissions } from './staff';

export const invitationPermissions = permissions('invitation', 'read', 'send', 'revoke');

/** A link is good for so many days. */
export const invitationDays = 7;
/** A link to a new password is good for so many minutes. */
export const newAccessMinutes = 60;

/** Somebody who was asked to work here. It is no account yet. */
export const invitationSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  /** `expired`: the link was not used in time; sending it again makes a new one. */
  state: z.enum(['open', 'expired']),
  /** Null when no mail has gone out: the link was copied, or the mail failed. */
  mailedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  version: z.int(),
});
export type Invitation = z.output<typeof invitationSchema>;

/** How a link got on its way: by mail, or, when there is no mail server or it failed, to whoever asked, once. */
export const sentLinkSchema = z.object({ sent: z.enum(['by_mail', 'not_set_up', 'mail_failed']), link: z.string().nullable() });
export type SentLink = z.output<typeof sentLinkSchema>;

/** Only about colleagues: whether an address has an account elsewhere is nobody's business. */
export const alreadyColleague = problem('already-colleague', 422, 'Somebody here has this address already.', 'email');
/** One answer for a link that never was, was used, was revoked or has run out. */
export const linkNotGood = problem('link-not-good', 410, 'This link is no longer good.');
/** Said to whoever holds the link, and therefore the mailbox. */
export const addressTaken = problem('address-taken', 422, 'There is an account with this address already.');

const params = z.object({ id: idSchema });
const sentInvitation = sentLinkSchema.extend({ id: idSchema, version: z.int() });

export const readInvitations = endpoint({
  method: 'GET',
  path: 'invitations',
  summary: 'Who of the own organisation was invited and has not come yet.',
  may: invitationPermissions.read,
  response: z.object({ items: z.array(invitationSchema) }),
});

export const inviteStaff = endpoint({
  method: 'POST',
  path: 'invitations',
  summary: 'Invite somebody to the own organisation. Inviting an open invitation once more sends a new link and changes name and roles.',
  may: invitationPermissions.send,
  body: z.strictObject({ email: z.email().max(200), displayName: displayNameSchema, roles: z.array(roleSchema).min(1).max(10) }),
  response: sentInvitation,
  // No answer is kept: it may hold a link.
  repeatable: true,
  problems: [alreadyColleague, roleNotGivable],
});

export const resendInvitation = endpoint({
  method: 'POST',
  path: 'invitations/:id/resend',
  summary: 'Make a new link for an invitation and send it; the link before it is no longer good.',
  may: invitationPermissions.send,
  params,
  body: z.strictObject({}),
  response: sentInvitation,
  repeatable: true,
});

export const revokeInvitation = endpoint({
  method: 'POST',
  path: 'invitations/:id/revoke',
  summary: 'Take an invitation back: its link is no longer good.',
  may: invitationPermissions.revoke,
  params,
  body: z.strictObject({}),
  response: z.object({ id: idSchema }),
  versioned: true,
  problems: [versionStale],
});

/** The token stands in the link behind `#`, which browsers send to nobody, and travels in bodies only. */
const tokenSchema = z.string().min(20).max(100);

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: 'invitation-links/look',
  summary: 'Whom a link invites, and where to; for whoever holds the link.',
  may: 'anyone',
  body: z.strictObject({ token: tokenSchema }),
  response: z.object({ displayName: z.string(), email: z.string(), organisation: z.string(), expiresAt: z.iso.datetime() }),
  problems: [linkNotGood, tooMany],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: 'invitation-links/accept',
  summary: 'Make an account of an invitation, with a name and a password. The link is used up.',
  may: 'anyone',
  body: z.strictObject({ token: tokenSchema, displayName: displayNameSchema, password: newPasswordSchema }),
  response: z.object({ email: z.string() }),
  problems: [linkNotGood, addressTaken, passwordTooPlain, passwordLeaked, tooMany],
});

export const askForNewAccess = endpoint({
  method: 'POST',
  path: 'new-access',
  summary: 'Ask for a link to a new password. The answer is the same whether there is such an account or not.',
  may: 'anyone',
  body: z.strictObject({ email: z.email().max(200) }),
  response: z.object({ asked: z.literal(true) }),
  problems: [tooMany],
});

export const sendNewAccess = endpoint({
  method: 'POST',
  path: 'staff/:id/new-access',
  summary: 'Send somebody of the own organisation a link to a new password.',
  may: staffPermissions.sendNewAccess,
  params,
  body: z.strictObject({}),
  response: sentLinkSchema,
  repeatable: true,
});

export const lookAtNewAccess = endpoint({
  method: 'POST',
  path: 'new-access/look',
  summary: 'Whose password a link changes; for whoever holds the link.',
  may: 'anyone',
  body: z.strictObject({ token: tokenSchema }),
  response: z.object({ displayName: z.string(), email: z.string() }),
  problems: [linkNotGood, tooMany],
});

export const useNewAccess = endpoint({
  method: 'POST',
  path: 'new-access/use',
  summary: 'Set a new password. Every session ends, every other link is used up; second factors stay.',
  may: 'anyone',
  body: z.strictObject({ token: tokenSchema, password: newPasswordSchema }),
  response: z.object({ email: z.string() }),
  problems: [linkNotGood, passwordTooPlain, passwordLeaked, tooMany],
});
