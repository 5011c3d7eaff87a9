import { calendarDayOf, newId, refuse, type BodyOf } from '@lotse/kernel';
import {
  dueIn,
  refusedAnother,
  refusedRedirect,
  refusedSplitFrom,
  notYourTurn,
  type MovedReferral,
  type NextReceiver,
  type splitOff,
} from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { contentColumnsBut } from '../content-columns';
import { findNextReceiver, legUntil, releasesTowards } from '../next-receiver';
import { Referrals, type ReferralRecord } from '../referrals';
import { Bundles } from './bundles';

const copied = contentColumnsBut('serviceId', 'question');

const insert = `
  insert into referral (id, region_id, person_id, referrer_organisation_id, recipient_organisation_id, service_id, question, state, custodian,
    custodian_organisation_id, due_at, created_by, clock_started_at, target_days, bundle_id, bundle_position, ${copied})
  select $2, region_id, person_id, referrer_organisation_id, $3, $4, $5, 'requested', 'recipient_intake', $3, $6, current_staff(), clock_started_at,
    target_days, $7, $8, ${copied}
  from referral where id = $1`;

const wasSplit = `update referral set updated_at = now(), version = version + 1 where id = $1`;

/**
 * Sends a part of a referral on to another service and keeps the rest. The part is the referrer's like the whole: their release must name the
 * receiver, and it has the clock it had. Whoever splits off sees no more of it than that it was sent.
 */
@Injectable()
export class SplitOff {
  constructor(
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly bundles: Bundles,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof splitOff>): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(refusedSplitFrom(record.state));
    refuse(record.recipientOrganisationId === transaction.actor.organisationId ? undefined : notYourTurn());
    const to = await findNextReceiver(transaction, body.serviceId);
    const now = new Date();
    const releases = await releasesTowards(transaction, id, to.organisationId);
    refuse(refusedRedirect(record, to, { releases, today: calendarDayOf(now) }));
    const bundleId = await this.bundles.of(transaction, record, 'all');
    refuse(refusedAnother(record, to, await this.bundles.openParts(transaction, bundleId)));
    const until = to.organisationId === record.recipientOrganisationId ? null : legUntil(releases, to.organisationId, now);
    const part = await this.send(transaction, record, { bundleId, to, question: body.question, until });
    this.referrals.write(transaction, part, { act: 'submit', to: 'requested' });
    this.referrals.write(transaction, record, { act: 'split', to: record.state, note: to.organisationName });
    transaction.send('referral.was-split', wasSplit, [id]);
    return { id: part.id, state: 'requested', version: 1 };
  }

  private async send(
    transaction: Transaction,
    record: ReferralRecord,
    { bundleId, to, question, until }: { bundleId: string; to: NextReceiver; question: string; until: Date | null },
  ): Promise<ReferralRecord> {
    const id = newId();
    const dueAt = dueIn('requested', record, await this.regions.settings(transaction), new Date());
    const place = await this.bundles.nextPlace(transaction, bundleId);
    transaction.send('referral.split-off', insert, [record.id, id, to.organisationId, to.serviceId, question, dueAt, bundleId, place]);
    transaction.send('grant.open-split-leg', 'select open_split_leg($1, $2, $3, $4)', [newId(), record.id, id, until]);
    return {
      ...record,
      id,
      state: 'draft',
      recipientOrganisationId: to.organisationId,
      serviceId: to.serviceId,
      version: 0,
      recipientSees: true,
    };
  }
}
