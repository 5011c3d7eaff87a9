import { newId, notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import {
  custodianOf,
  dueIn,
  isWithReferrer,
  referralLifecycle,
  referralMoved,
  refusedBySide,
  refusedByState,
  type MovedReferral,
  type ReferralAct,
  type ReferralMoved,
  type ReferralState,
} from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Urgency } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** What acts need to know of a referral; its content is read only where it is shown. */
export interface ReferralRecord {
  id: string;
  reference: string;
  regionId: string;
  personId: string;
  referrerOrganisationId: string;
  recipientOrganisationId: string | null;
  serviceId: string | null;
  state: ReferralState;
  stateBefore: ReferralState | null;
  urgency: Urgency | null;
  clockStartedAt: Date | null;
  targetDays: number | null;
  shortNotice: boolean;
  minimumNoticeHours: number;
  version: number;
}

export interface MoveOptions {
  /** What the history says besides the act. */
  note?: string;
  /** When the next custodian must act; computed from state and urgency without it. */
  dueAt?: Date;
  /** The appointment that this move books. Moves to states without one forget it. */
  appointment?: { startsAt: Date; endsAt: Date; place: string };
}

const load = `
  select id, reference, region_id as "regionId", person_id as "personId", referrer_organisation_id as "referrerOrganisationId",
    recipient_organisation_id as "recipientOrganisationId", service_id as "serviceId", state, state_before as "stateBefore", urgency,
    clock_started_at as "clockStartedAt", target_days as "targetDays", short_notice as "shortNotice",
    minimum_notice_hours as "minimumNoticeHours", version
  from referral where id = $1 for update`;

const move = `
  update referral set state = $2, state_before = $3, custodian = $4, custodian_organisation_id = $5, due_at = $6,
    open_question = case when $2 = 'info_requested' then open_question end,
    open_question_due_on = case when $2 = 'info_requested' then open_question_due_on end,
    appointment_starts_at = case when $7::timestamptz is not null then $7 when $2 in ('booked', 'in_service') then appointment_starts_at end,
    appointment_ends_at = case when $7::timestamptz is not null then $8 when $2 in ('booked', 'in_service') then appointment_ends_at end,
    appointment_place = case when $7::timestamptz is not null then $9 when $2 in ('booked', 'in_service') then appointment_place end,
    updated_at = now(), version = version + 1
  where id = $1`;

const step = `
  insert into referral_step (id, referral_id, act, from_state, to_state, staff_id, organisation_id, note)
  values ($1, $2, $3, $4, $5, current_staff(), current_organisation(), $6)`;

/** Custodian, their organisation, and until when; nobody and nothing at the end of the life. */
function custodyIn(to: ReferralState, record: ReferralRecord, dueAt: Date): unknown[] {
  const custodian = custodianOf[to];
  if (custodian === 'nobody') return [custodian, null, null];
  return [custodian, isWithReferrer(custodian) ? record.referrerOrganisationId : record.recipientOrganisationId, dueAt];
}

const appointmentValues = (appointment: MoveOptions['appointment']): unknown[] =>
  appointment ? [appointment.startsAt, appointment.endsAt, appointment.place] : [null, null, null];

/** The one place where a referral changes its state. Other domains call it within their own transaction. */
@Injectable()
export class Referrals {
  constructor(private readonly regions: Regions) {}

  /** Loads a referral and locks it until the transaction ends. */
  async load(transaction: Transaction, id: string): Promise<ReferralRecord> {
    const record = await transaction.row<ReferralRecord>('referral.load', load, [id]);
    if (!record) throw new Refusal(notFound());
    return record;
  }

  /** Refuses when somebody changed the referral since the caller looked. */
  expectVersion(record: { version: number; state: string }, version: number): void {
    if (record.version !== version) throw new Refusal(versionStale({ context: { version: record.version, state: record.state } }));
  }

  /** Moves a referral along its life: state, custodian, due date, history, chronicle, event. Refuses by state and by side. */
  async move(transaction: Transaction, record: ReferralRecord, act: ReferralAct, options: MoveOptions = {}): Promise<MovedReferral> {
    const { actor } = transaction;
    refuse(refusedByState(record.state, act));
    if (!actor.roles.includes('system')) refuse(refusedBySide(act, actor.organisationId, record));
    const to = referralLifecycle.next(record.state, act, record.stateBefore ?? undefined)!;
    const custody = custodyIn(to, record, options.dueAt ?? (await this.dueIn(transaction, to, record)));
    const remembered = act === 'request_cancel' ? record.state : null;
    transaction.send('referral.move', move, [record.id, to, remembered, ...custody, ...appointmentValues(options.appointment)]);
    this.write(transaction, record, act, to, options.note ?? null);
    record.state = to;
    record.version += 1;
    return { id: record.id, state: to, version: record.version };
  }

  private async dueIn(transaction: Transaction, to: ReferralState, record: ReferralRecord): Promise<Date> {
    return dueIn(to, record, await this.regions.settings(transaction), new Date());
  }

  /** Writes what every step of a referral leaves behind: history, chronicle, event. The version told is the one after the step. */
  write(transaction: Transaction, record: ReferralRecord, act: ReferralAct | 'create', to: ReferralState, note: string | null): void {
    const from = act === 'create' ? null : record.state;
    transaction.send('referral.step', step, [newId(), record.id, act, from, to, note]);
    transaction.record({ kind: 'act', verb: `referral.${act}`, subject: 'referral', subjectId: record.id, personId: record.personId });
    const payload: ReferralMoved = {
      referralId: record.id,
      act,
      from,
      to,
      referrerOrganisationId: record.referrerOrganisationId,
      recipientOrganisationId: to === 'draft' ? null : record.recipientOrganisationId,
    };
    const audience = [payload.referrerOrganisationId, payload.recipientOrganisationId].filter((id) => id !== null);
    transaction.tell({
      name: referralMoved,
      subject: 'referral',
      subjectId: record.id,
      version: record.version + (from ? 1 : 0),
      audience,
      payload,
    });
  }
}
