import { newId } from '@lotse/kernel';
import type { JoinRule, ReferralState } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import type { ReferralRecord } from '../referrals';

/** Another referral of the same bundle, as far as the reader sees them. */
export interface PartRow {
  id: string;
  position: number;
  state: ReferralState;
  serviceId: string | null;
}

const make = `
  insert into referral_bundle (id, region_id, person_id, referrer_organisation_id, join_rule) values ($1, current_region(), $2, $3, $4)`;
const join = `update referral set bundle_id = $2, bundle_position = $3 where id = $1`;
const openParts = `
  select id, bundle_position as position, state, service_id as "serviceId" from referral
  where bundle_id = $1 and state not in ('closed', 'withdrawn', 'entered_in_error', 'returned')`;

/** Referrals of one person that go out together. */
@Injectable()
export class Bundles {
  /** The bundle of a referral; made when there is none. */
  async of(transaction: Transaction, record: ReferralRecord, joinRule: JoinRule): Promise<string> {
    const found = await transaction.row<{ id: string | null }>('bundle.of', `select bundle_id as id from referral where id = $1`, [
      record.id,
    ]);
    if (found?.id) return found.id;
    const id = newId();
    transaction.send('bundle.make', make, [id, record.personId, record.referrerOrganisationId, joinRule]);
    transaction.send('bundle.begin', join, [record.id, id, 1]);
    return id;
  }

  /** Parts that still run, of those the reader sees. */
  openParts(transaction: Transaction, bundleId: string): Promise<PartRow[]> {
    return transaction.rows<PartRow>('bundle.open-parts', openParts, [bundleId]);
  }

  async nextPlace(transaction: Transaction, bundleId: string): Promise<number> {
    const found = await transaction.row<{ place: number }>('bundle.next-place', 'select next_place_in_bundle($1) as place', [bundleId]);
    return found!.place;
  }

  join(transaction: Transaction, referralId: string, bundleId: string, position: number): void {
    transaction.send('bundle.join', join, [referralId, bundleId, position]);
  }
}
