import { calendarDayOf, daysAfter } from '@lotse/kernel';
import type { ActReason } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { coolsOffUntil, reasonableDeclinesUntilReview } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import type { LockedOffer } from '../offers';
import type { Ending } from './end-offer';

const coolOff = `
  with said as (update slot_offer set cools_off_until = $3::date where id = $1)
  update waiting_list_entry set cooling_off_until = greatest(cooling_off_until, $3::date), version = version + 1 where id = $2`;
const counting = `select count(*)::int as count from slot_offer where entry_id = $1 and state = 'declined' and is_reasonable`;

/** What follows when somebody declines: a date until which they are left alone, or work for a person. Nobody is ever removed by it. */
@Injectable()
export class AfterDecline {
  constructor(private readonly tasks: Tasks) {}

  async run(transaction: Transaction, locked: LockedOffer, reason: ActReason, counted: NonNullable<Ending['counted']>): Promise<void> {
    const { offer, entry } = locked;
    if (counted.consequence === 'cool_off') {
      transaction.send('entry.cool-off', coolOff, [offer.id, entry.id, coolsOffUntil(reason, calendarDayOf(offer.now))]);
    }
    if (counted.consequence === 'review') this.open(transaction, locked, 'decline_to_review', offer.organisationId, 3);
    if (counted.consequence === 'withdraw') this.open(transaction, locked, 'request_still_wanted', offer.referrerOrganisationId, 3);
    if (counted.isReasonable) await this.count(transaction, locked);
  }

  /** After every two that count, somebody who treats looks at it, before anything else happens. */
  private async count(transaction: Transaction, locked: LockedOffer): Promise<void> {
    const found = await transaction.row<{ count: number }>('offers.reasonable', counting, [locked.entry.id]);
    if (found!.count % reasonableDeclinesUntilReview === 0)
      this.open(transaction, locked, 'reasonable_offers_declined', locked.offer.organisationId, 5);
  }

  private open(
    transaction: Transaction,
    { offer, referral }: LockedOffer,
    kind: 'decline_to_review' | 'request_still_wanted' | 'reasonable_offers_declined',
    organisationId: string,
    days: number,
  ): void {
    this.tasks.open(transaction, {
      key: `${kind}:${offer.id}`,
      kind,
      subject: 'referral',
      subjectId: offer.referralId,
      personId: offer.personId,
      organisationId,
      dueAt: daysAfter(offer.now, days),
      facts: { reference: referral.reference },
    });
  }
}
