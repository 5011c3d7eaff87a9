import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { readWaits, Waits } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { expectOwnList } from '../own-list';

const waits = 'select * from waits_of(array[$1::uuid])';

interface Found extends Omit<Waits, 'counts'> {
  side: 'waiting' | 'ended';
  weeks: Record<string, number>;
}

const none: Omit<Found, 'side'> = { people: 0, median: null, p95: null, longest: null, weeks: {} };
const barsAtMost = 26;

/** Both figures, or those who still wait stay invisible: how long they have waited, and how long those waited who have been seen. */
@Injectable()
export class ReadWaits {
  async run(transaction: Transaction, serviceId: string): Promise<AnswerOf<typeof readWaits>> {
    await expectOwnList(transaction, serviceId);
    const found = await transaction.rows<Found>('waits.read', waits, [serviceId]);
    const of = (side: Found['side']) => found.find((one) => one.side === side) ?? none;
    const longest = Math.max(...found.map((one) => one.longest ?? 0), 0);
    const weeksABar = Math.max(1, Math.ceil((Math.floor(longest / 7) + 1) / barsAtMost));
    const bars = Math.floor(longest / 7 / weeksABar) + 1;
    const shown = ({ people, median, p95, longest: longestOne, weeks }: Omit<Found, 'side'>): Waits => {
      const counts = Array.from({ length: bars }, () => 0);
      for (const [week, count] of Object.entries(weeks)) counts[Math.floor(Number(week) / weeksABar)]! += count;
      return { people, median, p95, longest: longestOne, counts };
    };
    return { widthDays: weeksABar * 7, waiting: shown(of('waiting')), ended: shown(of('ended')) };
  }
}
