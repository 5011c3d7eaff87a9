import { addWorkingDays, calendarDayOf, instantAt, type BodyOf } from '@lotse/kernel';
import type { chaseOutcome, MovedReferral } from '@lotse/referral/model';
import { workingDaysOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Tasks } from '@lotse/task/server';
import { Injectable } from '@nestjs/common';
import { Referrals } from '../referrals';

/** So long the referrer has after a reminder. */
const workingDays = 5;
const count = 'update referral set outcome_chasers = outcome_chasers + 1, due_at = $2 where id = $1';

/** Notes that the referrer was reminded of an outcome. Three of these, and a date that has passed, are asked for before anybody closes it. */
@Injectable()
export class ChaseOutcome {
  constructor(
    private readonly referrals: Referrals,
    private readonly regions: Regions,
    private readonly tasks: Tasks,
  ) {}

  async run(transaction: Transaction, id: string, version: number, { how }: BodyOf<typeof chaseOutcome>): Promise<MovedReferral> {
    const record = await this.referrals.takeBeside(transaction, id, version, 'chase_outcome');
    const rule = workingDaysOf(await this.regions.settings(transaction));
    const dueAt = instantAt(addWorkingDays(calendarDayOf(new Date()), workingDays, rule), '17:00');
    transaction.send('referral.chase', count, [id, dueAt]);
    this.tasks.endAbout(transaction, id, ['outcome_to_chase'], 'done');
    return this.referrals.beside(transaction, record, 'outcome_chased', how);
  }
}
