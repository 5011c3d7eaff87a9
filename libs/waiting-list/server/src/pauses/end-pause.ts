import { calendarDayOf, notFound, refuse, Refusal, type AnswerOf, type BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { endOfPauseNow, pauseOverlaps, refusedPause, refusedPauseEnd, type endPause } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ownEntry, tellEntryChanged } from '../own-entry';
import { changedNow, pausesOf } from './pause-rows';

const update = 'update entry_pause set ends_on = $2, ended_by = current_staff(), version = version + 1 where id = $1';

/** Says the last day of a pause, or that it is over. Days that have passed stay what they were. */
@Injectable()
export class EndPause {
  async run(
    transaction: Transaction,
    { id, pause: pauseId }: { id: string; pause: string },
    version: number,
    { endsOn: said }: BodyOf<typeof endPause>,
  ): Promise<AnswerOf<typeof endPause>> {
    const entry = await ownEntry(transaction, id, version);
    const { pauses, now } = await pausesOf(transaction, id);
    const today = calendarDayOf(now);
    const pause = pauses.find((one) => one.id === pauseId);
    if (!pause) throw new Refusal(notFound());
    const endsOn = said === 'now' ? endOfPauseNow(pause, today) : said;
    refuse(refusedPauseEnd(pause, endsOn, today));
    const others = pauses.filter((one) => one !== pause);
    // It has begun already: of what a beginning may be refused for, only another pause at that time is left.
    const clash = refusedPause({ startsOn: pause.startsOn, endsOn }, others, pause.startsOn);
    refuse(clash?.code === pauseOverlaps().code ? clash : undefined);
    transaction.send('pause.end', update, [pauseId, endsOn]);
    changedNow(transaction, id);
    return tellEntryChanged(transaction, entry, 'waitingList.endPause');
  }
}
