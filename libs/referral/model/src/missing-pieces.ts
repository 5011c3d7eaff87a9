import type { DataPart, ReleasedParts } from '@lotse/people/model';
import * as z from 'zod';
import { referralLifecycle, type ReferralState } from './referral.lifecycle';

/** What a receiver would ask back for, by code: how to reach the person, what they have and take, who pays, how long one may know. */
export const missingPieceSchema = z.enum(['phone', 'diagnosis', 'medication', 'kvnr', 'release_ends']);
export type MissingPiece = z.output<typeof missingPieceSchema>;

/** A release that ends within so many days is better renewed now. */
export const releaseEndsSoonDays = 14;

/** What is known about a referral that is not the referral itself. */
export interface PieceFacts {
  state: ReferralState;
  hasPhone: boolean;
  hasDiagnosis: boolean;
  hasMedication: boolean;
  hasKvnr: boolean;
  releaseEndsSoon: boolean;
}

/** Whether something is missing is part of what was released or was not: of what is hidden nobody learns whether there is any. */
const partOf: Record<MissingPiece, DataPart | undefined> = {
  phone: 'contact',
  diagnosis: 'diagnosis',
  medication: 'medication',
  kvnr: 'identity',
  release_ends: undefined,
};

/** What is missing of a referral in the order in which one asks for it; nothing once it has ended, nobody asks then. */
export function missingPieces(facts: PieceFacts, released: ReleasedParts = null): MissingPiece[] {
  if (facts.state === 'closed' || referralLifecycle.isFinal(facts.state)) return [];
  const missing: Record<MissingPiece, boolean> = {
    phone: !facts.hasPhone,
    diagnosis: !facts.hasDiagnosis,
    medication: !facts.hasMedication,
    kvnr: !facts.hasKvnr,
    release_ends: facts.releaseEndsSoon,
  };
  const maySee = (part: DataPart | undefined) => part === undefined || released === null || released.includes(part);
  return missingPieceSchema.options.filter((piece) => missing[piece] && maySee(partOf[piece]));
}
