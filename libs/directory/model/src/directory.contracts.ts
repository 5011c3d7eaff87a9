import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { serviceCategorySchema, serviceSchema } from './help-offer';

export const directoryPermissions = permissions('directory', 'read');

const searchQuery = z.strictObject({
  ...pageQuery,
  text: z.string().trim().max(100).optional(),
  /** Official key (AGS) of the municipality to measure distances from. */
  municipality: z
    .string()
    .regex(/^[0-9]{8}$/)
    .optional(),
  withinKm: z.coerce.number().min(1).max(200).optional(),
  category: serviceCategorySchema.optional(),
});

export const findServices = endpoint({
  method: 'GET',
  path: 'services',
  summary: 'Search the directory of help offers by text, municipality, distance and category; nearest first.',
  may: directoryPermissions.read,
  query: searchQuery,
  response: pageOf(serviceSchema),
});

/** For whoever administers them. */
export const findOwnServices = endpoint({
  method: 'GET',
  path: 'own-services',
  summary: 'The services of the own organisation, by name.',
  may: directoryPermissions.read,
  response: z.object({ items: z.array(z.object({ id: idSchema, name: z.string() })) }),
});

export const readService = endpoint({
  method: 'GET',
  path: 'services/:id',
  summary: 'One help offer.',
  may: directoryPermissions.read,
  params: z.strictObject({ id: idSchema }),
  response: serviceSchema,
  problems: [notFound],
});

export const findPublicServices = endpoint({
  method: 'GET',
  path: 'public/services',
  summary: 'The public directory of a county (key of five digits); no sign-in.',
  may: 'anyone',
  query: searchQuery.extend({
    region: z
      .string()
      .regex(/^[0-9]{5}$/)
      .default('08336'),
  }),
  response: pageOf(serviceSchema),
});
