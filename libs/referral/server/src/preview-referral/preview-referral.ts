import { calendarDayOf, notFound, Refusal } from '@lotse/kernel';
import { coveredUntil, partsReleasedTo, shownTo, type Release } from '@lotse/people/model';
import { People } from '@lotse/people/server';
import { deliveredSchema, partsOfReceiver, previewNeedsService, type Delivered, type ReferralPreview } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { fingerprintOf } from '../fingerprint';
import { readWhole, type WholeReferral } from '../read-referral/read-referral';

/** Shows the sender what the receiver will get: the same content, the same rule, the same fingerprint. */
@Injectable()
export class PreviewReferral {
  constructor(private readonly people: People) {}

  async run(transaction: Transaction, id: string): Promise<ReferralPreview> {
    const referral = await readWhole(transaction, id);
    if (!referral || referral.referrer.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    if (!referral.recipient) throw new Refusal(previewNeedsService());
    const releases = ofSender(await this.people.releases(transaction, referral.personId), transaction);
    const { recipient } = referral;
    const delivered = deliveredTo(referral, releases, recipient.organisationId);
    return {
      recipient,
      delivered,
      fingerprint: fingerprintOf(delivered),
      until: coveredUntil(releases, recipient.organisationId, calendarDayOf(new Date())) ?? null,
    };
  }

  /** The fingerprint of what a receiver would get now. */
  async fingerprint(transaction: Transaction, id: string, releases: readonly Release[], organisationId: string): Promise<string> {
    const referral = await readWhole(transaction, id);
    return fingerprintOf(deliveredTo(referral!, ofSender(releases, transaction), organisationId));
  }
}

const ofSender = (releases: readonly Release[], { actor }: Transaction): Release[] =>
  releases.filter(({ discloserOrganisationId }) => discloserOrganisationId === actor.organisationId);

function deliveredTo(referral: WholeReferral, releases: readonly Release[], organisationId: string): Delivered {
  const { personName, birthDate, person, content } = referral;
  const released = partsReleasedTo(releases, organisationId, calendarDayOf(new Date()));
  return shownTo(deliveredSchema, { personName, birthDate, person, content }, partsOfReceiver(released));
}
