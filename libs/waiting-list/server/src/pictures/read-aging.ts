import { calendarDayOf, calendarDaysBetween, type AnswerOf } from '@lotse/kernel';
import type { Urgency } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { shareOfTarget, type AgingBar, type readAging } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';
import { ExpireBeforeReading } from '../expire-offers/expire-before-reading';
import { instantOf } from '../line';
import { RankRules } from '../rank-rules/rank-rules';
import { expectOwnList } from '../own-list';

const inLine = `e.service_id = $1 and e.state in ('waiting', 'offered', 'suspended')`;

const totals = `
  select e.band, min(e.urgency) as urgency, count(*)::integer as waiting,
    count(*) filter (where e.received_at + make_interval(secs => e.target_days * 86400) < $2)::integer as overdue
  from waiting_list_entry e where ${inLine} group by e.band order by e.band`;

/** Of each band and target those received first, which the index has in this order. */
const longest = `
  with recursive queue as (
    (select e.band, e.target_days from waiting_list_entry e where ${inLine} order by e.band, e.target_days limit 1)
    union all
    select next.band, next.target_days from queue q cross join lateral (
      select e.band, e.target_days from waiting_list_entry e where ${inLine} and (e.band, e.target_days) > (q.band, q.target_days)
      order by e.band, e.target_days limit 1) next)
  select bar.*, r.reference from queue q cross join lateral (
    select e.id as "entryId", e.referral_id as "referralId", e.state, e.band, e.target_days as "targetDays", e.received_at as "receivedAt"
    from waiting_list_entry e where ${inLine} and e.band = q.band and e.target_days = q.target_days
    order by e.received_at, e.id limit 30) bar join referral r on r.id = bar."referralId"`;

const barsOfABand = 30;

interface Found extends Omit<AgingBar, 'waitedDays' | 'share'> {
  band: number;
  receivedAt: Date;
}

/** One bar a person: how much of the target time is used, by band, the longest first. By reference, without names. */
@Injectable()
export class ReadAging {
  constructor(
    private readonly expire: ExpireBeforeReading,
    private readonly rules: RankRules,
  ) {}

  async run(transaction: Transaction, serviceId: string): Promise<AnswerOf<typeof readAging>> {
    await expectOwnList(transaction, serviceId);
    await this.expire.run(transaction);
    const now = await instantOf(transaction);
    const [bands, found, rule] = await Promise.all([
      transaction.rows<{ band: number; urgency: Urgency; waiting: number; overdue: number }>('aging.totals', totals, [serviceId, now]),
      transaction.rows<Found>('aging.longest', longest, [serviceId]),
      this.rules.of(transaction, serviceId, now),
    ]);
    const sum = (of: 'waiting' | 'overdue') => bands.reduce((all, one) => all + one[of], 0);
    const barsOf = (band: number) => found.filter((bar) => bar.band === band).map((bar) => barOf(bar, now));
    return {
      rule,
      waiting: sum('waiting'),
      overdue: sum('overdue'),
      bands: bands.map((one) => ({
        ...one,
        bars: barsOf(one.band)
          .sort((first, second) => second.share - first.share || (first.entryId < second.entryId ? -1 : 1))
          .slice(0, barsOfABand),
      })),
    };
  }
}

function barOf({ band: _band, receivedAt, ...bar }: Found, now: Date): AgingBar {
  const share = shareOfTarget({ receivedAt, targetDays: bar.targetDays }, now);
  return { ...bar, waitedDays: calendarDaysBetween(calendarDayOf(receivedAt), calendarDayOf(now)), share };
}
