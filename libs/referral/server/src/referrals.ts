import type { MeetingMode } from '@lotse/directory/model';
import { newId, notFound, Refusal, refuse, versionStale } from '@lotse/kernel';
import {
  dueIn,
  isOnList,
  isUndoable,
  referralLifecycle,
  referralMoved,
  refusedBeside,
  refusedByGuard,
  refusedBySide,
  refusedByState,
  type BesideAct,
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
import { Beginnings, type Beginning } from './beginnings';
import { refusedWhileReceived } from './permission-of-act';
import { ReferralEffects } from './referral-effects';
import * as statements from './referral-statements';
import { valuesOfMove } from './referral-values';

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
  createdBy: string;
  dueAt: Date | null;
  appointmentStartsAt: Date | null;
  riskReviewOpen: boolean;
  outcomeChasers: number;
  closedAt: Date | null;
  errorAskedBy: string | null;
  declineProposedBy: string | null;
  unreadChanges: number;
  /** Whether the receiver may see it now; after a release was revoked nothing of it is told there any more. */
  recipientSees: boolean;
}

export interface MoveOptions {
  /** What the history says besides the act. */
  note?: string;
  /** The coded reason, for what follows elsewhere. */
  reason?: { list: string; code: string };
  /** When the next custodian must act; computed from state and urgency without it. */
  dueAt?: Date;
  /** The appointment that this move books. Moves to states without one forget it. */
  appointment?: { startsAt: Date; endsAt: Date; mode: MeetingMode; place: string };
  /** The question that this move asks. Moves to other states answer or drop it. */
  question?: { text: string; dueOn: string };
  /** Whom this move hands the referral to. */
  recipient?: { organisationId: string; serviceId: string };
  /** The side whose act it is has offered it, and somebody of either side says yes. */
  wasOffered?: true;
}

/** A step of the history that is taken back. */
export interface StepToUndo {
  id: string;
  act: string;
  fromState: ReferralState;
  recipientOrganisationId: string | null;
}

/** Steps beside the life: they stand in the history and change no state. */
export type BesideStep = 'decline_proposed' | 'error_asked' | 'risk_reviewed' | 'outcome_chased' | 'outcome_amended' | 'deadline_set';

/** What a step is about, and whom its event tells besides the two sides. */
interface Step {
  act: ReferralAct | BesideStep | 'create' | 'undo' | 'split';
  to: ReferralState;
  note?: string;
  undoes?: StepToUndo;
  wasOffered?: true;
}

