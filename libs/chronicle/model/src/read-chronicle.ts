import { calendarDaySchema, endpoint, idSchema, pageOf, pageQuery, permissions } from '@lotse/kernel';
import * as z from 'zod';

export const chroniclePermissions = permissions('chronicle', 'read');

/** A line as those read it who watch over it: who, when, what. Of whom it leads to it says the id and nothing else. */
export const chronicleLineSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['look', 'act']),
  verb: z.string(),
  subject: z.string(),
  subjectId: idSchema.nullable(),
  personId: idSchema.nullable(),
  /** How many people a list has shown. */
  amount: z.number().int().nullable(),
  parts: z.array(z.string()).nullable(),
  basis: z.string().nullable(),
  result: z.enum(['done', 'found', 'nothing', 'refused']).nullable(),
  roles: z.array(z.string()),
  staffId: idSchema.nullable(),
  staffName: z.string().nullable(),
  isDeputy: z.boolean(),
  /** Whose account it was about, when it is not that of whoever did it: an attempt to sign in names nobody as the one who made it. */
  accountName: z.string().nullable(),
});
export type ChronicleLine = z.output<typeof chronicleLineSchema>;

export const readChronicle = endpoint({
  method: 'GET',
  path: 'chronicle',
  summary: 'The chronicle of the own organisation, newest first: who did or looked at what. No names of those who are helped.',
  may: chroniclePermissions.read,
  query: z.strictObject({
    ...pageQuery,
    /** Whoever did it, or whose account it was about. */
    staff: idSchema.optional(),
    /** Whoever it leads to, by id. */
    person: idSchema.optional(),
    kind: z.enum(['look', 'act', 'refused']).optional(),
    from: calendarDaySchema.optional(),
    to: calendarDaySchema.optional(),
  }),
  response: pageOf(chronicleLineSchema),
});

export const readChronicleState = endpoint({
  method: 'GET',
  path: 'chronicle-state',
  summary: 'How far the chronicle of the county is sealed, and what its last check found.',
  may: chroniclePermissions.read,
  response: z.object({
    sealedAt: z.iso.datetime().nullable(),
    lines: z.number().int(),
    /** The beginning of the last hash, to be held against the witness. */
    hash: z.string().nullable(),
    checkedAt: z.iso.datetime().nullable(),
    isIntact: z.boolean().nullable(),
  }),
});
