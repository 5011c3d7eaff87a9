import { calendarDayOf } from '@lotse/kernel';
import type { RegionSettings } from '@lotse/region/model';
import { Database } from '@lotse/server-kit/database';
import { careOfLists } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

const regions = 'select r.id, settings_of(r) as settings from region r';

/** The rounds that have become due, county by county, by the county's own rules. They are work; nobody is moved, and nothing ends. */
@Injectable()
export class OpenListRounds {
  constructor(private readonly database: Database) {}

  /** Answers how many were opened; whoever else looks at the same time finds them opened. */
  async run(): Promise<number> {
    const found = await this.database.asSystem((transaction) =>
      transaction.rows<{ id: string; settings: RegionSettings }>('list-rounds.regions', regions),
    );
    let opened = 0;
    for (const { id, settings } of found) opened += await this.ofRegion(id, settings);
    return opened;
  }

  private ofRegion(id: string, settings: RegionSettings): Promise<number> {
    const rules = careOfLists(settings, calendarDayOf(new Date()));
    return this.database.asSystem(async (transaction) => {
      const row = await transaction.row<{ opened: number }>('list-rounds.open', 'select open_list_rounds($1, $2) as opened', [
        id,
        JSON.stringify(rules),
      ]);
      return row!.opened;
    });
  }
}
