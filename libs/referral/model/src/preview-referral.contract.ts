import { calendarDaySchema, endpoint, idSchema, notFound } from '@lotse/kernel';
import { dataPartSchema, notAboutThePerson, ofOwnRecord, partsNeededForReferral, type DataPart } from '@lotse/people/model';
import * as z from 'zod';
import { referralSchema } from './referral';
import { referralPermissions } from './referral.permissions';
import { previewNeedsService } from './referral.problems';

/** What a receiver gets of the person and of what was written. */
export const deliveredSchema = referralSchema.pick({ personName: true, birthDate: true, person: true, content: true, hidden: true });
export type Delivered = z.output<typeof deliveredSchema>;

/** The parts the receiver of a referral has: what every referral says, what was released besides, and the appointments it makes itself. */
export const partsOfReceiver = (released: readonly DataPart[]): DataPart[] => [
  ...new Set([...partsNeededForReferral, ...released, 'appointments' as const]),
];

/** A file of the sender's own: it goes along, or stays because its kind of information was not released. */
const attachedSchema = z.object({ id: idSchema, name: z.string(), part: dataPartSchema, size: z.int(), isDelivered: z.boolean() });
export type AttachedInPreview = z.output<typeof attachedSchema>;

/** The referral as its receiver will see it, worked out by the rule that cuts it when it is delivered. */
export const referralPreviewSchema = z.object({
  recipient: z.object({ organisationId: idSchema, organisationName: notAboutThePerson(z.string()) }),
  delivered: deliveredSchema,
  /** What is attached so far, and whether the receiver will get it. */
  attachments: ofOwnRecord(z.array(attachedSchema)),
  /** Equal to the one the receiver reads, as long as nothing is changed meanwhile. */
  fingerprint: notAboutThePerson(z.string()),
  /** Until when the receiver may see it; null while no release covers it, and then it cannot be sent. */
  until: calendarDaySchema.nullable(),
});
export type ReferralPreview = z.output<typeof referralPreviewSchema>;

export const previewReferral = endpoint({
  method: 'GET',
  path: 'referrals/:id/preview',
  summary: 'Exactly what the receiver of a draft will get when it is sent, with the parts that stay hidden.',
  may: referralPermissions.create,
  params: z.strictObject({ id: idSchema }),
  response: referralPreviewSchema,
  problems: [notFound, previewNeedsService],
  touches: 'referral',
});
