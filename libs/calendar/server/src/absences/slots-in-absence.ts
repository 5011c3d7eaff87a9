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
  /** The schedule of whoever is away that it takes the time of. */
  absentId: string;
  /** Whoever is away would only have been there as well: the slot is somebody else's. */
  isBesides: boolean;
  fate: SlotInAbsence['fate'];
  /** The deputy's schedule that takes the place of the absent one's. */
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
    absent.id as "absentId", absent.id <> slot.schedule_id as "isBesides"
  from slot join schedule on schedule.id = slot.schedule_id
    join lateral (select s.id from schedule s where s.staff_id = $1 and s.organisation_id = current_organisation()
      and (s.id = slot.schedule_id or s.id = any (slot.resource_ids)) order by s.id <> slot.schedule_id, s.id limit 1) absent on true
    join occupied_time taken on taken.slot_id = slot.id and taken.schedule_id = absent.id
  where slot.organisation_id = current_organisation() and slot.state <> 'cancelled'
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

  /**
   * Free ones go to the deputy where the deputy is free; whoever has one, or is offered one, becomes somebody's work. So does what is somebody
   * else's, when nobody stands in: whether it can be held without is not for us to say.
   */
  private async decide(transaction: Transaction, slots: readonly SlotOfAbsent[], deputies: readonly Deputy[]): Promise<SlotOfAbsent[]> {
    const scheduleFor = (slot: SlotOfAbsent) => {
      const free = deputies.filter(({ scheduleId }) => scheduleId !== slot.scheduleId);
      return (free.find(({ serviceId }) => serviceId === slot.serviceId) ?? free[0])?.scheduleId ?? null;
    };
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
      if (goes.has(slot.id)) return { ...slot, fate: 'deputy', goesTo: scheduleFor(slot) };
      return { ...slot, fate: slot.isBesides ? 'task' : 'cancelled', goesTo: null };
    });
  }
}

/** A group is one line and one piece of work, but for each of its places that somebody has or is offered. */
export const oneForEachGroup = (slots: readonly SlotOfAbsent[]): SlotOfAbsent[] => {
  const isHad = ({ state }: SlotOfAbsent) => state === 'held' || state === 'taken';
  const isFirst = (slot: SlotOfAbsent, index: number) =>
    slots.findIndex((one) => !isHad(one) && one.groupId === slot.groupId && one.fate === slot.fate) === index;
  return slots.filter((slot, index) => isHad(slot) || isFirst(slot, index));
};

/** As contracts show it. */
export const shownSlots = (slots: readonly SlotOfAbsent[]): SlotInAbsence[] =>
  oneForEachGroup(slots).map(({ id, scheduleName, startsAt, endsAt, mode, state, fate }) => ({
    slotId: id,
    scheduleName,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    mode,
    state,
    fate,
  }));
