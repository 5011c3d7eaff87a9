import { calendarDayOf } from '@lotse/kernel';
import { rankRuleOn, type RankRuleInForce } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** Which rule a waiting list is ordered by. */
@Injectable()
export class RankRules {
  constructor(private readonly regions: Regions) {}

  /** The rule of a service on the day of an instant. */
  async of(transaction: Transaction, serviceId: string, now: Date): Promise<RankRuleInForce> {
    const { ranks } = await this.regions.settings(transaction);
    return rankRuleOn(ranks ?? [], serviceId, calendarDayOf(now));
  }
}
