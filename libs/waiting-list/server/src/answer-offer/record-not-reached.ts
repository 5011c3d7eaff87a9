import { daysAfter, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import type { recordNotReached, SlotOffer } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { showOffer } from '../offer-row';
import { AnswerableOffers } from './answerable-offers';
import { EndOffer } from './end-offer';

const attempt = 'update slot_offer set attempts = attempts + 1, version = version + 1 where id = $1';

/** Records that somebody could not be reached: once more until the hold ends, or given up, and then somebody finds out how to reach them. */
@Injectable()
export class RecordNotReached {
  constructor(
    private readonly offers: AnswerableOffers,
    private readonly endOffer: EndOffer,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof recordNotReached>): Promise<SlotOffer> {
    const locked = await this.offers.lock(transaction, id, version);
    const { offer, referral } = locked;
    if (!body.giveUp) {
      transaction.send('offer.attempt', attempt, [id]);
      transaction.record({ kind: 'act', verb: 'waitingList.tryToReach', subject: 'offer', subjectId: id, personId: offer.personId });
      this.announce(transaction, id, version + 1, [offer.organisationId, offer.referrerOrganisationId]);
      return showOffer(transaction, id);
    }
    await this.endOffer.run(transaction, locked, { act: 'give_up', cascade: offer.cascade, comment: body.comment });
    this.tasks.open(transaction, {
      key: `person_unreachable:${id}`,
      kind: 'person_unreachable',
      subject: 'referral',
      subjectId: offer.referralId,
      personId: offer.personId,
      organisationId: offer.referrerOrganisationId,
      dueAt: daysAfter(offer.now, 2),
      facts: { reference: referral.reference },
    });
    return showOffer(transaction, id);
  }

  private announce(transaction: Transaction, id: string, version: number, audience: string[]): void {
    transaction.announce({ name: 'OfferTried', subject: 'offer', subjectId: id, version, audience });
  }
}
