import type { AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import type { readWaits, Waits } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { expectOwnList } from '../own-list';

const days = (since: string, until: string): string => `greatest(extract(epoch from ${until} - ${since})::float8 / 86400, 0)`;

/** Those who still wait, and those who came to their first appointment in the last year, each with how many days. */
const waits = `
  with waited as (
    select 'waiting' as side, ${days('e.received_at', 'now()')} as days from waiting_list_entry e
    where e.service_id = $1 and e.state in ('waiting', 'offered', 'suspended')
    union all
    select 'ended', ${days('e.received_at', 'first.at')} from waiting_list_entry e cross join lateral (
      select min(lower(s.during)) as at from appointment a join slot s on s.id = a.slot_id
      where a.referral_id = e.referral_id and a.cancelled_at is null and a.attendance = 'attended') first
    where e.service_id = $1 and e.state in ('placed', 'removed') and first.at > now() - interval '1 year'
  ), summed as (
    select side, count(*)::integer as people, percentile_cont(0.5) within group (order by days) as median,
      percentile_cont(0.95) within group (order by days) as p95, max(days) as longest from waited group by side
  ), weeks as (
    select side, jsonb_object_agg(week, count) as weeks from (
      select side, floor(days / 7)::integer as week, count(*)::integer as count from waited group by 1, 2) counted group by side)
  select s.*, w.weeks from summed s join weeks w using (side)`;

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
