import type { Release, RevocationEffect } from '@lotse/people/model';
import { RevocationEffects, type RevocationEffectOf } from '@lotse/people/server';
import type { Transaction } from '@lotse/server-kit/database';
import { isLiveOffer } from '@lotse/waiting-list/model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndOffer } from './answer-offer/end-offer';
import { Offers } from './offers';

const running = `
  select id from slot_offer
  where person_id = $1 and organisation_id = $2 and referrer_organisation_id = current_organisation() and state in ('deferred', 'sent')
  order by id`;

/** A body that may no longer see somebody has no running offer to them: the slot is free again and goes to the next person. */
@Injectable()
export class OffersWithdrawn implements RevocationEffectOf, OnModuleInit {
  readonly name = 'waiting-list.offers-withdrawn';

  constructor(
    private readonly effects: RevocationEffects,
    private readonly offers: Offers,
    private readonly endOffer: EndOffer,
  ) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async preview(transaction: Transaction, release: Release): Promise<RevocationEffect[]> {
    const ids = await this.running(transaction, release);
    return [{ kind: 'offers_withdrawn', amount: ids.length, ids }];
  }

  async apply(transaction: Transaction, release: Release): Promise<void> {
    for (const id of await this.running(transaction, release)) {
      const locked = await this.offers.lock(transaction, id);
      // Somebody may have answered it in this moment; an appointment that was made is not undone by a revocation.
      if (!isLiveOffer(locked.offer.state)) continue;
      await this.endOffer.run(transaction, locked, { act: 'withdraw', cascade: locked.offer.cascade });
    }
  }

  private async running(transaction: Transaction, { personId, recipientOrganisationId }: Release): Promise<string[]> {
    const found = await transaction.rows<{ id: string }>('revocation.offers', running, [personId, recipientOrganisationId]);
    return found.map(({ id }) => id);
  }
}
