import { newId, refuse, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import {
  nothingToTakeBack,
  notOwnSchedule,
  notOwnService,
  refusedWishes,
  type changeWishes,
  type SaidWishes,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import type { EntryRecord } from '../entries';
import { ownEntry, tellEntryChanged } from '../own-entry';

/** Before the first change: what the referral said is a version as well, so that it can be brought back. */
const keepFirst = `
  insert into entry_wishes (id, entry_id, version, region_id, organisation_id, person_id, wishes, short_notice, minimum_notice_hours,
    further_services, from_referral, staff_id)
  select $2, e.id, 1, e.region_id, e.organisation_id, e.person_id, e.wishes, e.short_notice, e.minimum_notice_hours, '{}', true, current_staff()
  from waiting_list_entry e where e.id = $1 and e.wishes_version = 0`;
const say = `
  insert into entry_wishes (id, entry_id, version, region_id, organisation_id, person_id, wishes, short_notice, minimum_notice_hours,
    further_services, restores, staff_id)
  select $7, e.id, greatest(e.wishes_version, 1) + 1, e.region_id, e.organisation_id, e.person_id, $2, $3, $4, $5, $6, current_staff()
  from waiting_list_entry e where e.id = $1`;
const hold = `
  update waiting_list_entry set wishes = $2, short_notice = $3, minimum_notice_hours = $4, wishes_version = greatest(wishes_version, 1) + 1,
    version = version + 1 where id = $1`;
const drop = 'delete from entry_service where entry_id = $1 and service_id <> all ($2::uuid[])';
const accept = `
  insert into entry_service (entry_id, service_id, organisation_id) select $1, s, current_organisation() from unnest($2::uuid[]) s
  on conflict do nothing`;
const ownOnes = `
  select (select count(*)::int from service where id = any ($1::uuid[]) and organisation_id = current_organisation()) as services,
    (select count(*)::int from schedule where id = any ($2::uuid[]) and organisation_id = current_organisation()) as schedules,
    exists (select from entry_wishes w where w.entry_id = $3 and w.version = $4) or $4 is null
      or ($4 = 1 and exists (select from waiting_list_entry e where e.id = $3 and e.wishes_version = 0)) as known`;

/** Says what somebody on a list can come to. What was said before stays and can be brought back. */
@Injectable()
export class ChangeWishes {
  async run(
    transaction: Transaction,
    id: string,
    version: number,
    { restores, ...said }: BodyOf<typeof changeWishes>,
  ): Promise<AnswerOf<typeof changeWishes>> {
    const entry = await ownEntry(transaction, id, version);
    refuse(refusedWishes(said.wishes));
    const further = [...new Set(said.furtherServiceIds)].filter((service) => service !== entry.serviceId);
    await this.expectOwn(transaction, entry, { ...said, furtherServiceIds: further }, restores ?? null);
    const written = [JSON.stringify(said.wishes), said.shortNotice, said.minimumNoticeHours];
    transaction.send('wishes.keep-first', keepFirst, [id, newId()]);
    transaction.send('wishes.say', say, [id, ...written, further, restores ?? null, newId()]);
    transaction.send('wishes.hold', hold, [id, ...written]);
    transaction.send('wishes.drop-services', drop, [id, further]);
    transaction.send('wishes.accept-services', accept, [id, further]);
    return tellEntryChanged(transaction, entry, 'waitingList.changeWishes');
  }

  private async expectOwn(transaction: Transaction, entry: EntryRecord, said: SaidWishes, restores: number | null): Promise<void> {
    const schedules = [...new Set(said.wishes.excludedSchedules)];
    const values = [said.furtherServiceIds, schedules, entry.id, restores];
    const own = (await transaction.row<{ services: number; schedules: number; known: boolean }>('wishes.own', ownOnes, values))!;
    refuse(own.services < said.furtherServiceIds.length ? notOwnService() : undefined);
    refuse(own.schedules < schedules.length ? notOwnSchedule() : undefined);
    refuse(own.known ? undefined : nothingToTakeBack());
  }
}
