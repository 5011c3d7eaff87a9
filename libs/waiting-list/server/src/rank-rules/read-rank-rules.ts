import { calendarDayOf, type AnswerOf } from '@lotse/kernel';
import { rankRuleOn, usualRankOrder, type RankOrder, type RankRule, type RegionSettings } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import type { RankScope, RankVersion, readOutOfTurn, readRankRules } from '@lotse/waiting-list/model';
import { Injectable } from '@nestjs/common';

const settled = 'select settings_version as version, settings_of(r) as settings, r.name from region r where r.id = current_region()';

/** Services that have an order of their own or once had, and those that the reader may give one. */
const services = `
  select x.id, x.name || ' – ' || o.name as name, manages_service(x.id) as "mayChange", manages_service(x.id) as "mayTry"
  from service x join organisation o on o.id = x.organisation_id
  where x.region_id = current_region() and (
    exists (select from county_rule_version v where v.region_id = x.region_id and v.kind = 'rank' and v.list = x.id::text)
    or (x.accepts_referrals and manages_service(x.id)))
  order by x.name, x.id`;

const written = `
  select v.list, v.version, v.valid_from::text as "validFrom", v.at, s.display_name as "byName", v.why, v.restores, v.rule -> 'order' as "keptOrder"
  from county_rule_version v left join staff s on s.id = v.staff_id
  where v.region_id = current_region() and v.kind = 'rank' order by v.version desc`;

const turns = `
  select service_id as "serviceId", service_name as "serviceName", month, offers, out_of_turn as "outOfTurn"
  from offers_out_of_turn() order by month desc, service_name, service_id`;

interface Written extends Omit<RankVersion, 'order' | 'at'> {
  list: string;
  at: Date;
  keptOrder: RankOrder | null;
}

interface Scope {
  id: string | null;
  name: string;
  mayChange: boolean;
  mayTry: boolean;
}

/** Who sees what another rule would do to all lists of the county: numbers, and never small ones. */
export const triesOutCounty = (roles: readonly string[]): boolean => ['region_admin', 'coordinator'].some((role) => roles.includes(role));

/** The rules of the county and of services in all their versions, and how often they were gone past. */
@Injectable()
export class ReadRankRules {
  async run(transaction: Transaction): Promise<AnswerOf<typeof readRankRules>> {
    const [county, found, versions] = await Promise.all([
      transaction.row<{ version: number; settings: RegionSettings; name: string }>('rank-rules.settled', settled),
      transaction.rows<Scope>('rank-rules.services', services),
      transaction.rows<Written>('rank-rules.written', written),
    ]);
    const ranks = county!.settings.ranks ?? [];
    const mayChange = transaction.actor.roles.includes('region_admin');
    const mayTry = triesOutCounty(transaction.actor.roles);
    const scopes = [{ id: null, name: county!.name, mayChange, mayTry }, ...found].map((scope) => scopeOf(scope, ranks, versions));
    return { version: county!.version, scopes };
  }

  async outOfTurn(transaction: Transaction): Promise<AnswerOf<typeof readOutOfTurn>> {
    return { items: await transaction.rows('rank-rules.turns', turns) };
  }
}

function scopeOf({ id, name, mayChange, mayTry }: Scope, ranks: readonly RankRule[], all: readonly Written[]): RankScope {
  const today = calendarDayOf(new Date());
  const own = all.filter(({ list }) => list === (id ?? ''));
  const begun = own.filter(({ validFrom }) => validFrom! <= today);
  const held = begun.toSorted((one, other) => other.validFrom!.localeCompare(one.validFrom!) || other.version - one.version)[0];
  return {
    serviceId: id,
    name,
    mayChange,
    mayTry,
    inForce: rankRuleOn(ranks, id, today),
    ownInForce: held?.version ?? 0,
    versions: [...own.map(shown), { ...nobody, order: id === null ? usualRankOrder : null }],
  };
}

const shown = ({ list: _list, at, keptOrder, ...rest }: Written): RankVersion => ({ ...rest, at: at.toISOString(), order: keptOrder });
const nobody = { version: 0, validFrom: null, at: null, byName: null, why: null, restores: null };
