import { Database, type OrganisationActor } from '@lotse/server-kit/database';
import { seeToEach } from '@lotse/server-kit/jobs';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { MakeSeriesSlots } from './make-series-slots';
import { SeriesPlan } from './series-plan';
import { lockedSeries } from './series-row';

const running = `
  select id, organisation_id as "organisationId", region_id as "regionId" from slot_series
  where ends_on is null or ends_on >= current_date order by organisation_id, id`;

/** Keeps every series made for the weeks ahead. As often as one likes: what was made is not made again. */
@Injectable()
export class KeepSeriesAhead {
  constructor(
    private readonly database: Database,
    private readonly plan: SeriesPlan,
    private readonly make: MakeSeriesSlots,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers how many slots were made. A series that fails does not hold up the others. */
  async run(): Promise<number> {
    const found = await this.database.asSystem((transaction) =>
      transaction.rows<OrganisationActor & { id: string }>('series.to-keep-ahead', running),
    );
    const made = await seeToEach('series', found, this.log, (series) => this.one(series.id, series));
    return made.reduce((sum, slots) => sum + slots, 0);
  }

  private one(id: string, actor: OrganisationActor): Promise<number> {
    return this.database.asOrganisation(actor, async (transaction) => {
      const series = await lockedSeries(transaction, id);
      return this.make.run(transaction, id, series, await this.plan.of(transaction, series, id));
    });
  }
}
