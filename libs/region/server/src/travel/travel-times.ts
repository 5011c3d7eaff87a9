import { refuse, Refusal, versionStale, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  nothingToChange,
  unknownPlace,
  type changeTravelTimes,
  type readTravelTimes,
  type restoreTravelTimes,
  type TravelTime,
  type WrittenWay,
} from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';

const columns = `from_ags as "fromAgs", to_ags as "toAgs", means, minutes, first_arrival as "firstArrival", last_departure as "lastDeparture"`;
const inForce = `select ${columns} from travel_time_now where region_id = current_region() order by from_ags, to_ags, means`;
const asOf = `
  select distinct on (from_ags, to_ags, means) ${columns} from travel_time where region_id = current_region() and version <= $1
  order by from_ags, to_ags, means, version desc`;
const versions = `
  select v.version, v.why, v.restores, v.at, s.display_name as "byName",
    (select count(*)::int from travel_time t where t.region_id = v.region_id and t.version = v.version) as ways
  from travel_table_version v join staff s on s.id = v.staff_id where v.region_id = current_region() order by v.version desc`;
const placesOf = 'select ags from municipality where region_id = current_region()';
const put = 'select put_travel_times($1, $2, $3, $4) as version';

type VersionRow = Omit<AnswerOf<typeof readTravelTimes>['versions'][number], 'at'> & { at: Date };
type Changed = AnswerOf<typeof changeTravelTimes>;

const keyOf = ({ fromAgs, toAgs, means }: Pick<WrittenWay, 'fromAgs' | 'toAgs' | 'means'>): string => `${fromAgs} ${toAgs} ${means}`;
const sayingOf = ({ minutes, firstArrival, lastDeparture }: Pick<WrittenWay, 'minutes' | 'firstArrival' | 'lastDeparture'>): string =>
  minutes === null ? '' : `${minutes} ${firstArrival ?? ''} ${lastDeparture ?? ''}`;

/** What a county says about ways between its municipalities. A version is added and never changed. */
@Injectable()
export class TravelTimes {
  async read(transaction: Transaction): Promise<AnswerOf<typeof readTravelTimes>> {
    const [items, past] = await Promise.all([
      transaction.rows<TravelTime>('travel.in-force', inForce),
      transaction.rows<VersionRow>('travel.versions', versions),
    ]);
    return { version: past[0]?.version ?? 0, items, versions: past.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) };
  }

  async change(transaction: Transaction, version: number, { rows, why }: BodyOf<typeof changeTravelTimes>): Promise<Changed> {
    const known = new Set((await transaction.rows<{ ags: string }>('travel.places', placesOf)).map(({ ags }) => ags));
    const strange = rows.find(({ fromAgs, toAgs }) => !known.has(fromAgs) || !known.has(toAgs));
    refuse(strange ? unknownPlace({ context: { fromAgs: strange.fromAgs, toAgs: strange.toAgs } }) : undefined);
    return this.put(transaction, rows, { why, restores: null, version });
  }

  async restore(transaction: Transaction, version: number, { restores, why }: BodyOf<typeof restoreTravelTimes>): Promise<Changed> {
    const then = await transaction.rows<WrittenWay>('travel.as-of', asOf, [restores]);
    const named = new Set(then.map(keyOf));
    const now = await transaction.rows<TravelTime>('travel.in-force', inForce);
    const since = now
      .filter((way) => !named.has(keyOf(way)))
      .map((way) => ({ ...way, minutes: null, firstArrival: null, lastDeparture: null }));
    return this.put(transaction, [...then, ...since], { why, restores, version });
  }

  /** Only what says something else than before is written, the last word about a way alone. */
  private async put(
    transaction: Transaction,
    rows: readonly WrittenWay[],
    { why, restores, version }: { why: string; restores: number | null; version: number },
  ): Promise<Changed> {
    const now = await transaction.rows<TravelTime>('travel.in-force', inForce);
    const said = new Map(now.map((way) => [keyOf(way), sayingOf(way)]));
    const last = new Map(rows.map((way) => [keyOf(way), way]));
    const other = [...last].filter(([key, way]) => (said.get(key) ?? '') !== sayingOf(way)).map(([, way]) => way);
    refuse(other.length === 0 ? nothingToChange() : undefined);
    const done = await transaction.row<{ version: number | null }>('travel.put', put, [JSON.stringify(other), why, restores, version]);
    if (!done?.version) throw new Refusal(versionStale());
    const { regionId } = transaction.actor;
    transaction.record({ kind: 'act', verb: 'travelTime.change', subject: 'region', subjectId: regionId, basis: 'administration' });
    return { version: done.version };
  }
}
