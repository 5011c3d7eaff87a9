import { slotLifecycle, slotTaken, type Schedule, type Slot, type SlotState } from '@lotse/calendar/model';
import { notFound, Refusal, type ActOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { FreedInAbsence } from './absences/freed-in-absence';
import { ownSlot, ownSlots } from './slot-row';

/** What other domains need to know about a slot. */
export interface SlotRecord {
  id: string;
  organisationId: string;
  scheduleId: string;
  serviceId: string;
  startsAt: Date;
  endsAt: Date;
  mode: Slot['mode'];
  state: SlotState;
  /** The slot itself, unless it is one of `places` places of a group. */
  groupId: string;
  places: number;
  /** Where people meet (AGS): the slot's own place, else the schedule's, else the service's. */
  municipalityKey: string;
  languages: readonly string[];
  clinicianSex: Schedule['clinicianSex'];
  /** The offer that holds the slot, or the referral that has it. */
  holderId: string | null;
  /** It was to go to the next person and fits nobody who waits. */
  fitsNobody: boolean;
  /** Since when those who coordinate the county have known that. */
  pooledAt: Date | null;
  /** Since when the services of the county see that it is free. */
  publishedAt: Date | null;
  version: number;
  /** The instant of the transaction, by the database's clock. */
  now: Date;
}

interface Holder {
  id: string | null;
  until: Date | null;
}

const nobody: Holder = { id: null, until: null };

/** Calls from other domains within one transaction. A slot is locked by `load`, so only one of many who race for it goes on. */
@Injectable()
export class Slots {
  constructor(
    private readonly tasks: Tasks,
    private readonly freedInAbsence: FreedInAbsence,
  ) {}

  /** Loads a slot and locks it until the transaction ends. Whoever locks more than the slot locks the slot first. */
  async load(transaction: Transaction, id: string): Promise<SlotRecord> {
    const slot = await transaction.row<SlotRecord>(
      'slot.load',
      `select slot.id, slot.organisation_id as "organisationId", slot.schedule_id as "scheduleId", slot.service_id as "serviceId",
         lower(slot.during) as "startsAt", upper(slot.during) as "endsAt", slot.mode, slot.state, slot.group_id as "groupId", slot.places,
         coalesce(slot.municipality_key, schedule.municipality_key, service.ags) as "municipalityKey", schedule.languages,
         schedule.clinician_sex as "clinicianSex", slot.holder_id as "holderId", slot.fits_nobody as "fitsNobody",
         slot.pooled_at as "pooledAt", slot.published_at as "publishedAt", slot.version, now() as now
       from slot join schedule on schedule.id = slot.schedule_id join service on service.id = slot.service_id
       where slot.id = $1 for update of slot`,
      [id],
    );
    if (!slot) throw new Refusal(notFound());
    return slot;
  }

  /** A slot of the own organisation as contracts show it, or undefined. */
  read(transaction: Transaction, id: string): Promise<Slot | undefined> {
    return ownSlot(transaction, id);
  }

  /** Slots of the own organisation as contracts show them, in the order of the ids. */
  readAll(transaction: Transaction, ids: readonly string[]): Promise<Slot[]> {
    return ownSlots(transaction, ids);
  }

  /** Keeps a free slot for an offer until a point in time. */
  hold(transaction: Transaction, slot: SlotRecord, offerId: string, until: Date): SlotRecord {
    return this.move(transaction, slot, 'hold', { id: offerId, until });
  }

  /** Keeps a slot that is held at least until a point in time; who holds it stays. */
  holdLonger(transaction: Transaction, { id }: SlotRecord, until: Date): void {
    transaction.send('slot.hold-longer', `update slot set held_until = $2, version = version + 1 where id = $1 and held_until < $2`, [
      id,
      until,
    ]);
  }

  /** Gives a slot to a referral for good. */
  take(transaction: Transaction, slot: SlotRecord, referralId: string): SlotRecord {
    return this.move(transaction, slot, 'take', { id: referralId, until: null });
  }

  /** Makes a slot free again. */
  release(transaction: Transaction, slot: SlotRecord): SlotRecord {
    return this.move(transaction, slot, 'release', nobody);
  }

  /** A free slot that was to go to the next person fits nobody; from `poolAt` on those who coordinate the county see it. */
  fitsNobody(transaction: Transaction, { id }: SlotRecord, poolAt: Date): void {
    transaction.send(
      'slot.fits-nobody',
      `update slot set fits_nobody = true, pool_at = case when published_at is null then $2::timestamptz end where id = $1 and state = 'open'`,
      [id, poolAt],
    );
  }

  /** Notes that those who coordinate the county know of a slot that fits nobody; answers whether they had not known. */
  async pooled(transaction: Transaction, { id }: Pick<SlotRecord, 'id'>): Promise<boolean> {
    const text = `update slot set pooled_at = now() where id = $1 and fits_nobody and state = 'open' and pool_at <= now() and pooled_at is null`;
    return (await transaction.change('slot.pooled', text, [id])) > 0;
  }

  /** Shows the services of the county that a slot is free; until somebody has it, or it is blocked, moved or cancelled. */
  publish(transaction: Transaction, { id }: SlotRecord): void {
    transaction.send(
      'slot.publish',
      `update slot set fits_nobody = true, pool_at = coalesce(pool_at, now()), pooled_at = coalesce(pooled_at, now()), published_at = now(),
         published_by = current_staff(), version = version + 1 where id = $1`,
      [id],
    );
  }

  /** Shows it to nobody else any more; it stays free. */
  unpublish(transaction: Transaction, { id }: SlotRecord): void {
    transaction.send('slot.unpublish', 'update slot set published_at = null, published_by = null, version = version + 1 where id = $1', [
      id,
    ]);
  }

  /** A free slot of somebody who is away is not given out again: it goes to their deputy, or is cancelled. Answers the slot as it is then. */
  async withoutAbsent(transaction: Transaction, slot: SlotRecord): Promise<SlotRecord> {
    const fate = slot.state === 'open' ? await this.freedInAbsence.fateOf(transaction, slot) : 'stays';
    if (fate === 'stays') return slot;
    const audience = [slot.organisationId];
    transaction.announce({ name: 'slot.moved', subject: 'slot', subjectId: slot.id, version: slot.version + 1, audience });
    return fate === 'deputy' ? this.load(transaction, slot.id) : this.cancel(transaction, slot, 'staff_absence');
  }

  /** A slot whose time cannot be given to anybody any more. */
  cancel(transaction: Transaction, slot: SlotRecord, reason: string): SlotRecord {
    transaction.send('slot.cancel-reason', 'update slot set cancel_reason = $2 where id = $1', [slot.id, reason]);
    return this.move(transaction, slot, 'cancel', nobody);
  }

  private move(transaction: Transaction, slot: SlotRecord, act: ActOf<typeof slotLifecycle>, holder: Holder): SlotRecord {
    const state = slotLifecycle.next(slot.state, act);
    if (!state) throw new Refusal(slotTaken({ context: { state: slot.state } }));
    transaction.send(
      'slot.move',
      'update slot set state = $2, holder_id = $3, held_until = $4, fits_nobody = false, version = version + 1 where id = $1',
      [slot.id, state, holder.id, holder.until],
    );
    // Whoever was to see to it because somebody is away need not any more.
    if (holder === nobody) this.tasks.endAbout(transaction, slot.id, ['slot_of_absent'], 'done');
    return { ...slot, state, holderId: holder.id, version: slot.version + 1 };
  }
}
