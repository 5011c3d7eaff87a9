import { endpoint, idSchema, invalidState, notFound, type Endpoint, type Permission } from '@lotse/kernel';
import * as z from 'zod';
import { movedReferralSchema } from './referral';
import { notYourTurn } from './referral.problems';

const params = z.strictObject({ id: idSchema });
/** An act that says nothing besides. */
export const nothing = z.strictObject({});
export const text = (longest: number) => z.string().trim().min(1, { error: 'required' }).max(longest);

/** What all moves of a referral have in common: addressed by id, guarded by the version that was looked at. */
export const move = <const Path extends string, Body extends z.ZodType>(
  path: Path,
  may: Permission,
  summary: string,
  body: Body,
  problems: Endpoint['problems'] = [],
) =>
  endpoint({
    method: 'POST',
    path: `referrals/:id/${path}` as const,
    summary,
    may,
    params,
    body,
    response: movedReferralSchema,
    problems: [notFound, invalidState, notYourTurn, ...problems],
    touches: 'referral',
    versioned: true,
  });

/** A code of one of the region's lists of reasons; the act says which list. */
export const reasonCode = z.string().regex(/^[a-z_]{2,40}$/);
