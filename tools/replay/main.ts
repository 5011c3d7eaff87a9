import { parseArgs } from 'node:util';
import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import { replayAll, type ReplayResult } from '@lotse/waiting-list/model';
import { decidedOffers } from '../../libs/waiting-list/server/src/replay/decided-offers';
import { databaseUrl, withDatabase } from '../chronicle/where';

const usage = `[--from 2026-01-01] [--until 2026-12-31] [--database URL] [--json]
  decides every offer of these days again, of all counties, each under the version of the rule that it names; ends with 1 when one comes out otherwise`;

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2020-01-01' },
    until: { type: 'string', default: calendarDayOf(new Date()) },
    database: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function print({ offers, outOfTurn, differing, rules, differences }: Omit<ReplayResult, 'from' | 'until'>): void {
  console.log(`${offers} offers decided again, ${outOfTurn} of them made out of turn with a reason: ${differing} differences`);
  for (const { serviceName, version, offers: count } of rules) {
    console.log(`  ${version === 0 ? 'usual rule' : `${serviceName ?? 'county'}, version ${version}`}: ${count}`);
  }
  for (const { number, at, serviceName, what } of differences) console.log(`  ${number} ${at} ${serviceName}: ${what.join(', ')}`);
}

try {
  if (values.help) console.log(usage);
  else {
    const [first, after] = [instantAt(values.from), instantAt(addCalendarDays(values.until, 1))];
    const found = await withDatabase(databaseUrl(values.database), (ask) => replayAll(decidedOffers(ask, first, after)));
    if (values.json) console.log(JSON.stringify({ from: values.from, until: values.until, ...found }));
    else print(found);
    process.exitCode = found.differing === 0 ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
