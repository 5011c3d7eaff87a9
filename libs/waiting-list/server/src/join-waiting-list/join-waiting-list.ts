import { invalidState, newId, Refusal, type BodyOf } from '@lotse/kernel';
import type { MovedReferral } from '@lotse/referral/model';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import { targetInDays } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { alreadyOnList, waitingListEntryLifecycle, type joinWaitingList } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

const insert = `
  insert into waiting_list_entry (id, region_id, organisation_id, service_id, referral_id, person_id, urgency, band, target_days, received_at,
    short_notice, minimum_notice_hours, state)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (referral_id) where state <> 'removed' do nothing`;

/** Puts the person of an accepted referral on the list of its service. They have been waiting since the referral was sent. */
@Injectable()
export class JoinWaitingList {
  constructor(
    private readonly referrals: Referrals,
    private readonly regions: Regions,
  ) {}

  async run(
    transaction: Transaction,
    referralId: string,
    version: number,
    { note }: BodyOf<typeof joinWaitingList>,
  ): Promise<MovedReferral> {
    const referral = await this.referrals.take(transaction, referralId, version, 'waitlist');
    const moved = await this.referrals.move(transaction, referral, 'waitlist', { note });
    await this.enter(transaction, referral);
    return moved;
  }

  /** Gives the person of a referral a place, wherever the referral stands; answers the place's id. */
  async enter(transaction: Transaction, referral: ReferralRecord): Promise<string> {
    const entryId = newId();
    const { band, targetDays } = await this.bandOf(transaction, referral);
    const { id: referralId, serviceId, personId, urgency, clockStartedAt, shortNotice, minimumNoticeHours } = referral;
    const inserted = await transaction.change('entry.join', insert, [
      entryId, serviceId, referralId, personId, urgency, band, targetDays, clockStartedAt, shortNotice, minimumNoticeHours,
      waitingListEntryLifecycle.initial,
    ]); // prettier-ignore
    if (inserted === 0) throw new Refusal(alreadyOnList());
    transaction.record({ kind: 'act', verb: 'waitingList.join', subject: 'waiting-list-entry', subjectId: entryId, personId });
    return entryId;
  }

  /** The band of the county; the target stays the one that was in force when the referral was sent. */
  private async bandOf(transaction: Transaction, referral: ReferralRecord): Promise<{ band: number; targetDays: number }> {
    const { urgencyBands } = await this.regions.settings(transaction);
    const found = urgencyBands.find(({ urgency }) => urgency === referral.urgency);
    if (!found || found.band === 0) throw new Refusal(invalidState({ context: { urgency: referral.urgency } }));
    return { band: found.band, targetDays: referral.targetDays ?? targetInDays(found) };
  }
}
