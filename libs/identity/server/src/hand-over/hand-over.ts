import type { OpenWork } from '@lotse/identity/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** A kind of work that can be in somebody's hands; the domain it belongs to registers it. */
export interface WorkInHand {
  /** Names the kind; the client has a word for it. */
  kind: string;
  /** The permission without which nobody can take it over. */
  needs: string;
  /** How much of it somebody of the own organisation has in hand. */
  count(transaction: Transaction, staffId: string): Promise<number>;
  /** Gives all of it to somebody else, or back to the team (null), with its traces. Answers how much it was. */
  handOver(transaction: Transaction, from: string, to: string | null): Promise<number>;
}

/** How much an organisation of the county still has a part in; a number and nothing else. */
export type OpenIn = (transaction: Transaction, organisationId: string) => Promise<number>;

/** What has to be handed over before somebody, or a whole organisation, leaves. Identity knows no work: it is told. */
@Injectable()
export class HandOver {
  private readonly kinds: WorkInHand[] = [];
  private readonly counts: OpenIn[] = [];

  register(work: WorkInHand): void {
    this.kinds.push(work);
  }

  /** What keeps an organisation from being closed. */
  registerOpen(count: OpenIn): void {
    this.counts.push(count);
  }

  /** What somebody has in hand; kinds of which there is nothing are left out. */
  async countOf(transaction: Transaction, staffId: string): Promise<OpenWork[]> {
    const items = await Promise.all(this.kinds.map(async (work) => ({ kind: work.kind, count: await work.count(transaction, staffId) })));
    return items.filter(({ count }) => count > 0);
  }

  /** The permissions a receiver of everything needs. */
  needs(items: readonly OpenWork[]): string[] {
    return this.kinds.filter(({ kind }) => items.some((item) => item.kind === kind)).map(({ needs }) => needs);
  }

  async run(transaction: Transaction, from: string, to: string | null): Promise<number> {
    let handedOver = 0;
    for (const work of this.kinds) handedOver += await work.handOver(transaction, from, to);
    return handedOver;
  }

  async openIn(transaction: Transaction, organisationId: string): Promise<number> {
    const counts = await Promise.all(this.counts.map((openIn) => openIn(transaction, organisationId)));
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
