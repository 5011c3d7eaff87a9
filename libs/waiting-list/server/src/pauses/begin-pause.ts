import { calendarDayOf, newId, refuse, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { refusedPause, type beginPause } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ownEntry, tellEntryChanged } from '../own-entry';
import { changedNow, pausesOf } from './pause-rows';

const insert = `
  insert into entry_pause (id, entry_id, region_id, organisation_id, person_id, starts_on, ends_on, reason, note, created_by)
  values ($1, $2, current_region(), current_organisation(), $3, $4, $5, $6, $7, current_staff())`;

/** Somebody cannot come for some days. They keep place and clock; slots of these days are not offered to them. */
@Injectable()
export class BeginPause {
  async run(transaction: Transaction, id: string, version: number, pause: BodyOf<typeof beginPause>): Promise<AnswerOf<typeof beginPause>> {
    const entry = await ownEntry(transaction, id, version);
    const { pauses, now } = await pausesOf(transaction, id);
    refuse(refusedPause(pause, pauses, calendarDayOf(now)));
    transaction.send('pause.begin', insert, [newId(), id, entry.personId, pause.startsOn, pause.endsOn, pause.reason, pause.note]);
    changedNow(transaction, id);
    return tellEntryChanged(transaction, entry, 'waitingList.beginPause');
  }
}
