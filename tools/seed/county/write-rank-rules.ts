import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import type { RankRule } from '@lotse/region/model';
import type { Client } from 'pg';
import { staffId } from './write-counties';

type Written = Required<Pick<RankRule, 'serviceId' | 'version' | 'validFrom' | 'order'>> & { why: string };

/** The county has tried something and come back to what is usual: every offer of the demo was made under the second version. */
export const rankRulesOfDemo = (now: Date): Written[] => [
  {
    serviceId: null,
    version: 1,
    validFrom: addCalendarDays(calendarDayOf(now), -140),
    order: { firstBands: 2, risesAt: 120 },
    why: 'Beschluss des Steuerungskreises: erst nach deutlicher Überschreitung vorrücken, zur Probe für ein Vierteljahr.',
  },
  {
    serviceId: null,
    version: 2,
    validFrom: addCalendarDays(calendarDayOf(now), -49),
    order: { firstBands: 2, risesAt: 100 },
    why: 'Die Probe hat Regulär-Fälle zu lange warten lassen. Wieder vorrücken, sobald die Zielzeit überschritten ist.',
  },
];

const insert = `
  insert into county_rule_version (region_id, kind, list, code, version, valid_from, rule, why, staff_id, at)
  select r.id, 'rank', '', 'order', $1, $2, $3, $4, $5, $6 from region r where r.key = '08336' on conflict do nothing`;

/** Versions of the past cannot be written by acts, which only look forward: the owner writes them. Running it again changes nothing. */
export async function writeRankRules(owner: Client, now: Date): Promise<void> {
  const by = staffId('region@demo.example');
  for (const { serviceId, version, validFrom, order, why } of rankRulesOfDemo(now)) {
    const at = instantAt(addCalendarDays(validFrom, -6), '14:20');
    await owner.query(insert, [version, validFrom, { serviceId, order }, why, by, at]);
  }
}
