import { endpoint, idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { boxSchema, referralSortSchema, several, worklistFilters } from './read-referrals.contract';
import { referralPermissions } from './referral.permissions';

/** A file has so many rows at most; a longer list is filtered first. */
export const exportAtMost = 100_000;

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file of referrals: of those named, or of a worklist with its filters. It leaves page by page. */
export const exportReferrals = endpoint({
  method: 'GET',
  path: 'referrals/export',
  summary: `Referrals as a file for a spreadsheet (UTF-8 with a byte order mark, semicolons) or as JSON, at most ${exportAtMost}: those named in \`ids\`, or those of a worklist.`,
  may: referralPermissions.export,
  query: z
    .strictObject({
      /** Up to 100 ids, separated by commas; without them the worklist of `box`. */
      ids: several(idSchema).pipe(z.array(z.string()).max(100)).optional(),
      box: boxSchema.optional(),
      ...worklistFilters,
      sort: referralSortSchema.default('due'),
      language: z.enum(['de', 'en']).default('de'),
      format: z.enum(exportFormats).default('csv'),
    })
    .refine(({ ids, box }) => ids !== undefined || box !== undefined, { path: ['box'], error: 'required', params: { code: 'required' } }),
  response: z.string(),
  media: 'text/csv',
  touches: 'referral',
});
