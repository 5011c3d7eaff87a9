import type { ReferralAct, ReferralState } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import type { ReferralRecord } from './referrals';

/** A move that has just been made: the record says where the referral is now. */
export interface Move {
  record: ReferralRecord;
  act: ReferralAct;
  from: ReferralState;
  to: ReferralState;
  /** When whoever has it now must act; nothing at the end. */
  dueAt: Date;
  /** The step in the history. */
  stepId: string;
  /** The coded reason that the act was given, and from which list. */
  reason?: { list: string; code: string } | undefined;
}

/** A step that was a slip and has been taken back: the referral is what it was before. */
export interface TakenBack {
  record: ReferralRecord;
  act: string;
  /** The step that is taken back. */
  stepId: string;
}

/** What a room does when a referral moves, in the same transaction. */
export interface ReferralEffect {
  readonly name: string;
  /** Locks what `apply` may change, before the referral is locked: slots, offers, places, in the order of their room. */
  lock?(transaction: Transaction, referralId: string): Promise<void>;
  apply(transaction: Transaction, move: Move): Promise<void>;
  /** What `apply` did about a step is to be undone as well. */
  takenBack?(transaction: Transaction, step: TakenBack): Promise<void>;
}

/** What follows from a move elsewhere. Rooms register when they start; referral knows none of them. */
@Injectable()
export class ReferralEffects {
  private readonly known = new Map<string, ReferralEffect>();

  register(effect: ReferralEffect): void {
    this.known.set(effect.name, effect);
  }

  async lock(transaction: Transaction, referralId: string): Promise<void> {
    for (const effect of this.known.values()) await effect.lock?.(transaction, referralId);
  }

  async apply(transaction: Transaction, move: Move): Promise<void> {
    for (const effect of this.known.values()) await effect.apply(transaction, move);
  }

  async takenBack(transaction: Transaction, step: TakenBack): Promise<void> {
    for (const effect of this.known.values()) await effect.takenBack?.(transaction, step);
  }
}
