import { calendarDayOf, newId, refuse, type BodyOf } from '@lotse/kernel';
import { People } from '@lotse/people/server';
import { refusedRedirect, type MovedReferral, type NextReceiver, type redirectReferral } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { findNextReceiver, legUntil, releasesTowards } from '../next-receiver';
import { noteOf } from '../note-of';
import { Reasons } from '../reasons';
import { Referrals, type ReferralRecord } from '../referrals';

/**
 * Hands a referral on to another service (T12). Clock and reference stay; the release must name the next receiver, whose leg is opened in
 * the same transaction. Whoever hands on keeps seeing the referral as long as their own leg lasts, and may do nothing with it any more.
 * Once the receiver may no longer see it, whoever referred hands it on, on the strength of their own releases.
 */
@Injectable()
export class RedirectReferral {
  constructor(
    private readonly referrals: Referrals,
    private readonly reasons: Reasons,
    private readonly people: People,
  ) {}

  async run(transaction: Transaction, id: string, version: number, body: BodyOf<typeof redirectReferral>): Promise<MovedReferral> {
    const record = await this.referrals.take(transaction, id, version, 'redirect');
    await this.reasons.expect(transaction, { list: 'redirect', code: body.reason, comment: body.note, commentField: 'note' });
    const to = await findNextReceiver(transaction, body.serviceId);
    await (record.recipientSees ? this.openLeg(transaction, record, to) : this.openOwnLeg(transaction, record, to));
    return this.referrals.move(transaction, record, 'redirect', { note: noteOf(body.reason, body.note), recipient: to });
  }

  private async openLeg(transaction: Transaction, record: ReferralRecord, to: NextReceiver): Promise<void> {
    const now = new Date();
    const releases = await releasesTowards(transaction, record.id, to.organisationId);
    refuse(refusedRedirect(record, to, { releases, today: calendarDayOf(now) }));
    if (to.organisationId === record.recipientOrganisationId) return;
    const until = legUntil(releases, to.organisationId, now);
    transaction.send('grant.hand-on-leg', 'select hand_on_leg($1, $2, $3, $4)', [newId(), record.id, to.organisationId, until]);
  }

  private async openOwnLeg(transaction: Transaction, record: ReferralRecord, to: NextReceiver): Promise<void> {
    const now = new Date();
    const { id: referralId, personId } = record;
    const releases = await this.people.releases(transaction, personId);
    refuse(refusedRedirect(record, to, { releases, today: calendarDayOf(now) }));
    const validUntil = legUntil(releases, to.organisationId, now);
    this.people.grants.openLeg(transaction, { personId, referralId, organisationId: to.organisationId, validUntil });
  }
}
