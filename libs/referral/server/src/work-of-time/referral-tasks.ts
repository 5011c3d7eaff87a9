import { Database } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

/** The work that time makes for referrals: forgotten drafts, returns to ask after, suspensions and outcomes that wait. Tasks, nothing else. */
@Injectable()
export class ReferralTasks {
  constructor(private readonly database: Database) {}

  run(): Promise<number> {
    return this.database.asSystem(async (transaction) => {
      const row = await transaction.row<{ opened: number }>('referral.open-tasks', 'select open_referral_tasks() as opened');
      return row!.opened;
    });
  }
}
