import { Database, type Transaction } from '@lotse/server-kit/database';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { slotOfferLifecycle } from '@lotse/waiting-list/model';
import { Inject, Injectable } from '@nestjs/common';
import { EndOffer } from '../answer-offer/end-offer';
import { Offers } from '../offers';

/** What is needed to act on an offer in the name of those it belongs to. */
export interface DueOffer {
  id: string;
  organisationId: string;
  referrerOrganisationId: string;
  regionId: string;
}

const due = `
  select offer_id as id, organisation_id as "organisationId", referrer_organisation_id as "referrerOrganisationId", region_id as "regionId"
  from due_offers(100)`;

/** Ends offers whose hold has ended by the database's clock, each in a transaction of its own. Any number of processes may do it. */
@Injectable()
export class ExpireOffers {
  constructor(
    private readonly database: Database,
    private readonly offers: Offers,
    private readonly endOffer: EndOffer,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Ends all that are due. One that fails does not hold up the others. */
  async run(): Promise<void> {
    const found = await this.database.asPublic((transaction) => transaction.rows<DueOffer>('offers.due', due));
    for (const offer of found) {
      try {
        await this.one(offer);
      } catch (error) {
        this.log.warn({ offer: offer.id, error }, 'offer will be expired later');
      }
    }
  }

  /**
   * Ends one offer in the clinic's name; in the referrer's when the clinic may no longer see the person, because a hold must end
   * even then.
   */
  async one({ id, organisationId, referrerOrganisationId, regionId }: DueOffer): Promise<void> {
    for (const actor of [organisationId, referrerOrganisationId]) {
      const isSeen = await this.database.asOrganisation({ organisationId: actor, regionId }, (transaction) => this.expire(transaction, id));
      if (isSeen) return;
    }
  }

  private async expire(transaction: Transaction, id: string): Promise<boolean> {
    if (!(await transaction.row('offer.seen', 'select id from slot_offer where id = $1', [id]))) return false;
    const locked = await this.offers.lock(transaction, id);
    const { offer } = locked;
    if (offer.state === slotOfferLifecycle.initial && offer.expiresAt <= offer.now) {
      await this.endOffer.run(transaction, locked, { act: 'expire', cascade: offer.cascade });
    }
    return true;
  }
}
