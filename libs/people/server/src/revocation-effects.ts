import type { ReceivedBefore, Release, RevocationEffect } from '@lotse/people/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Why a release covers somebody no longer. */
export type EndOfRelease = 'revoked' | 'ran_out';

/** What a room does when a release is revoked or has run out, in the same transaction, and what it would do, told before. */
export interface RevocationEffectOf {
  readonly name: string;
  /** Set by whoever says where things are in the end: what others end comes before it. */
  readonly comesLast?: true;
  /** What `apply` would do now. */
  preview(transaction: Transaction, release: Release): Promise<RevocationEffect[]>;
  apply(transaction: Transaction, release: Release, why: EndOfRelease): Promise<void>;
  /** What the recipient has received on the strength of such a release; it stays where it was lawfully received. */
  received?(transaction: Transaction, release: Release): Promise<ReceivedBefore[]>;
}

/**
 * What follows elsewhere when a release is revoked or has run out. Rooms register when they start; people knows none of them. Called only when no other
 * release of the person covers the same recipient.
 */
@Injectable()
export class RevocationEffects {
  private readonly known = new Map<string, RevocationEffectOf>();

  register(effect: RevocationEffectOf): void {
    this.known.set(effect.name, effect);
  }

  async preview(transaction: Transaction, release: Release): Promise<RevocationEffect[]> {
    const found: RevocationEffect[] = [];
    for (const effect of this.known.values()) found.push(...(await effect.preview(transaction, release)));
    return found.filter(({ amount }) => amount > 0);
  }

  async received(transaction: Transaction, release: Release): Promise<ReceivedBefore[]> {
    const found: ReceivedBefore[] = [];
    for (const effect of this.known.values()) found.push(...((await effect.received?.(transaction, release)) ?? []));
    return found;
  }

  async apply(transaction: Transaction, release: Release, why: EndOfRelease): Promise<void> {
    const effects = [...this.known.values()];
    const inOrder = [...effects.filter(({ comesLast }) => !comesLast), ...effects.filter(({ comesLast }) => comesLast)];
    for (const effect of inOrder) await effect.apply(transaction, release, why);
  }
}
