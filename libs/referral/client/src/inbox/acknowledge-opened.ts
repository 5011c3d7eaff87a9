import { inject, Service } from '@angular/core';
import type { MovedReferral, Referral } from '@lotse/referral/model';
import { CurrentSession } from '@lotse/identity/client';
import { PerformAct } from '../acts/perform-act';

/** Confirms receipt when a new referral is opened: once for each, however often it is looked at. */
@Service()
export class AcknowledgeOpened {
  private readonly perform = inject(PerformAct);
  private readonly session = inject(CurrentSession);
  private readonly done = new Set<string>();

  /** Whether opening it confirms its receipt. */
  isDue({ id, state, recipient }: Referral): boolean {
    const here = recipient !== null && recipient.organisationId === this.session.session()?.organisation.id;
    return state === 'requested' && here && this.session.may('referral.acknowledge') && !this.done.has(id);
  }

  /** Answers with where the referral is now, or nothing when there was nothing to confirm. A failure leaves the act to its button. */
  async run(referral: Referral): Promise<MovedReferral | undefined> {
    if (!this.isDue(referral)) return undefined;
    this.done.add(referral.id);
    return this.perform.run('acknowledge', referral).catch(() => undefined);
  }
}