/** The one place where a referral changes its state. Other domains call it within their own transaction. */
@Injectable()
export class Referrals {
  constructor(
    private readonly regions: Regions,
    private readonly effects: ReferralEffects,
    private readonly beginnings: Beginnings,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Begins a referral for another room: a draft of whoever acts, with where it came from. */
  begin(...given: Parameters<Beginning['run']>): Promise<MovedReferral> {
    return this.beginnings.run(...given);
  }

  /** Loads a referral and locks it until the transaction ends. */
  async load(transaction: Transaction, id: string): Promise<ReferralRecord> {
    const record = await transaction.row<ReferralRecord>('referral.load', statements.load, [id]);
    if (!record) throw new Refusal(notFound());
    return record;
  }

  /** Loads a referral after what its move may change elsewhere, all locked, always in this order. */
  async lock(transaction: Transaction, id: string): Promise<ReferralRecord> {
    await this.effects.lock(transaction, id);
    return this.load(transaction, id);
  }

  /** Begins an act: everything locked, nothing changed since the caller looked, and the act possible. What its form says comes afterwards. */
  async take(transaction: Transaction, id: string, version: number, act: ReferralAct): Promise<ReferralRecord> {
    const record = await this.lock(transaction, id);
    this.expectVersion(record, version);
    this.expectPossible(transaction, record, act);
    return record;
  }

  /** Begins something beside the life. */
  async takeBeside(transaction: Transaction, id: string, version: number, act: BesideAct): Promise<ReferralRecord> {
    const record = await this.load(transaction, id);
    this.expectVersion(record, version);
    refuse(refusedWhileReceived(act, transaction.actor.roles, record) ?? refusedBeside(act, record, transaction.actor.organisationId));
    return record;
  }

  /** Writes a step that changes no state. */
  beside(transaction: Transaction, record: ReferralRecord, act: BesideStep, note?: string): MovedReferral {
    this.write(transaction, record, { act, to: record.state, note });
    transaction.send('referral.touch', statements.touch, [record.id]);
    return this.moved(record, record.state);
  }

  private expectPossible(transaction: Transaction, record: ReferralRecord, act: ReferralAct, wasOffered = false): void {
    const { staffId, organisationId, roles } = transaction.actor;
    refuse(refusedWhileReceived(act, roles, record) ?? refusedByState(record.state, act));
    if (roles.includes('system')) return;
    refuse(wasOffered ? undefined : refusedBySide(act, organisationId, record));
    refuse(refusedByGuard(act, record, { staffId, organisationId, now: new Date() }));
  }

  /** Refuses when somebody changed the referral since the caller looked. */
  expectVersion(record: { version: number; state: string }, version: number): void {
    if (record.version !== version) throw new Refusal(versionStale({ context: { version: record.version, state: record.state } }));
  }

  /** Moves a referral along its life: state, custodian, due date, history, chronicle, event, and what follows elsewhere. */
  async move(transaction: Transaction, record: ReferralRecord, act: ReferralAct, options: MoveOptions = {}): Promise<MovedReferral> {
    this.expectPossible(transaction, record, act, options.wasOffered);
    const from = record.state;
    const to = referralLifecycle.next(from, act, record.stateBefore ?? undefined)!;
    const dueAt = options.dueAt ?? (await this.dueIn(transaction, to, record));
    const { recipient, note, wasOffered } = options;
    if (recipient) Object.assign(record, { recipientOrganisationId: recipient.organisationId, recipientSees: true });
    const stepId = this.write(transaction, record, { act, to, note, wasOffered });
    const remembered = act === 'request_cancel' ? from : null;
    transaction.send('referral.move', statements.move, [record.id, ...valuesOfMove(to, remembered, record, dueAt, options)]);
    const moved = this.moved(record, to);
    await this.effects.apply(transaction, { record, act, from, to, dueAt, stepId, reason: options.reason });
    return moved;
  }

  /** What an interrupted referral goes back to is no longer there: it goes back to another state. */
  remember(transaction: Transaction, record: ReferralRecord, before: ReferralState): void {
    transaction.send('referral.remember', statements.remember, [record.id, before]);
  }

  /** Takes back the last step: everything is as it was before it, and the history says so. The clock was running all the time. */
  async undo(transaction: Transaction, record: ReferralRecord, undoes: StepToUndo): Promise<MovedReferral> {
    const to = undoes.fromState;
    this.write(transaction, record, { act: 'undo', to, undoes });
    transaction.send('referral.restore', statements.restore, [record.id, undoes.id]);
    const moved = this.moved(record, to);
    await this.effects.takenBack(transaction, { record, act: undoes.act, stepId: undoes.id });
    return moved;
  }

  /** Writes what every step of a referral leaves behind: history, chronicle, event. The version told is the one after the step. Answers the step's id. */
  write(transaction: Transaction, record: ReferralRecord, step: Step): string {
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
      ...more(step),
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
    return id;
  }

  private writeStep(transaction: Transaction, record: ReferralRecord, id: string, { act, to, note = '', undoes }: Step): void {
    const from = act === 'create' ? null : record.state;
    if (undoes) transaction.send('referral.undo-step', statements.undoStep, [id, record.id, from, to, undoes.id]);
    else if (isUndoable(act) && !isOnList(record.state))
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

/** What only some steps tell. */
const more = ({ undoes, wasOffered }: Step): Pick<ReferralMoved, 'undid' | 'wasOffered'> => ({
  ...(undoes ? { undid: { act: undoes.act, stepId: undoes.id } } : {}),
  ...(wasOffered ? { wasOffered } : {}),
});
