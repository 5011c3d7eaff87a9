import type { OpeningHours } from '@lotse/identity/model';
import { calendarDayOf } from '@lotse/kernel';
import { offeringOf } from '@lotse/region/model';
import { Regions } from '@lotse/region/server';
import type { Transaction } from '@lotse/server-kit/database';
import { holdOf, type Hold, type HoldRules } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

const hoursOf = `
  select e.id, o.opening_hours as "openingHours" from waiting_list_entry e join referral r on r.id = e.referral_id
    join organisation o on o.id = r.referrer_organisation_id where e.id = any ($1)`;

/** Asks the county how it offers, and organisations when somebody is there. */
@Injectable()
export class Holds {
  constructor(private readonly regions: Regions) {}

  /** The rules of the day of an instant. */
  async rules(transaction: Transaction, now: Date): Promise<Omit<HoldRules, 'openingHours'>> {
    const settings = await this.regions.settings(transaction);
    return { land: settings.land, offering: offeringOf(settings, calendarDayOf(now)) };
  }

  /** For some entries. Whose practice is not there before the slot begins has no hold. */
  async for(
    transaction: Transaction,
    entryIds: readonly string[],
    startsAt: Date,
    now: Date,
  ): Promise<{ byEntry: ReadonlyMap<string, Hold> }> {
    const rules = await this.rules(transaction, now);
    const found =
      entryIds.length === 0
        ? []
        : await transaction.rows<{ id: string; openingHours: OpeningHours | null }>('holds.hours', hoursOf, [entryIds]);
    const holds = found.flatMap(({ id, openingHours }) => {
      const hold = holdOf(startsAt, now, { ...rules, openingHours });
      return hold ? [[id, hold] as const] : [];
    });
    return { byEntry: new Map(holds) };
  }
}
