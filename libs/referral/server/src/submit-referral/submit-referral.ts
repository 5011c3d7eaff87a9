import { Services } from '@lotse/directory/server';
import { addCalendarDays, calendarDayOf, instantAt, refuse } from '@lotse/kernel';
import { coveredUntil, type Release } from '@lotse/people/model';
import { People } from '@lotse/people/server';
import {
  previewDiffers,
  refusedBySide,
  refusedByState,
  refusedSubmission,
  targetDaysOf,
  type MovedReferral,
  type ReferralContent,
} from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ContentChecks } from '../content-checks';
import { contentColumns } from '../content-columns';
import { PreviewReferral } from '../preview-referral/preview-referral';
import { Referrals } from '../referrals';

const startClock = `
  update referral set recipient_organisation_id = $2, clock_started_at = coalesce(clock_started_at, $3), target_days = $4 where id = $1`;

/** Referrals that go out together have one clock, whichever was sent first. */
const bundleClock = `select clock_of_bundle(bundle_id) as clock from referral where id = $1 and bundle_id is not null`;

/** Sends a referral (T02): the receiver's grant, the clock and the hand-off are one transaction. */
@Injectable()
export class SubmitReferral {
  constructor(
    private readonly checks: ContentChecks,
    private readonly people: People,
    private readonly services: Services,
    private readonly regions: Regions,
    private readonly referrals: Referrals,
    private readonly preview: PreviewReferral,
  ) {}

  async run(transaction: Transaction, id: string, version: number, previewed?: string): Promise<MovedReferral> {
    const record = await this.referrals.load(transaction, id);
    this.referrals.expectVersion(record, version);
    refuse(refusedByState(record.state, 'submit'));
    refuse(refusedBySide('submit', transaction.actor.organisationId, record));
    const now = new Date();
    const [content, releases, service, settings, refusedPerson, bundle] = await Promise.all([
      transaction.row<ReferralContent>('referral.content', `select ${contentColumns} from referral where id = $1`, [id]),
      this.people.releases(transaction, record.personId),
      record.serviceId ? this.services.find(transaction, record.serviceId) : undefined,
      this.regions.settings(transaction),
      this.people.refusedReferral(transaction, record.personId),
      transaction.row<{ clock: Date | null }>('referral.bundle-clock', bundleClock, [id]),
    ]);
    refuse(refusedPerson);
    refuse(refusedSubmission(content!, { service: service ?? null, releases, today: calendarDayOf(now) }));
    await this.checks.sending(transaction, content!);

    if (previewed) await this.expectPreviewed(transaction, id, releases, service!.organisationId, previewed);

    record.recipientOrganisationId = service!.organisationId;
    record.recipientSees = true;
    record.clockStartedAt ??= bundle?.clock ?? now;
    record.targetDays = targetDaysOf(record.urgency!, settings);
    transaction.send('referral.start-clock', startClock, [id, service!.organisationId, record.clockStartedAt, record.targetDays]);
    this.people.grants.openLeg(transaction, {
      personId: record.personId,
      referralId: id,
      organisationId: service!.organisationId,
      validUntil: endOf(releases, service!.organisationId, calendarDayOf(now)),
    });
    return this.referrals.move(transaction, record, 'submit');
  }

  private async expectPreviewed(
    transaction: Transaction,
    id: string,
    releases: Parameters<PreviewReferral['fingerprint']>[2],
    organisationId: string,
    previewed: string,
  ): Promise<void> {
    const delivered = await this.preview.fingerprint(transaction, id, releases, organisationId);
    refuse(delivered === previewed ? undefined : previewDiffers());
  }
}

/** Until the end of the last day on which a release for the receiver is in force. */
const endOf = (releases: readonly Release[], organisationId: string, day: string): Date =>
  instantAt(addCalendarDays(coveredUntil(releases, organisationId, day)!, 1));
