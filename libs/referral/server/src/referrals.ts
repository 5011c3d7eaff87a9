import { newId, notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import {
  custodianOf,
  dueIn,
  isUndoable,
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
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import * as statements from './referral-statements';

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
  /** Whether the receiver may see it now; after a release was revoked nothing of it is told there any more. */
  recipientSees: boolean;
}

export interface MoveOptions {
  /** What the history says besides the act. */
  note?: string;
  /** When the next custodian must act; computed from state and urgency without it. */
  dueAt?: Date;
  /** The appointment that this move books. Moves to states without one forget it. */
  appointment?: { startsAt: Date; endsAt: Date; place: string };
  /** The question that this move asks. Moves to other states answer or drop it. */
  question?: { text: string; dueOn: string };
  /** Whom this move hands the referral to. */
  recipient?: { organisationId: string; serviceId: string };
}

/** A step of the history that is taken back. */
export interface StepToUndo {
  id: string;
  act: string;
  fromState: ReferralState;
  recipientOrganisationId: string | null;
}

/** What a step is about, and whom its event tells besides the two sides. */
interface Step {
  act: ReferralAct | 'create' | 'undo' | 'split';
  to: ReferralState;
  note?: string;
  undoes?: StepToUndo;
}

/** Custodian, their organisation, and until when; nobody and nothing at the end of the life. */
function custodyIn(to: ReferralState, record: ReferralRecord, dueAt: Date): unknown[] {
  const custodian = custodianOf[to];
  if (custodian === 'nobody') return [custodian, null, null];
  return [custodian, isWithReferrer(custodian) ? record.referrerOrganisationId : record.recipientOrganisationId, dueAt];
}

const appointmentValues = (appointment: MoveOptions['appointment']): unknown[] =>
  appointment ? [appointment.startsAt, appointment.endsAt, appointment.place] : [null, null, null];
const questionValues = (question: MoveOptions['question']): unknown[] => (question ? [question.text, question.dueOn] : [null, null]);
const recipientValues = (recipient: MoveOptions['recipient']): unknown[] =>
  recipient ? [recipient.organisationId, recipient.serviceId] : [null, null];

/** The one place where a referral changes its state. Other domains call it within their own transaction. */
@Injectable()
export class Referrals {
  constructor(
    private readonly regions: Regions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Loads a referral and locks it until the transaction ends. */
  async load(transaction: Transaction, id: string): Promise<ReferralRecord> {
    const record = await transaction.row<ReferralRecord>('referral.load', statements.load, [id]);
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
    const dueAt = options.dueAt ?? (await this.dueIn(transaction, to, record));
    const { appointment, question, recipient } = options;
    if (recipient) Object.assign(record, { recipientOrganisationId: recipient.organisationId, recipientSees: true });
    const remembered = act === 'request_cancel' ? record.state : null;
    this.write(transaction, record, { act, to, note: options.note });
    transaction.send('referral.move', statements.move, [
      record.id,
      to,
      remembered,
      ...custodyIn(to, record, dueAt),
      ...appointmentValues(appointment),
      ...questionValues(question),
      ...recipientValues(recipient),
    ]);
    return this.moved(record, to);
  }

  /** Takes back the last step: everything is as it was before it, and the history says so. The clock was running all the time. */
  undo(transaction: Transaction, record: ReferralRecord, undoes: StepToUndo): MovedReferral {
    const to = undoes.fromState;
    this.write(transaction, record, { act: 'undo', to, undoes });
    transaction.send('referral.restore', statements.restore, [record.id, undoes.id]);
    return this.moved(record, to);
  }

  /** Writes what every step of a referral leaves behind: history, chronicle, event. The version told is the one after the step. */
  write(transaction: Transaction, record: ReferralRecord, step: Step): void {
    const { act, to, undoes } = step;
    const id = newId();
    const from = act === 'create' ? null : record.state;
    this.writeStep(transaction, record, id, step);
    transaction.record({ kind: 'act', verb: `referral.${act}`, subject: 'referral', subjectId: record.id, personId: record.personId });
    const payload: ReferralMoved = {
      referralId: record.id,
      act,
      from,
      to,
      referrerOrganisationId: record.referrerOrganisationId,
      recipientOrganisationId: to === 'draft' ? null : (undoes?.recipientOrganisationId ?? record.recipientOrganisationId),
      ...(undoes ? { undid: { act: undoes.act, stepId: undoes.id } } : {}),
    };
    // Whoever had it before, or has it no longer, sees it leave.
    const recipient = record.recipientSees ? payload.recipientOrganisationId : null;
    const sides = [payload.referrerOrganisationId, recipient, transaction.actor.organisationId];
    if (undoes) sides.push(record.recipientOrganisationId);
    transaction.tell({
      id,
      name: referralMoved,
      subject: 'referral',
      subjectId: record.id,
      version: record.version + (from ? 1 : 0),
      audience: [...new Set(sides.filter((side) => side !== null))],
      payload,
      heldSeconds: isUndoable(act) ? this.settings.NOTICE_HOLD_SECONDS : undefined,
    });
  }

  private writeStep(transaction: Transaction, record: ReferralRecord, id: string, { act, to, note = '', undoes }: Step): void {
    const from = act === 'create' ? null : record.state;
    if (undoes) transaction.send('referral.undo-step', statements.undoStep, [id, record.id, from, to, undoes.id]);
    else if (isUndoable(act))
      transaction.send('referral.undoable-step', statements.undoableStep, [id, record.id, act, from, to, note || null]);
    else transaction.send('referral.step', statements.step, [id, record.id, act, from, to, note || null]);
  }

  private moved(record: ReferralRecord, to: ReferralState): MovedReferral {
    record.state = to;
    record.version += 1;
    return { id: record.id, state: to, version: record.version };
  }

  private async dueIn(transaction: Transaction, to: ReferralState, record: ReferralRecord): Promise<Date> {
    return dueIn(to, record, await this.regions.settings(transaction), new Date());
  }
}
