import {
  scheduleInUse,
  scheduleNameTaken,
  unknownClinician,
  unknownMunicipality,
  unknownService,
  type Schedule,
  type WrittenSchedule,
} from '@lotse/calendar/model';
import { newId, notFound, Refusal, versionStale } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { ownSchedule } from './schedule-row';

const check = `
  select exists (select from service where id = $1 and organisation_id = current_organisation()) as "hasService",
    $2::uuid is null or exists (select from staff where id = $2 and organisation_id = current_organisation() and disabled_at is null) as "hasStaff",
    $3::text is null or exists (select from municipality where ags = $3 and region_id = current_region()) as "hasMunicipality",
    exists (select from schedule where organisation_id = current_organisation() and lower(name) = lower($4) and retired_at is null
      and id is distinct from $5::uuid) as "hasName"`;

const insert = `
  insert into schedule (id, region_id, organisation_id, service_id, name, kind, staff_id, clinician_sex, languages, municipality_key, place)
  values ($1, current_region(), current_organisation(), $2, $3, $4, $5, $6, $7, $8, $9)`;
const change = `
  update schedule set service_id = $2, name = $3, kind = $4, staff_id = $5, clinician_sex = $6, languages = $7, municipality_key = $8,
    place = $9, version = version + 1 where id = $1`;

const busy = `
  select count(*)::int as busy from slot where $1 in (schedule_id) and state in ('held', 'taken') and upper(during) > now()
    or $1 = any (resource_ids) and organisation_id = current_organisation() and state in ('held', 'taken') and upper(during) > now()`;
const endSeries = `update slot_series set ends_on = greatest(current_date - 1, starts_on - 1), version = version + 1
  where schedule_id = $1 and (ends_on is null or ends_on >= current_date)`;
const cancelFree = `update slot set state = 'cancelled', cancel_reason = 'schedule_retired', version = version + 1
  where schedule_id = $1 and state in ('open', 'blocked') and lower(during) > now()`;

const valuesOf = (written: WrittenSchedule) => [
  written.serviceId,
  written.name,
  written.kind,
  written.staffId,
  written.clinicianSex,
  [...new Set(written.languages)],
  written.municipalityKey,
  written.place,
];

/** Whose time is given out: schedules are made, changed and retired. */
@Injectable()
export class KeepSchedules {
  async create(transaction: Transaction, written: WrittenSchedule): Promise<Schedule> {
    await this.expectSound(transaction, written, null);
    const id = newId();
    transaction.send('schedule.insert', insert, [id, ...valuesOf(written)]);
    return this.done(transaction, id, 'schedule.create');
  }

  async change(transaction: Transaction, id: string, version: number, written: WrittenSchedule): Promise<Schedule> {
    await this.lock(transaction, id, version);
    await this.expectSound(transaction, written, id);
    transaction.send('schedule.change', change, [id, ...valuesOf(written)]);
    return this.done(transaction, id, 'schedule.change');
  }

  /** Its series end and its free slots go; whoever has or is offered one comes first. */
  async retire(transaction: Transaction, id: string, version: number): Promise<Schedule> {
    await this.lock(transaction, id, version);
    transaction.send('schedule.end-series', endSeries, [id]);
    transaction.send('schedule.cancel-free', cancelFree, [id]);
    // Counted last: whoever was just taking a free slot has taken it by now, or finds it cancelled.
    const row = await transaction.row<{ busy: number }>('schedule.busy', busy, [id]);
    if (row && row.busy > 0) throw new Refusal(scheduleInUse({ context: { slots: row.busy } }));
    transaction.send('schedule.retire', 'update schedule set retired_at = now(), version = version + 1 where id = $1', [id]);
    return this.done(transaction, id, 'schedule.retire');
  }

  private async lock(transaction: Transaction, id: string, version: number): Promise<void> {
    const found = await transaction.row<{ version: number }>(
      'schedule.lock',
      'select version from schedule where id = $1 and organisation_id = current_organisation() and retired_at is null for update',
      [id],
    );
    if (!found) throw new Refusal(notFound());
    if (found.version !== version) throw new Refusal(versionStale({ context: { version: found.version } }));
  }

  private async expectSound(transaction: Transaction, written: WrittenSchedule, id: string | null): Promise<void> {
    const { serviceId, staffId, municipalityKey, name } = written;
    const found = (await transaction.row<Record<'hasService' | 'hasStaff' | 'hasMunicipality' | 'hasName', boolean>>(
      'schedule.check',
      check,
      [serviceId, staffId, municipalityKey, name, id],
    ))!;
    if (!found.hasService) throw new Refusal(unknownService());
    if (!found.hasStaff) throw new Refusal(unknownClinician());
    if (!found.hasMunicipality) throw new Refusal(unknownMunicipality());
    if (found.hasName) throw new Refusal(scheduleNameTaken());
  }

  private async done(transaction: Transaction, id: string, verb: string): Promise<Schedule> {
    transaction.record({ kind: 'act', verb, subject: 'schedule', subjectId: id });
    const schedule = await ownSchedule(transaction, id);
    const { organisationId } = transaction.actor;
    transaction.announce({ name: verb, subject: 'slot', subjectId: id, version: schedule.version, audience: [organisationId] });
    return schedule;
  }
}
