import { addCalendarDays, calendarDayOf, instantAt, newId, refuse, Refusal, type BodyOf } from '@lotse/kernel';
import { coveredUntil, type ReleaseTerms } from '@lotse/people/model';
import {
  refusedBySide,
  refusedByState,
  refusedRedirect,
  refusedRedirectFrom,
  unknownService,
  type MovedReferral,
  type NextReceiver,
  type redirectReferral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { noteOf } from '../note-of';
import { Referrals, type ReferralRecord } from '../referrals';

const findReceiver = `
  select s.id as "serviceId", s.organisation_id as "organisationId", o.name as "organisationName", s.accepts_referrals as "acceptsReferrals"
  from service s join organisation o on o.id = s.organisation_id where s.id = $1 and s.region_id = current_region()`;

const releasesTowards = `
  select recipient_organisation_id as "recipientOrganisationId", valid_from as "validFrom", valid_until as "validUntil",
    revoked_at::text as "revokedAt", data_parts as "dataParts"
  from releases_towards($1, $2)`;

/**
 * Hands a referral on to another service (T12). Clock and reference stay; the release must name the next receiver, whose leg is opened in
 * the same transaction. Whoever hands on keeps seeing the referral as long as their own leg lasts, and may do nothing with it any more.
 */
@Injectable()
export class RedirectReferral {
  constructor(private readonly referrals: Referrals) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof redirectReferral>): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(refusedByState(record.state, 'redirect') ?? refusedRedirectFrom(record.state));
    refuse(refusedBySide('redirect', transaction.actor.organisationId, record));
    const to = await this.receiver(transaction, body.serviceId);
    await this.openLeg(transaction, record, to);
    return this.referrals.move(transaction, record, 'redirect', { note: noteOf(body.reason, body.note), recipient: to });
  }

  private async receiver(transaction: Transaction, serviceId: string): Promise<NextReceiver> {
    const found = await transaction.row<NextReceiver>('redirect.receiver', findReceiver, [serviceId]);
    if (!found) throw new Refusal(unknownService());
    return found;
  }

  private async openLeg(transaction: Transaction, record: ReferralRecord, to: NextReceiver): Promise<void> {
    const today = calendarDayOf(new Date());
    const releases = await transaction.rows<ReleaseTerms>('redirect.releases', releasesTowards, [record.id, to.organisationId]);
    refuse(refusedRedirect(record, to, { releases, today }));
    if (to.organisationId === record.recipientOrganisationId) return;
    const until = instantAt(addCalendarDays(coveredUntil(releases, to.organisationId, today)!, 1));
    transaction.send('grant.hand-on-leg', 'select hand_on_leg($1, $2, $3, $4)', [newId(), record.id, to.organisationId, until]);
  }
}
