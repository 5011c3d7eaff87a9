import { calendarDayOf, notFound, Refusal } from '@lotse/kernel';
import { coveredUntil, partsReleasedTo, shownTo, type Release } from '@lotse/people/model';
import { People } from '@lotse/people/server';
import {
  deliveredSchema,
  partsOfReceiver,
  previewNeedsService,
  type AttachedInPreview,
  type Delivered,
  type ReferralPreview,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { fingerprintOf } from '../fingerprint';
import { readWhole, type WholeReferral } from '../read-referral/read-referral';

/** What whole files are attached; what is locked or was refused goes nowhere. */
const attached = `
  select id, name, part, size from attachment where referral_id = $1 and state in ('clean', 'unscanned') order by created_at, id`;

/** Shows the sender what the receiver will get: the same content, the same rule, the same fingerprint. */
@Injectable()
export class PreviewReferral {
  constructor(private readonly people: People) {}

  async run(transaction: Transaction, id: string): Promise<ReferralPreview> {
    const referral = await readWhole(transaction, id);
    if (!referral || referral.referrer.organisationId !== transaction.actor.organisationId) throw new Refusal(notFound());
    if (!referral.recipient) throw new Refusal(previewNeedsService());
    const [all, files] = await Promise.all([
      this.people.releases(transaction, referral.personId),
      transaction.rows<Omit<AttachedInPreview, 'isDelivered'>>('preview.attached', attached, [id]),
    ]);
    const releases = ofSender(all, transaction);
    const { recipient } = referral;
    const parts = partsFor(releases, recipient.organisationId);
    const delivered = deliveredTo(referral, releases, recipient.organisationId);
    return {
      recipient,
      delivered,
      attachments: files.map((file) => ({ ...file, isDelivered: parts.includes(file.part) })),
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

/** The parts that a receiver has today. */
const partsFor = (releases: readonly Release[], organisationId: string) =>
  partsOfReceiver(partsReleasedTo(releases, organisationId, calendarDayOf(new Date())));

function deliveredTo(referral: WholeReferral, releases: readonly Release[], organisationId: string): Delivered {
  const { personName, birthDate, person, content } = referral;
  return shownTo(deliveredSchema, { personName, birthDate, person, content }, partsFor(releases, organisationId));
}
