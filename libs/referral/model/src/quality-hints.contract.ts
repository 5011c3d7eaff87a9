import { endpoint, idSchema } from '@lotse/kernel';
import * as z from 'zod';
import { referralPermissions } from './referral.permissions';

/** What a service often asks back for: the piece, how many of a hundred referrals, and what the service says itself. About nobody. */
export const qualityHintSchema = z.object({
  piece: z.string(),
  /** Nothing below three is told. */
  amount: z.number().int(),
  share: z.number().int(),
  texts: z.array(z.string()),
});
export type QualityHint = z.output<typeof qualityHintSchema>;

export const readQualityHints = endpoint({
  method: 'GET',
  path: 'services/:id/quality-hints',
  summary:
    'What a service has most often asked back for in the last year, and what it asks to be told at once. Shown while writing, never in the way.',
  may: referralPermissions.create,
  params: z.strictObject({ id: idSchema }),
  response: z.object({ items: z.array(qualityHintSchema) }),
});
