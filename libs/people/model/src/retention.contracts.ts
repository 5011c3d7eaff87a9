import { calendarDaySchema, endpoint, idSchema, notFound, permissions, problem } from '@lotse/kernel';
import { retentionRuleSchema } from '@lotse/region/model';
import * as z from 'zod';
import { notAboutThePerson, ofOwnRecord } from './data-part';

export const retentionPermissions = permissions('retention', 'read', 'confirm', 'hold');

/** For so many days somebody is warned before a period ends. */
export const warnedDays = 30;

export const alreadyConfirmed = problem('already-confirmed', 422, 'This has already been confirmed.');
export const alreadyHeld = problem('already-held', 422, 'A hold already keeps this record.');
export const holdEnded = problem('hold-ended', 422, 'This hold has already ended.');

/** Told when something stands to be deleted, so that somebody decides. */
export const deletionProposed = 'DeletionProposed';

/** `record`: the own record with what was sent. `received`: what came in from somebody else and led to nothing here. */
export const deletionKindSchema = z.enum(['record', 'received']);

export const deletionItemSchema = z.object({
  id: idSchema,
  kind: deletionKindSchema,
  /** What whoever may see nobody decides by, and can talk about: `L-4F21C0`. */
  number: notAboutThePerson(z.string()),
  /** Null for those who may not see people, as is the name. */
  personId: idSchema.nullable(),
  /** Of the own record. */
  name: ofOwnRecord(z.string().nullable()),
  /** The referral's number, such as `Z-10042`, of what was received. */
  reference: notAboutThePerson(z.string().nullable()),
  keepUntil: calendarDaySchema,
  basis: notAboutThePerson(z.string()),
  isHeld: z.boolean(),
});
export type DeletionItem = z.output<typeof deletionItemSchema>;

export const deletionBatchSchema = z.object({
  id: idSchema,
  proposedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  confirmedBy: notAboutThePerson(z.string().nullable()),
  items: z.array(deletionItemSchema),
  version: z.number().int(),
});
export type DeletionBatch = z.output<typeof deletionBatchSchema>;

export const legalHoldSchema = z.object({
  id: idSchema,
  number: notAboutThePerson(z.string()),
  personId: idSchema.nullable(),
  name: ofOwnRecord(z.string().nullable()),
  /** Null for those who may not see people and did not write it. */
  reason: notAboutThePerson(z.string().nullable()),
  setBy: notAboutThePerson(z.string()),
  setAt: z.iso.datetime(),
  until: calendarDaySchema.nullable(),
  version: z.number().int(),
});
export type LegalHold = z.output<typeof legalHoldSchema>;

/** How many of a kind were deleted, when, by which rule, confirmed by whom. No names. */
export const deletionLineSchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  kind: deletionKindSchema,
  basis: notAboutThePerson(z.string()),
  months: z.number().int(),
  amount: z.number().int(),
  confirmedBy: notAboutThePerson(z.string()),
});

const byId = z.strictObject({ id: idSchema });

export const readRetention = endpoint({
  method: 'GET',
  path: 'retention',
  summary: 'What stands to be deleted, what is held back, what was deleted, and by which rule.',
  may: retentionPermissions.read,
  response: z.object({
    rule: notAboutThePerson(retentionRuleSchema),
    batches: z.array(deletionBatchSchema),
    holds: z.array(legalHoldSchema),
    protocol: z.array(deletionLineSchema),
  }),
  touches: 'person',
});

/** Art. 17 DSGVO: deletion is somebody's decision, never a timer's. The worker carries it out once the period has ended. */
export const confirmDeletion = endpoint({
  method: 'POST',
  path: 'retention/batches/:id/confirm',
  summary: 'Confirm, by name, that what stands in a list is deleted when its period has ended. What is held back stays.',
  may: retentionPermissions.confirm,
  params: byId,
  body: z.strictObject({}),
  response: z.object({ id: idSchema, version: z.number().int() }),
  problems: [notFound, alreadyConfirmed],
  touches: 'person',
  versioned: true,
});

/** Art. 18 (1) (c), Art. 17 (3) (e) DSGVO: what is needed for a claim is kept. */
export const holdRecord = endpoint({
  method: 'POST',
  status: 201,
  path: 'retention/items/:id/hold',
  summary: 'Keep what stands to be deleted beyond its period: why, and until when. Whom it is about need not be known.',
  may: retentionPermissions.hold,
  params: byId,
  body: z.strictObject({ reason: z.string().trim().min(10).max(500), until: calendarDaySchema.nullable().optional() }),
  response: legalHoldSchema,
  problems: [notFound, alreadyHeld],
  touches: 'person',
});

export const endHold = endpoint({
  method: 'POST',
  path: 'holds/:id/end',
  summary: 'End a hold: the record is proposed for deletion again when its period has ended.',
  may: retentionPermissions.hold,
  params: byId,
  body: z.strictObject({}),
  response: z.object({ id: idSchema, version: z.number().int() }),
  problems: [notFound, holdEnded],
  touches: 'person',
  versioned: true,
});
