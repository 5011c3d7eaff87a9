import { newId } from '@lotse/kernel';
import { deliveryLifecycle, noticeWritten, type NoticeKind } from '@lotse/notification/model';
import { Database, type Transaction } from '@lotse/server-kit/database';
import { claim } from '@lotse/server-kit/jobs';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import { DeliverNoticesSweep } from '../deliver-notices/deliver-notices.sweep';

/** A notice to be written. It points to things; it says nothing about anybody. */
export interface NoticeToWrite {
  organisationId: string;
  kind: NoticeKind;
  referralId?: string;
  slotId?: string;
  offerId?: string;
  questionId?: string;
  enquiryId?: string;
  adviceId?: string;
  serviceId?: string;
  act?: string;
}

/** What the notices of one event share. */
export interface Occasion {
  eventId: string;
  regionId: string;
  /** The reaction that writes: with the event it makes the notices happen once. */
  reaction: string;
  /** The reference of the referral, such as `Z-10042`. */
  reference: string | null;
}

const insert = `
  insert into notice (id, region_id, organisation_id, event_id, kind, reference, referral_id, slot_id, offer_id, act, question_id, enquiry_id, advice_id, service_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict on constraint notice_once do nothing`;

/** What a notice points to, in the order of its columns. */
const pointers = ['referralId', 'slotId', 'offerId', 'act', 'questionId', 'enquiryId', 'adviceId', 'serviceId'] as const;

const whoWasTold = 'select distinct organisation_id as "organisationId" from notice where event_id = $1';

const enqueue = `
  insert into delivery (id, notice_id, organisation_id, region_id, channel, state)
  select $1, $2, id, region_id, 'email', $4 from organisation where id = $3 and notification_email is not null`;

/** Writes the notices of an event, once, however often the event is delivered, and rings for the e-mails. */
@Injectable()
export class WriteNotices {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliverNoticesSweep,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(occasion: Occasion, notices: readonly NoticeToWrite[]): Promise<void> {
    if (notices.length === 0) return;
    await this.database.asSystem(async (transaction) => {
      if (!(await claim(transaction, occasion.eventId, occasion.reaction))) return;
      for (const notice of notices) await this.write(transaction, occasion, notice);
    });
    this.deliveries.wake();
  }

  /**
   * Tells whoever was told of a step that it was taken back. Claiming the step's own event decides which of two comes first: either it was
   * told before, or it never will be, and then there is nothing to take back.
   */
  async takeBack(occasion: Occasion, undone: { eventId: string; act: string; referralId: string }): Promise<void> {
    const { eventId, act, referralId } = undone;
    await this.database.asSystem(async (transaction) => {
      if (!(await claim(transaction, occasion.eventId, occasion.reaction))) return;
      if (await claim(transaction, eventId, occasion.reaction)) return;
      const told = await transaction.rows<{ organisationId: string }>('notice.told', whoWasTold, [eventId]);
      for (const { organisationId } of told) {
        await this.write(transaction, occasion, { organisationId, kind: 'move_undone', referralId, act });
      }
    });
    this.deliveries.wake();
  }

  private async write(transaction: Transaction, { eventId, regionId, reference }: Occasion, notice: NoticeToWrite): Promise<void> {
    const id = newId();
    const { organisationId, kind } = notice;
    const leadsTo = pointers.map((pointer) => notice[pointer] ?? null);
    const written = await transaction.change('notice.write', insert, [id, regionId, organisationId, eventId, kind, reference, ...leadsTo]);
    if (written === 0) return;
    if (this.settings.SMTP_URL) transaction.send('delivery.enqueue', enqueue, [newId(), id, organisationId, deliveryLifecycle.initial]);
    transaction.tell({ name: noticeWritten, subject: 'notice', subjectId: id, version: 1, audience: [organisationId], payload: {} });
  }
}
