import { endpoint, idSchema, notFound, permissions, problem } from '@lotse/kernel';
import * as z from 'zod';
import { notAboutThePerson, ofOwnRecord } from '../data-part';

export const mergePermissions = permissions('people', 'merge');

/** Both records are kept beyond their period: one of the holds has to end first. */
export const bothHeld = problem('both-held', 422, 'Both records are kept beyond their period. End one of the holds first.');
/** Both have something of which there can be one. */
export const cannotMerge = problem('cannot-merge', 422, 'Both records have something of which there can be only one.');
export const mergedAlready = problem('merged-already', 409, 'One of the records was merged already.');
export const mergeUndone = problem('merge-undone', 422, 'This merge was undone already.');
/** What was kept was merged itself later: that comes first. */
export const mergedOn = problem('merged-on', 422, 'The record that was kept was merged itself later. Undo that first.');
/** The other record was changed since it was looked at. */
export const otherIsStale = problem('other-is-stale', 409, 'The other record was changed meanwhile.');

/** What of a record can be taken from the other one. */
export const mergeFieldSchema = z.enum([
  'familyName',
  'givenName',
  'birthDate',
  'sex',
  'phone',
  'street',
  'postcode',
  'ags',
  'language',
  'kvnr',
]);
export type MergeField = z.output<typeof mergeFieldSchema>;

const params = z.strictObject({ id: idSchema });
const value = z.string().nullable();

/** What would happen: what differs, field by field, and how much of what follows. */
export const mergePreviewSchema = z.object({
  kept: z.object({ id: idSchema, version: z.number().int() }),
  other: z.object({ id: idSchema, version: z.number().int() }),
  differing: ofOwnRecord(z.array(z.object({ field: mergeFieldSchema, kept: value, other: value }))),
  /** By kind of record: a table that leads to a person. */
  follows: ofOwnRecord(z.array(z.object({ part: z.string(), amount: z.number().int() }))),
});
export type MergePreview = z.output<typeof mergePreviewSchema>;

export const previewMerge = endpoint({
  method: 'GET',
  path: 'people/:id/merge/:otherId',
  summary: 'What would follow if another record of the own organisation were merged into this one.',
  may: mergePermissions.merge,
  params: z.strictObject({ id: idSchema, otherId: idSchema }),
  response: mergePreviewSchema,
  problems: [notFound, mergedAlready],
  touches: 'person',
});

export const mergePeople = endpoint({
  method: 'POST',
  path: 'people/:id/merge',
  summary: 'Make one record of two: whatever leads to the other one follows, with its grants and releases. Can be undone.',
  may: mergePermissions.merge,
  params,
  body: z.strictObject({
    otherId: idSchema,
    otherVersion: z.number().int().min(1),
    /** What is taken from the other record; the rest stays as it is here. */
    fields: z.array(mergeFieldSchema).max(10).default([]),
  }),
  response: z.object({ mergeId: idSchema, id: idSchema, version: z.number().int() }),
  problems: [notFound, bothHeld, cannotMerge, mergedAlready, otherIsStale],
  touches: 'person',
  versioned: true,
});

/** A merge as those see it whose record it is. */
export const mergeSchema = z.object({
  id: idSchema,
  otherId: idSchema,
  otherName: ofOwnRecord(z.string()),
  byName: notAboutThePerson(z.string()),
  at: z.iso.datetime(),
  undoneByName: notAboutThePerson(z.string().nullable()),
  undoneAt: z.iso.datetime().nullable(),
});
export type Merge = z.output<typeof mergeSchema>;

export const readMerges = endpoint({
  method: 'GET',
  path: 'people/:id/merges',
  summary: 'What was merged into a record of the own organisation, newest first.',
  may: mergePermissions.merge,
  params,
  response: z.object({ items: z.array(mergeSchema) }),
  problems: [notFound],
  touches: 'person',
});

export const undoMerge = endpoint({
  method: 'POST',
  path: 'people/merges/:id/undo',
  summary: 'Make two records of one again: exactly what followed comes back. What came later stays where it is.',
  may: mergePermissions.merge,
  params,
  response: z.object({ keptId: idSchema, otherId: idSchema }),
  problems: [notFound, mergeUndone, mergedOn, cannotMerge],
  touches: 'person',
});
