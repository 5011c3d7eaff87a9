import { daysAfter } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Tasks } from '@lotse/task/server';
import { offerAccepted, type OfferEvent } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireOffers, type DueOffer } from './expire-offers/expire-offers';

const otherOffers = `
  select offer_id as id, organisation_id as "organisationId", referrer_organisation_id as "referrerOrganisationId", region_id as "regionId"
  from other_offers_of_person($1)`;
const otherEntries = `
  select entry_id as "entryId", organisation_id as "organisationId", referral_id as "referralId", person_id as "personId", reference
  from other_entries_of_person($1)`;
const daysToLook = 3;

interface OtherEntry {
  entryId: string;
  organisationId: string;
  referralId: string;
  personId: string;
  reference: string;
}

/**
 * Whoever has an appointment is offered nothing else meanwhile: other offers to them end, each in the name of the clinic that made it, and everybody
 * else of the round is told. Where they wait as well, the clinic is asked to look whether they still need to; it is not told where the appointment is.
 */
@Injectable()
@ReactsTo({ events: [offerAccepted], name: 'waiting-list.when-offer-accepted' })
export class WhenOfferAccepted implements Reaction {
  constructor(
    private readonly database: Database,
    private readonly expireOffers: ExpireOffers,
    private readonly tasks: Tasks,
  ) {}

  /** May be repeated: what has ended stays as it ended, and the tasks have keys of their own. */
  async react({ payload: { offerId } }: ToldEvent<OfferEvent>): Promise<void> {
    await this.expireOffers.run();
    const offers = await this.database.asSystem(async (transaction) => {
      const found = await transaction.rows<DueOffer>('offers.other-of-person', otherOffers, [offerId]);
      const entries = await transaction.rows<OtherEntry>('entries.other-of-person', otherEntries, [offerId]);
      for (const { entryId, organisationId, referralId, personId, reference } of entries) {
        this.tasks.open(transaction, {
          key: `parallel_entry:${offerId}:${entryId}`,
          kind: 'parallel_entry',
          subject: 'referral',
          subjectId: referralId,
          personId,
          organisationId,
          dueAt: daysAfter(Date.now(), daysToLook),
          facts: { reference },
        });
      }
      return found;
    });
    for (const offer of offers) await this.expireOffers.supersede(offer);
  }
}
