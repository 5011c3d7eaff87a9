import { inject, Service } from '@angular/core';
import { CurrentSession } from '@lotse/identity/client';
import type { MovedReferral, Referral } from '@lotse/referral/model';
import { PerformAct } from '../acts/perform-act';

type Seen = Pick<MovedReferral, 'id' | 'version'>;

/** Confirms receipt when a new referral is looked at: once for each, however often that is. */
@Service()
export class AcknowledgeOpened {
  private readonly perform = inject(PerformAct);
  private readonly session = inject(CurrentSession);
  private readonly done = new Map<string, Promise<MovedReferral | undefined>>();

  /** Whether looking at it confirms its receipt. */
  isDue({ state, recipient }: Pick<Referral, 'state' | 'recipient'>): boolean {
    const here = recipient !== null && recipient.organisationId === this.session.session()?.organisation.id;
    return state === 'requested' && here && this.session.may('referral.acknowledge');
  }

  /** Answers with where the referral is now, or nothing when there was nothing to confirm. A failure leaves the act to its button. */
  run(referral: Referral): Promise<MovedReferral | undefined> {
    if (!this.isDue(referral)) return Promise.resolve(undefined);
    const underWay = this.done.get(referral.id) ?? this.perform.run('acknowledge', referral).catch(() => this.forget(referral.id));
    this.done.set(referral.id, underWay);
    return underWay;
  }

  /** The version to act on: what was shown, or what it became by confirming. */
  async seen(referral: Referral): Promise<Seen> {
    return (await this.run(referral)) ?? referral;
  }

  private forget(id: string): undefined {
    this.done.delete(id);
  }
}
