import type { Notice } from '@lotse/notification/model';

/** A notice as the database gives it. */
export type NoticeRow = Omit<Notice, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null };

/** A notice as contracts show it. */
export const noticeColumns = `id, kind, reference, referral_id as "referralId", slot_id as "slotId", enquiry_id as "enquiryId", act, created_at as "createdAt", read_at as "readAt",
   (select s.name from service s where s.id = notice.service_id) as "serviceName"`;

/** Whoever may not read referrals, such as an administrator, is told nothing that leads to one. */
export const isFor = (parameter: string) =>
  `organisation_id = current_organisation() and (${parameter} or num_nonnulls(referral_id, slot_id) = 0)`;

export const toNotice = (row: NoticeRow): Notice => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});
