import { effect, inject, Service } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import { CurrentSession } from '@lotse/identity/client';
import type { AnswerOf } from '@lotse/kernel';
import { readReferral, readReferralActs, type Referral } from '@lotse/referral/model';

type Acts = AnswerOf<typeof readReferralActs>['items'];

/** So many stay; whoever walks back finds them. */
const most = 30;
/** Nothing is shown that was read longer ago without being read again. */
const freshFor = 3 * 60_000;

interface Look {
  readonly at: number;
  readonly referral: Promise<Referral>;
  readonly acts: Promise<Acts>;
}

/**
 * What has been read of referrals a moment ago, in memory only: the next ones of a box are read ahead, so that they are there when a key is
 * pressed. Whatever changes is forgotten.
 */
@Service()
export class ReferralLooks {
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private readonly kept = new Map<string, Look>();

  constructor() {
    inject(Live).onChange('referral', (change) => (change ? this.forget(change.id) : this.kept.clear()));
    effect(() => {
      this.session.session();
      this.kept.clear();
    });
  }

  referral = (id: string): Promise<Referral> => this.look(id).referral;
  acts = (id: string): Promise<Acts> => this.look(id).acts;

  /** Whether it can be shown at once. */
  has(id: string): boolean {
    const look = this.kept.get(id);
    return look !== undefined && Date.now() - look.at < freshFor;
  }

  ahead(ids: readonly string[]): void {
    for (const id of ids) this.look(id);
  }

  forget(id: string): void {
    this.kept.delete(id);
  }

  private look(id: string): Look {
    const known = this.kept.get(id);
    if (known && this.has(id)) return known;
    const params = { id };
    const look = {
      at: Date.now(),
      referral: this.api.send(readReferral, { params }),
      acts: this.api.send(readReferralActs, { params }).then(({ items }) => items),
    };
    // What could not be read is asked anew the next time; whoever waits for it hears why.
    for (const read of [look.referral, look.acts]) read.catch(() => this.kept.get(id) === look && this.forget(id));
    this.kept.delete(id);
    this.kept.set(id, look);
    for (const oldest of [...this.kept.keys()].slice(0, -most)) this.forget(oldest);
    return look;
  }
}
