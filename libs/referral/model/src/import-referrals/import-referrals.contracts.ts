import { endpoint, idSchema, notFound, problem } from '@lotse/kernel';
import { notAboutThePerson } from '@lotse/people/model';
import * as z from 'zod';
import { referralPermissions } from '../referral.permissions';
import { importFieldSchema } from './import-fields';

/** A table has so many rows at most; a longer one is cut into several. */
export const importAtMost = 10_000;
/** So many rows are sent at once. */
export const importRowsAtOnce = 200;
/** After so many days without being begun or gone on with, what was read in is thrown away: the file stays where it came from. */
export const importKeptDays = 7;

export const importStates = ['open', 'running', 'stopped', 'done', 'discarded'] as const;
export const importStateSchema = z.enum(importStates);
export type ImportState = z.output<typeof importStateSchema>;

export const importNotWhole = problem('import-not-whole', 409, 'Not all rows of the table have arrived yet.');
export const importNotPossible = problem('import-not-possible', 409, 'This cannot be done with the table as it stands now.');
export const importMisses = problem('import-misses-columns', 422, 'Family name, given name and birth date need a column each.', 'columns');
export const importRowNumber = problem('import-row-number', 422, 'The table has no such row.', 'rows');

const byId = z.strictObject({ id: idSchema });

/** A table on its way, with how many of its rows stand where. */
export const referralImportSchema = z.object({
  id: idSchema,
  fileName: notAboutThePerson(z.string()),
  state: importStateSchema,
  sends: z.boolean(),
  columns: z.array(z.object({ field: importFieldSchema, column: notAboutThePerson(z.string()) })),
  rowCount: z.number().int(),
  /** Checked and fit to be taken over. */
  ready: z.number().int(),
  /** Cannot be taken over as they are. */
  wrong: z.number().int(),
  /** Taken over: with a referral each. */
  done: z.number().int(),
  /** Of those, sent; the others are drafts. */
  sent: z.number().int(),
  createdByName: notAboutThePerson(z.string()),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export type ReferralImport = z.output<typeof referralImportSchema>;

export const importProblemSchema = z.object({
  number: z.number().int(),
  field: importFieldSchema.nullable(),
  code: notAboutThePerson(z.string()),
});

export const beginImport = endpoint({
  method: 'POST',
  status: 201,
  path: 'referral-imports',
  summary: `Begin to take over a table of at most ${importAtMost} rows: which of its columns are read as what. Nothing is created yet.`,
  may: referralPermissions.import,
  body: z.strictObject({
    fileName: z.string().trim().min(1).max(200),
    columns: z.array(z.strictObject({ field: importFieldSchema, column: z.string().trim().max(200) })).max(40),
    rowCount: z.number().int().min(1).max(importAtMost),
  }),
  response: referralImportSchema,
  problems: [importMisses],
});

export const addImportRows = endpoint({
  method: 'POST',
  path: 'referral-imports/:id/rows',
  summary: `Bring at most ${importRowsAtOnce} rows and learn what is wrong with them. Rows that are there already stay as they are.`,
  may: referralPermissions.import,
  params: byId,
  body: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          /** The line of the file, counted from 1 without the headings. */
          number: z.number().int().min(1).max(importAtMost),
          cells: z.partialRecord(importFieldSchema, z.string().max(4000)),
        }),
      )
      .min(1)
      .max(importRowsAtOnce),
  }),
  response: z.object({ ready: z.number().int(), problems: z.array(importProblemSchema) }),
  problems: [notFound, importNotPossible, importRowNumber],
  repeatable: true,
});

export const startImport = endpoint({
  method: 'POST',
  path: 'referral-imports/:id/start',
  summary: 'Take over every row that is fit, or go on after a stop. Each becomes a draft, and with `send` is sent if it may be.',
  may: referralPermissions.import,
  params: byId,
  body: z.strictObject({ send: z.boolean() }),
  response: referralImportSchema,
  problems: [notFound, importNotWhole, importNotPossible],
  versioned: true,
});

export const stopImport = endpoint({
  method: 'POST',
  path: 'referral-imports/:id/stop',
  summary: 'Stop after the rows at hand. What was taken over stays; it can go on later.',
  may: referralPermissions.import,
  params: byId,
  body: z.strictObject({}),
  response: referralImportSchema,
  problems: [notFound, importNotPossible],
  versioned: true,
});

export const discardImport = endpoint({
  method: 'POST',
  path: 'referral-imports/:id/discard',
  summary: 'Throw away the rows that were not taken over.',
  may: referralPermissions.import,
  params: byId,
  body: z.strictObject({}),
  response: referralImportSchema,
  problems: [notFound, importNotPossible],
  versioned: true,
});

export const readImports = endpoint({
  method: 'GET',
  path: 'referral-imports',
  summary: 'The tables of the own organisation, the latest twenty.',
  may: referralPermissions.import,
  response: z.object({ items: z.array(referralImportSchema) }),
});

export const readImport = endpoint({
  method: 'GET',
  path: 'referral-imports/:id',
  summary: 'One table and how far it is.',
  may: referralPermissions.import,
  params: byId,
  response: referralImportSchema,
  problems: [notFound],
});

export const readImportProblems = endpoint({
  method: 'GET',
  path: 'referral-imports/:id/problems',
  summary: 'What is wrong, by row and column, in the order of the file. It names columns and kinds of mistakes, never what stands there.',
  may: referralPermissions.import,
  params: byId,
  query: z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  response: z.object({ items: z.array(importProblemSchema), next: z.number().int().nullable() }),
  problems: [notFound],
});
