import { invalidState, newId, Refusal, type BodyOf } from '@lotse/kernel';
import type { DataPart } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import type { MovedReferral, Travel } from '@lotse/referral/model';
import { Referrals, type ReferralRecord } from '@lotse/referral/server';
import { targetInDays } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { alreadyOnList, waitingListEntryLifecycle, wishesFromReferral, type joinWaitingList, type Wishes } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

const insert = `
  insert into waiting_list_entry (id, region_id, organisation_id, service_id, referral_id, person_id, urgency, band, target_days, received_at,
    short_notice, minimum_notice_hours, state, wishes)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (referral_id) where state <> 'removed' do nothing`;

interface Said {
  interpreter: string | null;
  travel: Travel | null;
  parts: string | null;
}

const said = `select r.interpreter, r.travel, ${partsOfReferral('r')} as parts from referral r where r.id = $1`;

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
    const wishes = await this.saidInReferral(transaction, referralId);
    const inserted = await transaction.change('entry.join', insert, [
      entryId, serviceId, referralId, personId, urgency, band, targetDays, clockStartedAt, shortNotice, minimumNoticeHours,
      waitingListEntryLifecycle.initial, JSON.stringify(wishes),
    ]); // prettier-ignore
    if (inserted === 0) throw new Refusal(alreadyOnList());
    transaction.record({ kind: 'act', verb: 'waitingList.join', subject: 'waiting-list-entry', subjectId: entryId, personId });
    return entryId;
  }

  /** What the referrer wrote of wishes, as far as it was released. Whoever waits here can say more, or something else. */
  private async saidInReferral(transaction: Transaction, referralId: string): Promise<Wishes> {
    const { parts, interpreter, travel } = (await transaction.row<Said>('entry.said-in-referral', said, [referralId]))!;
    const released = partsFrom(parts);
    const isGiven = (part: DataPart): boolean => released === null || released.includes(part);
    return wishesFromReferral({ interpreter: isGiven('identity') ? interpreter : null, travel: isGiven('contact') ? travel : null });
  }

  /** The band of the county; the target stays the one that was in force when the referral was sent. */
  private async bandOf(transaction: Transaction, referral: ReferralRecord): Promise<{ band: number; targetDays: number }> {
    const { urgencyBands } = await this.regions.settings(transaction);
    const found = urgencyBands.find(({ urgency }) => urgency === referral.urgency);
    if (!found || found.band === 0) throw new Refusal(invalidState({ context: { urgency: referral.urgency } }));
    return { band: found.band, targetDays: referral.targetDays ?? targetInDays(found) };
  }
}
