import { absenceTwice, slotCancelled, type Absence, type enterAbsence, type SlotEvent, type WrittenAbsence } from '@lotse/calendar/model';
import { newId, notFound, Refusal, versionStale, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { ownAbsence } from './absence-row';
import { oneForEachGroup, shownSlots, SlotsInAbsence, type SlotOfAbsent } from './slots-in-absence';

const insert = `
  insert into staff_absence (id, region_id, organisation_id, staff_id, from_day, until_day, reason, deputy_id, created_by)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, current_staff())`;

const lock = 'select id from slot where id = any ($1::uuid[]) order by id for update';
const cancel = `
  update slot set state = 'cancelled', cancel_reason = 'staff_absence', version = version + 1
  where id = any ($1::uuid[]) and state in ('open', 'blocked')`;
const handOver = `
  update slot set schedule_id = case when schedule_id = given.absent_id then given.to_id else schedule_id end,
    resource_ids = case when schedule_id = given.absent_id then array_remove(resource_ids, given.to_id)
      else array_append(array_remove(array_remove(resource_ids, given.absent_id), given.to_id), given.to_id) end, version = version + 1
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as given (slot_id, absent_id, to_id) where slot.id = given.slot_id and slot.state = 'open'`;

/** What has become work because of an absence. */
const workOf = `
  select t.key from task t where t.organisation_id = current_organisation() and t.kind = 'slot_of_absent' and t.ended_at is null
    and t.key like 'absence:' || $1 || ':%'`;

const hour = 3_600_000;

/** When somebody should have seen to it: within two days, and a day before the meeting where there is time for that. */
export const dueOf = (startsAt: Date, now: Date): Date =>
  new Date(Math.max(now.getTime() + hour, Math.min(startsAt.getTime() - 24 * hour, now.getTime() + 48 * hour)));

/** Somebody is away. What others have or are offered is never cancelled for them: it becomes work with a due date. */
@Injectable()
export class EnterAbsence {
  constructor(
    private readonly looking: SlotsInAbsence,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, absence: WrittenAbsence): Promise<AnswerOf<typeof enterAbsence>> {
    const before = await this.looking.of(transaction, absence);
    await transaction.rows('absence.lock', lock, [before.map(({ id }) => id)]);
    const slots = await this.looking.of(transaction, absence);
    const id = newId();
    await this.insert(transaction, id, absence);
    transaction.send('absence.cancel', cancel, [slots.filter(({ fate }) => fate === 'cancelled').map((slot) => slot.id)]);
    const handed = slots.filter(({ goesTo }) => goesTo !== null);
    const goes = [handed.map((slot) => slot.id), handed.map(({ absentId }) => absentId), handed.map(({ goesTo }) => goesTo)];
    await transaction.change('absence.hand-over', handOver, goes);
    this.tell(transaction, id, slots, absence.deputyId);
    this.announce(transaction, id, 1);
    transaction.record({ kind: 'act', verb: 'calendar.enterAbsence', subject: 'absence', subjectId: id });
    return { absence: await ownAbsence(transaction, id), items: shownSlots(slots) };
  }

  /** Back, or never away: series go on as usual from now on, and nobody need see to anything any more. */
  async end(transaction: Transaction, id: string, version: number): Promise<Absence> {
    const found = await transaction.row<{ version: number }>(
      'absence.lock-one',
      'select version from staff_absence where id = $1 and ended_at is null for update',
      [id],
    );
    if (!found) throw new Refusal(notFound());
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version } }));
    transaction.send('absence.end', 'update staff_absence set ended_at = now(), version = version + 1 where id = $1', [id]);
    for (const { key } of await transaction.rows<{ key: string }>('absence.work', workOf, [id])) this.tasks.drop(transaction, key);
    transaction.record({ kind: 'act', verb: 'calendar.endAbsence', subject: 'absence', subjectId: id });
    this.announce(transaction, id, version + 1);
    return ownAbsence(transaction, id);
  }

  private async insert(
    transaction: Transaction,
    id: string,
    { staffId, fromDay, untilDay, reason, deputyId }: WrittenAbsence,
  ): Promise<void> {
    try {
      await transaction.change('absence.insert', insert, [id, staffId, fromDay, untilDay, reason, deputyId]);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'staff_absence_once') throw new Refusal(absenceTwice());
      throw error;
    }
  }

  private announce(transaction: Transaction, subjectId: string, version: number): void {
    const audience = [transaction.actor.organisationId];
    transaction.announce({ name: 'absence.changed', subject: 'absence', subjectId, version, audience });
  }

  /** What others have is the deputy's work where there is one, else the team's. */
  private tell(transaction: Transaction, absenceId: string, slots: readonly SlotOfAbsent[], deputyId: string | null): void {
    const { organisationId } = transaction.actor;
    const now = new Date();
    const work = new Set(oneForEachGroup(slots));
    for (const slot of slots) {
      const about = { subject: 'slot', subjectId: slot.id, version: 2, audience: [organisationId] };
      if (slot.fate === 'task') {
        if (!work.has(slot)) continue;
        const key = `absence:${absenceId}:${slot.id}`;
        const facts = { startsAt: slot.startsAt.toISOString() };
        const dueAt = dueOf(slot.startsAt, now);
        this.tasks.open(transaction, { ...about, key, kind: 'slot_of_absent', organisationId, staffId: deputyId, dueAt, facts });
      } else if (slot.fate === 'cancelled') {
        const payload: SlotEvent = { slotId: slot.id, serviceId: slot.serviceId };
        transaction.tell({ ...about, name: slotCancelled, payload });
      } else {
        transaction.announce({ ...about, name: 'slot.moved' });
      }
    }
  }
}
