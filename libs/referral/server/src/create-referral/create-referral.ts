import { Services } from '@lotse/directory/server';
import { newId, type BodyOf } from '@lotse/kernel';
import { People } from '@lotse/people/server';
import {
  dueIn,
  emptyContent,
  type createReferral,
  type MovedReferral,
  type ReferralContent,
  type ReferralOrigin,
} from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Beginnings, type Beginning } from '../beginnings';
import { ContentChecks } from '../content-checks';
import { contentColumnNames, contentPlaces, contentValues, recipientOf } from '../content-columns';
import { Referrals, type ReferralRecord } from '../referrals';

const insert = `
  insert into referral (id, region_id, person_id, referrer_organisation_id, recipient_organisation_id, state, custodian,
    custodian_organisation_id, due_at, created_by, ${contentColumnNames})
  values ($1, current_region(), $2, current_organisation(), $3, 'draft', 'referrer', current_organisation(), $4, current_staff(),
    ${contentPlaces(5)})`;

const rememberOrigin = `update referral set origin = $2::jsonb where id = $1`;

/** Begins a referral (T01). The draft is the referrer's alone; it stays on their worklist until it is sent or discarded. */
@Injectable()
export class CreateReferral implements Beginning, OnModuleInit {
  constructor(
    private readonly beginnings: Beginnings,
    private readonly checks: ContentChecks,
    private readonly people: People,
    private readonly services: Services,
    private readonly regions: Regions,
    private readonly referrals: Referrals,
  ) {}

  onModuleInit(): void {
    this.beginnings.register(this);
  }

  async run(
    transaction: Transaction,
    { personId, ...written }: BodyOf<typeof createReferral>,
    origin?: ReferralOrigin,
  ): Promise<MovedReferral> {
    const content: ReferralContent = { ...emptyContent, ...written };
    await this.checks.writing(transaction, content);
    const owned = this.people.own(transaction, personId);
    const settings = await this.regions.settings(transaction);
    const [recipient] = await Promise.all([recipientOf(transaction, content, this.services, settings), owned]);
    const record = this.recordOf(transaction, personId, recipient, content);
    const dueAt = dueIn('draft', record, settings, new Date());
    transaction.send('referral.create', insert, [record.id, personId, recipient, dueAt, ...contentValues(content)]);
    if (origin) transaction.send('referral.origin', rememberOrigin, [record.id, JSON.stringify(origin)]);
    this.referrals.write(transaction, record, { act: 'create', to: 'draft' });
    return { id: record.id, state: 'draft', version: 1 };
  }

  private recordOf(transaction: Transaction, personId: string, recipient: string | null, content: ReferralContent): ReferralRecord {
    return {
      id: newId(),
      reference: '',
      regionId: transaction.actor.regionId,
      personId,
      referrerOrganisationId: transaction.actor.organisationId,
      recipientOrganisationId: recipient,
      serviceId: content.serviceId,
      state: 'draft',
      stateBefore: null,
      urgency: content.urgency,
      clockStartedAt: null,
      targetDays: null,
      shortNotice: content.shortNotice,
      minimumNoticeHours: content.minimumNoticeHours,
      version: 1,
      recipientSees: false,
      createdBy: transaction.actor.staffId,
      dueAt: null,
      appointmentStartsAt: null,
      riskReviewOpen: false,
      outcomeChasers: 0,
      closedAt: null,
      errorAskedBy: null,
      unreadChanges: 0,
      declineProposedBy: null,
    };
  }
}
