import { calendarDayOf, refuse } from '@lotse/kernel';
import { refusedReason } from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import type { GivenReason } from './move-referral/move-referral';

/** The county's lists of reasons, asked by acts. */
@Injectable()
export class Reasons {
  constructor(private readonly regions: Regions) {}

  /** Refuses a reason that the county does not have today, or one without the comment it needs. */
  async expect(transaction: Transaction, given: GivenReason): Promise<void> {
    refuse(refusedReason(given, await this.regions.settings(transaction), calendarDayOf(new Date())));
  }
}
