import { absenceSpan, unknownDeputy, unknownStaff, type SlotInAbsence, type WrittenAbsence } from '@lotse/calendar/model';
import { addCalendarDays, calendarDayOf, calendarDaysBetween, instantAt, Refusal } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { clashesOf } from '../clashes';

/** A slot of somebody who is away, with what it would take of their deputy. */
export interface SlotOfAbsent {
  id: string;
  scheduleId: string;
  scheduleName: string;
  serviceId: string;
  startsAt: Date;
  endsAt: Date;
  begins: Date;
  ends: Date;
  mode: SlotInAbsence['mode'];
  state: SlotInAbsence['state'];
  groupId: string;
  resourceIds: string[];
  fate: SlotInAbsence['fate'];
  /** The deputy's schedule that it goes to. */
  goesTo: string | null;
}

interface Deputy {
  scheduleId: string;
  serviceId: string;
  isAway: boolean;
}

const findSlots = `
  select slot.id, slot.schedule_id as "scheduleId", schedule.name as "scheduleName", slot.service_id as "serviceId", lower(slot.during) as "startsAt",
    upper(slot.during) as "endsAt", lower(taken.during) as begins, upper(taken.during) as ends, slot.mode, slot.state, slot.group_id as "groupId",
    slot.resource_ids as "resourceIds"
  from slot join schedule on schedule.id = slot.schedule_id join occupied_time taken on taken.slot_id = slot.id and taken.schedule_id = slot.schedule_id
  where schedule.staff_id = $1 and schedule.organisation_id = current_organisation() and slot.state <> 'cancelled'
    and lower(slot.during) >= greatest($2::timestamptz, now()) and lower(slot.during) < $3 order by lower(slot.during), slot.id`;

const findDeputy = `
  select s.id as "scheduleId", s.service_id as "serviceId",
    exists (select from staff_absence a where a.staff_id = $1 and a.ended_at is null and daterange(a.from_day, a.until_day, '[]') && daterange($2, $3, '[]')) as "isAway"
  from schedule s where s.staff_id = $1 and s.organisation_id = current_organisation() and s.retired_at is null order by s.name, s.id`;

const hasSchedule = `
  select id from schedule where staff_id = $1 and organisation_id = current_organisation() limit 1`;

/** Looks at what an absence would mean. What is shown before confirming is what is done afterwards. */
@Injectable()
export class SlotsInAbsence {
  async of(transaction: Transaction, absence: WrittenAbsence): Promise<SlotOfAbsent[]> {
    this.expectSpan(absence);
    const { staffId, fromDay, untilDay, deputyId } = absence;
    if (!(await transaction.row('absence.staff', hasSchedule, [staffId]))) throw new Refusal(unknownStaff());
    const deputies = deputyId
      ? await transaction.rows<Deputy & Record<string, unknown>>('absence.deputy', findDeputy, [deputyId, fromDay, untilDay])
      : [];
    if (deputyId && (deputyId === staffId || deputies.length === 0 || deputies[0]!.isAway)) throw new Refusal(unknownDeputy());
    const span = [staffId, instantAt(fromDay), instantAt(addCalendarDays(untilDay, 1))];
    const slots = await transaction.rows<SlotOfAbsent & Record<string, unknown>>('absence.slots', findSlots, span);
    return this.decide(transaction, slots, deputies);
  }

  private expectSpan({ fromDay, untilDay }: WrittenAbsence): void {
    const length = calendarDaysBetween(fromDay, untilDay);
    if (length < 0 || length > 366 || untilDay < calendarDayOf(new Date())) throw new Refusal(absenceSpan());
  }

  /** Free ones go to the deputy where the deputy is free; whoever has one, or is offered one, becomes somebody's work. */
  private async decide(transaction: Transaction, slots: readonly SlotOfAbsent[], deputies: readonly Deputy[]): Promise<SlotOfAbsent[]> {
    const scheduleFor = (slot: SlotOfAbsent) =>
      (deputies.find(({ serviceId }) => serviceId === slot.serviceId) ?? deputies[0])?.scheduleId ?? null;
    const busyGroups = new Set(slots.filter(({ state }) => state === 'held' || state === 'taken').map(({ groupId }) => groupId));
    const movable = slots.filter((slot) => slot.state === 'open' && !busyGroups.has(slot.groupId) && scheduleFor(slot));
    const wanted = movable.map((slot) => ({
      key: slot.id,
      schedules: [scheduleFor(slot)!],
      begins: slot.begins,
      ends: slot.ends,
      groupId: slot.groupId,
    }));
    const busy = new Set((await clashesOf(transaction, wanted)).map(({ key }) => key));
    const goes = new Set(movable.filter(({ id }) => !busy.has(id)).map(({ id }) => id));
    return slots.map((slot) => {
      if (slot.state === 'held' || slot.state === 'taken') return { ...slot, fate: 'task', goesTo: null };
      return goes.has(slot.id) ? { ...slot, fate: 'deputy', goesTo: scheduleFor(slot) } : { ...slot, fate: 'cancelled', goesTo: null };
    });
  }
}

/** As contracts show it: a group is one line. */
export const shownSlots = (slots: readonly SlotOfAbsent[]): SlotInAbsence[] =>
  slots
    .filter(
      (slot, index) => slot.fate === 'task' || slots.findIndex((one) => one.groupId === slot.groupId && one.fate === slot.fate) === index,
    )
    .map(({ id, scheduleName, startsAt, endsAt, mode, state, fate }) => ({
      slotId: id,
      scheduleName,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      mode,
      state,
      fate,
    }));
