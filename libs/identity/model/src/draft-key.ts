import { endpoint } from '@lotse/kernel';
import * as z from 'zod';

export const readDraftKey = endpoint({
  method: 'GET',
  path: 'draft-key',
  summary: 'The key that drafts in the browser of the signed-in person are encrypted with; always the same, never kept in a browser.',
  may: 'signed-in',
  response: z.object({
    /** 256 random bits, base64url. */
    key: z.string().regex(/^[\w-]{43}$/),
  }),
});
