import { endpoint, idSchema, notFound, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { notAboutThePerson, ofOwnRecord } from './data-part';

export const rightsPermissions = permissions('people', 'export');

/** A table that leads to a person, and its rows as they are kept. */
export const everythingSchema = z.object({
  exportedAt: z.iso.datetime(),
  organisation: notAboutThePerson(z.string()),
  personId: idSchema,
  parts: ofOwnRecord(z.array(z.object({ part: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }))),
});
export type Everything = z.output<typeof everythingSchema>;

/** Art. 15 and 20 DSGVO, § 630g BGB: a copy of everything that is kept about somebody. */
export const exportEverything = endpoint({
  method: 'GET',
  path: 'people/:id/everything',
  summary: 'Everything that the own organisation keeps about somebody, as data.',
  may: rightsPermissions.export,
  params: z.strictObject({ id: idSchema }),
  response: everythingSchema,
  problems: [notFound],
  touches: 'person',
  limit: 'export',
});

/** The same to hand out: readable, tagged, without identifiers (§ 630g (2) BGB). */
export const printEverything = endpoint({
  method: 'GET',
  path: 'people/:id/everything/print',
  summary: 'Everything that the own organisation keeps about somebody, as a document.',
  may: rightsPermissions.export,
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({ language: z.enum(['de', 'en']).default('de') }),
  response: z.any(),
  problems: [notFound],
  touches: 'person',
  media: 'application/pdf',
});
