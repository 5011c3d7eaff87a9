import { calendarDaySchema, calendarDayOf, idSchema, isValidKvnr } from '@lotse/kernel';
import * as z from 'zod';
import { bornSchema } from './born';
import { hiddenPartsSchema, ofPart } from './data-part';

const name = z.string().trim().min(1, { error: 'required' }).max(100);

/**
 * What staff enter about a person. The KVNR is optional: not everybody has one. No field has a default here, so that the same
 * schema, made partial, changes only what was sent.
 */
export const personInputSchema = z.strictObject({
  familyName: name,
  givenName: name,
  birthDate: calendarDaySchema
    .refine((day) => day <= calendarDayOf(new Date()), { error: 'in-the-future', params: { code: 'birth-date-in-future' } })
    .refine((day) => day >= '1900-01-01', { error: 'too-early', params: { code: 'birth-date-too-early' } }),
  sex: z.enum(['female', 'male', 'diverse', 'unknown']).optional(),
  phone: z.string().trim().max(40).nullable().optional(),
  street: z.string().trim().max(150).nullable().optional(),
  postcode: z
    .string()
    .regex(/^[0-9]{5}$/)
    .nullable()
    .optional(),
  ags: z
    .string()
    .regex(/^[0-9]{8}$/)
    .nullable()
    .optional(),
  language: z.string().min(2).max(10).optional(),
  kvnr: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][0-9]{9}$/, { error: 'format' })
    .nullable()
    .optional(),
  /** Why a KVNR with a wrong check digit is right all the same: the check is a warning, never a wall. */
  kvnrOverrideReason: z.string().trim().min(3).max(200).nullable().optional(),
});
export type PersonInput = z.output<typeof personInputSchema>;

/**
 * A person who is or may be helped. The record belongs to the organisation that entered it. Whoever may see it sees whose it is; the rest as
 * far as it was released to them.
 */
export const personSchema = z.object({
  id: idSchema,
  organisationId: idSchema,
  familyName: ofPart('identity', z.string()),
  givenName: ofPart('identity', z.string()),
  birthDate: ofPart('identity', bornSchema),
  sex: ofPart('identity', z.enum(['female', 'male', 'diverse', 'unknown'])),
  phone: ofPart('contact', z.string().nullable()),
  street: ofPart('contact', z.string().nullable()),
  postcode: ofPart('contact', z.string().nullable()),
  ags: ofPart('contact', z.string().nullable()),
  language: ofPart('identity', z.string()),
  kvnr: ofPart('identity', z.string().nullable()),
  kvnrOverrideReason: ofPart('identity', z.string().nullable()),
  isInvented: z.boolean(),
  /** The reference of somebody whose name is not known here until they agree; of their birth, then, only the year is known. */
  pseudonym: ofPart('identity', z.string().nullable()),
  /** The record that goes on, when this one was merged into it. */
  mergedInto: idSchema.nullable(),
  version: z.number().int(),
  /** The parts that the reader does not get. */
  hidden: hiddenPartsSchema,
});
export type Person = z.output<typeof personSchema>;

/** Whether a KVNR needs a reason to be kept: its check digit is wrong. */
export const needsOverride = (kvnr: string | null | undefined): boolean => !!kvnr && !isValidKvnr(kvnr);
