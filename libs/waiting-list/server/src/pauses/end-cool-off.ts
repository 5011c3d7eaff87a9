import { Refusal, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { coolOffIsOver, type endCoolOff } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ownEntry, tellEntryChanged } from '../own-entry';

/** The days that follow from a decline end with the entry's, so that both tell the same. */
const end = `
  with today as (select (now() at time zone 'Europe/Berlin')::date as day),
    said as (update slot_offer set cools_off_until = today.day from today where entry_id = $1 and cools_off_until > today.day)
  update waiting_list_entry set cooling_off_until = today.day, version = version + 1 from today
  where id = $1 and cooling_off_until > today.day returning id`;

/** Whoever was to be left alone after a decline can be asked again from today on. */
@Injectable()
export class EndCoolOff {
  async run(transaction: Transaction, id: string, version: number): Promise<AnswerOf<typeof endCoolOff>> {
    const entry = await ownEntry(transaction, id, version);
    if (!(await transaction.row('cool-off.end', end, [id]))) throw new Refusal(coolOffIsOver());
    return tellEntryChanged(transaction, entry, 'waitingList.endCoolOff');
  }
}
