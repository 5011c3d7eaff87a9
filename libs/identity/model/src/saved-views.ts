import { endpoint, idSchema, notFound, notPermitted, problem } from '@lotse/kernel';
import * as z from 'zod';

/** A page that has views, such as `inbox` or `waiting-list`. */
const pageSchema = z.string().regex(/^[a-z][a-z-]{1,40}$/);
const nameSchema = z.string().trim().min(1).max(60);
const querySchema = z.record(z.string().max(40), z.string().max(200));

/** Filters, order and columns of a list under a name: one's own, or the whole organisation's. */
export const savedViewSchema = z.object({
  id: idSchema,
  page: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  /** Seen by everybody in the organisation. */
  isShared: z.boolean(),
  /** Whether the reader saved it. */
  isOwn: z.boolean(),
  /** Whether the reader may rename, change and delete it: who saved it, or administers the organisation where it is shared. */
  mayChange: z.boolean(),
  savedBy: z.string(),
});
export type SavedView = z.output<typeof savedViewSchema>;

export const viewNameTaken = problem('view-name-taken', 409, 'There is a view of this name already.', 'name');
export const tooManyViews = problem('too-many-views', 422, 'There are too many views; delete one first.');

/** More than that nobody finds again. */
export const viewsAtMost = 50;

export const readViews = endpoint({
  method: 'GET',
  path: 'views',
  summary: 'Saved views of a page: the own ones and those of the organisation.',
  may: 'signed-in',
  query: z.strictObject({ page: pageSchema }),
  response: z.object({ items: z.array(savedViewSchema) }),
});

export const saveView = endpoint({
  method: 'POST',
  path: 'views',
  summary: 'Save filters, order and columns under a name. What was typed to find a person is left out.',
  may: 'signed-in',
  body: z.strictObject({ page: pageSchema, name: nameSchema, query: querySchema, isShared: z.boolean() }),
  response: savedViewSchema,
  problems: [viewNameTaken, tooManyViews],
  status: 201,
});

export const changeView = endpoint({
  method: 'PATCH',
  path: 'views/:id',
  summary: 'Rename a view, give it other filters, share it with the organisation or take it back.',
  may: 'signed-in',
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({ name: nameSchema.optional(), query: querySchema.optional(), isShared: z.boolean().optional() }),
  response: savedViewSchema,
  problems: [notFound, notPermitted, viewNameTaken],
});

export const deleteView = endpoint({
  method: 'POST',
  path: 'views/:id/delete',
  summary: 'Delete a view of one’s own or of the organisation.',
  may: 'signed-in',
  params: z.strictObject({ id: idSchema }),
  body: z.strictObject({}),
  response: z.object({ deleted: z.literal(true) }),
  problems: [notFound, notPermitted],
});
