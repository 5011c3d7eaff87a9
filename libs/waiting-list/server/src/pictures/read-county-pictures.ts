import { addCalendarDays, calendarDayOf, weekdayOf, type AnswerOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import {
  shownAging,
  shownFigures,
  shownFunnel,
  shownWaits,
  type AgingCell,
  type CountyAging,
  type CountyFunnel,
  type FoundWaits,
  type Funnel,
  type readCountySlotWeek,
  type readCountyWaits,
  type SlotDay,
} from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

const service = `service_id as "serviceId", service_name as "serviceName", organisation_name as "organisationName"`;
const aging = `
  select ${service}, band, urgency, waiting, overdue, median_days as "medianDays", median_share as "medianShare"
  from county_aging() order by service_name, service_id, band`;
const waits = 'select side, people, median, p95, weeks from county_waits()';
const waitsByService = `select ${service}, side, people, median, p95 from county_waits_by_service() order by service_name, service_id`;
const funnel = 'select * from county_funnel()';

/** Slots lead to nobody and are seen within the county; services that give out no time are left out. */
const slotWeek = `
  select x.id as "serviceId", x.name as "serviceName", o.name as "organisationName", (lower(s.during) at time zone 'Europe/Berlin')::date::text as day,
    count(*) filter (where s.state = 'open')::integer as free, count(*) filter (where s.state = 'held')::integer as held,
    count(*) filter (where s.state = 'taken')::integer as taken, count(*) filter (where s.state = 'blocked')::integer as blocked
  from slot s join service x on x.id = s.service_id join organisation o on o.id = x.organisation_id
  where s.region_id = current_region() and s.state <> 'cancelled'
    and lower(s.during) >= ($1::date)::timestamp at time zone 'Europe/Berlin' and lower(s.during) < ($1::date + 7)::timestamp at time zone 'Europe/Berlin'
  group by x.id, o.id, 4 order by x.name, x.id, 4`;

interface OfService {
  serviceId: string;
  serviceName: string;
  organisationName: string;
}
type Side = 'waiting' | 'ended';
const none: FoundWaits = { people: 0, median: null, p95: null, weeks: {} };

/** The pictures of all waiting lists of a county: numbers without small ones, and nobody in them. Others than those who coordinate or administer it get none. */
@Injectable()
export class ReadCountyPictures {
  async aging(transaction: Transaction): Promise<CountyAging> {
    return shownAging(await transaction.rows<AgingCell & Record<string, unknown>>('county-pictures.aging', aging));
  }

  async waits(transaction: Transaction): Promise<AnswerOf<typeof readCountyWaits>> {
    const [sides, services] = await Promise.all([
      transaction.rows<FoundWaits & { side: Side }>('county-pictures.waits', waits),
      transaction.rows<Omit<FoundWaits, 'weeks'> & OfService & { side: Side }>('county-pictures.by-service', waitsByService),
    ]);
    const of = (side: Side): FoundWaits => sides.find((one) => one.side === side) ?? none;
    return { ...shownWaits({ waiting: of('waiting'), ended: of('ended') }), services: byService(services) };
  }

  async funnel(transaction: Transaction): Promise<CountyFunnel> {
    return shownFunnel((await transaction.row<Funnel>('county-pictures.funnel', funnel))!);
  }

  async slotWeek(transaction: Transaction, week = calendarDayOf(new Date())): Promise<AnswerOf<typeof readCountySlotWeek>> {
    const from = addCalendarDays(week, 1 - weekdayOf(week));
    const rows = await transaction.rows<OfService & SlotDay>('county-pictures.slot-week', slotWeek, [from]);
    return {
      from,
      services: grouped(rows).map(([{ serviceId, serviceName, organisationName }, all]) => ({
        serviceId,
        serviceName,
        organisationName,
        days: all.map(({ day, free, held, taken, blocked }) => ({ day, free, held, taken, blocked })),
      })),
    };
  }
}

/** Rows of a service, which stand beside one another. */
function grouped<Row extends OfService>(rows: readonly Row[]): [Row, Row[]][] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.serviceId, [...(found.get(row.serviceId) ?? []), row]);
  return [...found.values()].map((all) => [all[0]!, all]);
}

/** Services of which nothing can be said are left out. */
function byService(rows: readonly (Omit<FoundWaits, 'weeks'> & OfService & { side: Side })[]) {
  return grouped(rows)
    .map(([{ serviceId, serviceName, organisationName }, all]) => {
      const of = (side: Side) => shownFigures(all.find((one) => one.side === side) ?? none);
      return { serviceId, serviceName, organisationName, waiting: of('waiting'), ended: of('ended') };
    })
    .filter(({ waiting, ended }) => waiting !== null || ended !== null);
}
