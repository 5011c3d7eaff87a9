import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions } from '@lotse/kernel';
import * as z from 'zod';

export const notificationPermissions = permissions('notification', 'read');

/** What a notice is about. The words are the reader's; a notice itself carries only a reference. */
export const noticeKindSchema = z.enum([
  'referral_received',
  'referral_moved',
  'move_undone',
  'question_asked',
  'question_answered',
  'slot_offered',
  'offer_accepted',
  'offer_declined',
  'offer_expired',
  'offer_withdrawn',
  'offer_superseded',
  'offer_undeliverable',
  'nobody_fits',
  'slot_pooled',
  'slot_published',
  'expected_wait_changed',
  'question_open',
  'question_due',
  'answer_received',
  'message_received',
  'advice_asked',
  'advice_answered',
  'advice_info_wanted',
  'advice_ended',
  'deletion_due',
  'release_revoked',
  'break_glass_opened',
  'break_glass_to_review',
]);
export type NoticeKind = z.output<typeof noticeKindSchema>;

/** Something an organisation should know. It stays on its list until somebody there has read it. */
export const noticeSchema = z.object({
  id: idSchema,
  kind: noticeKindSchema,
  /** The reference of the referral, such as `Z-10042`; never a name. */
  reference: z.string().nullable(),
  referralId: idSchema.nullable(),
  slotId: idSchema.nullable(),
  enquiryId: idSchema.nullable(),
  /** The service that a notice is about, where it is about no referral. */
  serviceName: z.string().nullable(),
  /** The act behind a `referral_moved`; of a `move_undone` the act that was taken back. */
  act: z.string().nullable(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notice = z.output<typeof noticeSchema>;

export const readNotices = endpoint({
  method: 'GET',
  path: 'notifications',
  summary: 'Notices for the own organisation, newest first.',
  may: notificationPermissions.read,
  query: z.strictObject({ ...pageQuery, unread: z.enum(['true', 'false']).default('false') }),
  response: pageOf(noticeSchema).extend({ unread: z.number().int() }),
});

export const markNoticeRead = endpoint({
  method: 'POST',
  path: 'notifications/:id/read',
  summary: 'Mark a notice as read for the whole organisation.',
  may: notificationPermissions.read,
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({}),
  response: noticeSchema,
  problems: [notFound],
});
