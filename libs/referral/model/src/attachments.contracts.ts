import { endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import { dataPartSchema, hiddenPartsSchema, notAboutThePerson, ofOwnRecord, ofPart, type DataPart } from '@lotse/people/model';
import * as z from 'zod';
import { referralPermissions } from './referral.permissions';

/** How large one file may be, and all of one referral together. */
export const largestAttachment = 20 * 1024 * 1024;
export const largestAttachments = 60 * 1024 * 1024;
export const mostAttachments = 20;
/** How many bytes are sent at a time; a part in base64 fits a request. */
export const attachmentPartBytes = 180 * 1024;

/** `unscanned`: nobody has looked for harmful code, and that is said. `infected`: kept locked, served to nobody. `refused`: not kept. */
export const attachmentStateSchema = z.enum(['uploading', 'clean', 'unscanned', 'infected', 'refused']);
export type AttachmentState = z.output<typeof attachmentStateSchema>;

/** Why a file was not kept; see `WhyRefused` of the kit. */
export const attachmentFindingSchema = z.enum([
  'not-allowed',
  'name-differs',
  'runs-something',
  'two-things',
  'bursts',
  'locked',
  'damaged',
  'incomplete',
]);

export const tooLargeToAttach = problem('attachment-too-large', 422, 'This file is too large.', 'size');
export const tooManyAttachments = problem('attachments-too-many', 422, 'Nothing more can be attached to this referral.', 'size');
export const nothingToSealWith = problem('attachments-without-key', 422, 'This installation has no key to keep files with.');
/** With `context.uploaded`: go on from there. */
export const otherOffset = problem('attachment-offset', 409, 'This part does not follow what has arrived.');
export const attachmentFinished = problem('attachment-finished', 422, 'This file is complete.');
export const attachmentLocked = problem('attachment-locked', 422, 'This file is not given out: harmful code was found in it.');
export const attachmentStays = problem('attachment-stays', 422, 'What has been sent is part of the record and stays.');
export const referralIsOver = problem('attachment-referral-over', 422, 'This referral has ended.');

const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // Names lead nowhere and look like what they are: no paths, nothing invisible, no letters that turn the direction of reading.
  .regex(/^[^/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, { error: 'format' })
  .refine((name) => !/^\.+$/.test(name), { error: 'format' });

export const attachmentSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** What kind of information it holds: it is released like any other of this kind. */
  part: dataPartSchema,
  /** What it is by its own bytes; null until it is complete. */
  kind: z.string().nullable(),
  size: z.int(),
  uploaded: z.int(),
  state: attachmentStateSchema,
  finding: attachmentFindingSchema.nullable(),
  at: z.iso.datetime(),
  staffName: z.string(),
  organisationName: z.string(),
  /** Whether it came with an answer to a question: `held` until that is sent, and until then only the own organisation has it. */
  withAnswer: z.enum(['held', 'sent']).nullable(),
  threadId: idSchema.nullable(),
  /** Whether the reader may take it away again. */
  mayRemove: z.boolean(),
});
export type Attachment = z.output<typeof attachmentSchema>;

const items = z.array(attachmentSchema);
const byPartOf = <Files extends z.ZodType>(files: Files) =>
  z.object(Object.fromEntries(dataPartSchema.options.map((part) => [part, ofPart(part, files)])) as Record<DataPart, Files>);
const byPart = byPartOf(items);

const sentWith = z.array(attachmentSchema.pick({ id: true, name: true, part: true, kind: true, size: true, state: true }));
/** The files that were sent with a message, cut as they are in the list of all. */
export const sentFilesSchema = z.object({ own: ofOwnRecord(sentWith), received: byPartOf(sentWith) });
export type SentFiles = z.output<typeof sentFilesSchema>;
export type SentFile = SentFiles['own'][number];

export const attachmentsSchema = z.object({
  personId: idSchema,
  /** What the own organisation attached. */
  own: ofOwnRecord(items),
  /** What the other side attached and the reader was given, by kind of information. */
  received: byPart,
  /** Whether there is a scanner for harmful code. */
  isScanning: z.boolean(),
  mayAdd: z.boolean(),
  hidden: hiddenPartsSchema,
});
export type Attachments = z.output<typeof attachmentsSchema>;

const params = z.strictObject({ id: idSchema });
const own = notAboutThePerson(attachmentSchema);

export const readAttachments = endpoint({
  method: 'GET',
  path: 'referrals/:id/attachments',
  summary: 'What is attached to a referral, cut to what the reader was given.',
  may: referralPermissions.read,
  params,
  response: attachmentsSchema,
  problems: [notFound],
  touches: 'referral',
});

export const startAttachment = endpoint({
  method: 'POST',
  status: 201,
  path: 'referrals/:id/attachments',
  summary: 'Begin to attach a file: its name, its size and what kind of information it holds. The bytes follow in parts.',
  may: referralPermissions.attach,
  params,
  /** With a thread it waits for the answer to it and is shown to the other side with that answer. */
  body: z.strictObject({ name: nameSchema, size: z.int().min(1), part: dataPartSchema.default('letters'), threadId: idSchema.optional() }),
  response: own,
  problems: [notFound, tooLargeToAttach, tooManyAttachments, nothingToSealWith, referralIsOver],
  touches: 'referral',
});

export const sendAttachmentPart = endpoint({
  method: 'POST',
  path: 'attachments/:id/parts',
  summary: 'The next part of a file, in base64, and where it begins. What has arrived stays when the line breaks.',
  may: referralPermissions.attach,
  params,
  body: z.strictObject({
    offset: z.int().min(0),
    data: z
      .string()
      .min(1)
      .max((attachmentPartBytes / 3) * 4),
  }),
  response: z.object({ uploaded: z.int() }),
  problems: [notFound, otherOffset, attachmentFinished],
  repeatable: true,
  touches: 'referral',
});

export const finishAttachment = endpoint({
  method: 'POST',
  path: 'attachments/:id/finish',
  summary: 'Everything has been sent: the file is looked at by its bytes, looked through for harmful code, and kept or refused.',
  may: referralPermissions.attach,
  params,
  body: z.strictObject({}),
  response: own,
  problems: [notFound, attachmentFinished],
  touches: 'referral',
});

export const removeAttachment = endpoint({
  method: 'POST',
  path: 'attachments/:id/remove',
  summary: 'Take a file away that has not been sent, or that is of no use.',
  may: referralPermissions.attach,
  params,
  body: z.strictObject({}),
  response: z.object({ id: idSchema }),
  problems: [notFound, attachmentStays],
  touches: 'referral',
});

export const downloadAttachment = endpoint({
  method: 'GET',
  path: 'attachments/:id/file',
  summary: 'The file itself, always as a download that no browser opens by itself.',
  may: referralPermissions.read,
  params,
  response: z.string(),
  media: 'application/octet-stream',
  problems: [notFound, attachmentLocked],
  touches: 'referral',
});
