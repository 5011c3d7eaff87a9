import { endpoint, idSchema, isValidLanr, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { organisationKindSchema } from './organisation';

export const outsideOrganisationPermissions = permissions('outsideOrganisation', 'read', 'note');

const optional = (longest: number) => z.string().trim().max(longest).nullable();

/** Somebody who works without Lotse: letters go there on paper. */
export const outsideOrganisationInputSchema = z.strictObject({
  name: z.string().trim().min(2).max(160),
  kind: organisationKindSchema,
  street: optional(150),
  postcode: z
    .string()
    .regex(/^[0-9]{5}$/)
    .nullable(),
  place: optional(100),
  phone: optional(40),
  fax: optional(40),
  email: z.email().max(200).nullable(),
  /** Nine digits; a wrong check digit is a warning and no wall. */
  lanr: z
    .string()
    .regex(/^[0-9]{9}$/)
    .nullable(),
  bsnr: z
    .string()
    .regex(/^[0-9]{9}$/)
    .nullable(),
});
export type OutsideOrganisationInput = z.output<typeof outsideOrganisationInputSchema>;

export const outsideOrganisationSchema = z.object({
  id: idSchema,
  name: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  place: z.string().nullable(),
  phone: z.string().nullable(),
  fax: z.string().nullable(),
});
export type OutsideOrganisation = z.output<typeof outsideOrganisationSchema>;

/** Whether a number has a check digit that does not fit. */
export const isDoubtfulLanr = (lanr: string): boolean => /^[0-9]{9}$/.test(lanr) && !isValidLanr(lanr);

export const findOutsideOrganisations = endpoint({
  method: 'GET',
  path: 'outside-organisations',
  summary: 'Organisations of the county that work without Lotse, by the beginning of a word of their name.',
  may: outsideOrganisationPermissions.read,
  query: z.strictObject({ text: z.string().trim().min(2).max(100) }),
  response: z.object({ items: z.array(outsideOrganisationSchema) }),
});

export const noteOutsideOrganisation = endpoint({
  method: 'POST',
  status: 201,
  path: 'outside-organisations',
  summary: 'Write down a practice or service that works without Lotse, so that letters find it.',
  may: outsideOrganisationPermissions.note,
  body: outsideOrganisationInputSchema,
  response: z.object({ id: idSchema }),
});
