import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import { replayAll, type ReplayResult } from '@lotse/waiting-list/model';
import { decidedOffers } from '../../libs/waiting-list/server/src/replay/decided-offers';
import { databaseUrl, withDatabase } from '../chronicle/where';
import { readCommandLine } from '../start/command-line.mjs';

const given = readCommandLine('replay');
const [from, until] = [given.text('from')!, given.text('until') ?? calendarDayOf(new Date())];

function print({ offers, outOfTurn, differing, rules, differences }: Omit<ReplayResult, 'from' | 'until'>): void {
  console.log(`${offers} offers decided again, ${outOfTurn} of them made out of turn with a reason: ${differing} differences`);
  for (const { serviceName, version, offers: count } of rules) {
    console.log(`  ${version === 0 ? 'usual rule' : `${serviceName ?? 'county'}, version ${version}`}: ${count}`);
  }
  for (const { number, at, serviceName, what } of differences) console.log(`  ${number} ${at} ${serviceName}: ${what.join(', ')}`);
}

try {
  const [first, after] = [instantAt(from), instantAt(addCalendarDays(until, 1))];
  const found = await withDatabase(databaseUrl(given.text('database')), (ask) => replayAll(decidedOffers(ask, first, after)));
  if (given.has('json')) console.log(JSON.stringify({ from, until, ...found }));
  else print(found);
  process.exitCode = found.differing === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
