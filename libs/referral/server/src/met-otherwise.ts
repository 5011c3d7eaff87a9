import type { Transaction } from '@lotse/server-kit/database';
import type { MoveOptions, ReferralRecord } from './referrals';

const text = `
  update referral set appointment_starts_at = $2, appointment_ends_at = $3, appointment_mode = $4, appointment_place = $5 where id = $1`;

/** Within a move: people met otherwise than had been arranged, and the referral says how it was. */
export function metOtherwise(
  transaction: Transaction,
  { id }: ReferralRecord,
  { startsAt, endsAt, mode, place }: NonNullable<MoveOptions['appointment']>,
): void {
  transaction.send('referral.met-otherwise', text, [id, startsAt, endsAt, mode, place]);
}
