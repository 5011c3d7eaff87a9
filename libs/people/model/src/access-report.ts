import { endpoint, idSchema, notFound, pageOf, pageQuery, permissions } from '@lotse/kernel';
import * as z from 'zod';
import { dataPartSchema, notAboutThePerson } from './data-part';

export const accessReportPermissions = permissions('accessReport', 'read');

/** A file or a print has so many lines at most, the newest. */
export const accessesAtMost = 2000;

/** A line of an access report: who looked at or did what with somebody's data, and why they could. */
export const accessSchema = z.object({
  id: notAboutThePerson(z.string()),
  at: z.iso.datetime(),
  kind: z.enum(['look', 'act']),
  verb: notAboutThePerson(z.string()),
  /** Null for all of what the kind of access shows. */
  parts: z.array(dataPartSchema).nullable(),
  basis: notAboutThePerson(z.string().nullable()),
  result: z.enum(['done', 'found', 'nothing', 'refused']).nullable(),
  roles: z.array(notAboutThePerson(z.string())),
  staffName: notAboutThePerson(z.string().nullable()),
  organisationId: idSchema.nullable(),
  organisationName: notAboutThePerson(z.string().nullable()),
  /** Whether it was done for somebody who was away. */
  isDeputy: z.boolean(),
});
export type Access = z.output<typeof accessSchema>;

const params = z.strictObject({ id: idSchema });

export const readAccesses = endpoint({
  method: 'GET',
  path: 'people/:id/accesses',
  summary:
    'Who has looked at or done something with the data of a person of the own organisation, from any organisation, newest first (Art. 15 DSGVO). Attempts that were refused are in it.',
  may: accessReportPermissions.read,
  params,
  query: z.strictObject(pageQuery),
  response: pageOf(accessSchema),
  problems: [notFound],
  touches: 'person',
});

const language = z.strictObject({ language: z.enum(['de', 'en']).default('de') });

export const exportAccesses = endpoint({
  method: 'GET',
  path: 'people/:id/accesses/file',
  summary: `The access report as a file for a spreadsheet (UTF-8 with a byte order mark, semicolons), the newest ${accessesAtMost} lines.`,
  may: accessReportPermissions.read,
  params,
  query: language,
  response: z.string(),
  media: 'text/csv',
  problems: [notFound],
  touches: 'person',
});

export const printAccesses = endpoint({
  method: 'GET',
  path: 'people/:id/accesses/print',
  summary: `The access report as a tagged PDF to hand out, the newest ${accessesAtMost} lines.`,
  may: accessReportPermissions.read,
  params,
  query: language,
  response: z.string(),
  media: 'application/pdf',
  problems: [notFound],
  touches: 'person',
});
