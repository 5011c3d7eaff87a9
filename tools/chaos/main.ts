import { install } from '../../apps/client-e2e/src/processes/installation';
import { setUpCounty } from '../../apps/client-e2e/src/processes/small-county';
import { waitingPeople } from '../../apps/client-e2e/src/processes/waiting-people';
import { fourHundredDays } from './four-hundred-days';
import { frozenWorker } from './frozen-worker';
import { listUnderKills } from './list-under-kills';
import { loggedErrors } from './logged-errors';
import { noticesUnderKills } from './notices-under-kills';
import { oneBooking } from './one-booking';
import { oneSlotManyPeople } from './one-slot-many-people';
import { readOptions } from './options';
import { sameKey } from './same-key';
import type { Outcome, Scenario } from './scenario';
import { wrongClocks } from './wrong-clocks';

const scenarios: readonly Scenario[] = [
  oneBooking,
  oneSlotManyPeople,
  sameKey,
  listUnderKills,
  noticesUnderKills,
  wrongClocks,
  fourHundredDays,
  frozenWorker,
];
/** What takes longer than a short run has, however small it is made. */
const onlyInLong: readonly Scenario[] = [frozenWorker, noticesUnderKills];

interface Line extends Outcome {
  figure: string;
  name: string;
  seconds: number;
  isPassed: boolean;
}

const { only, seconds, isJson } = readOptions(scenarios.map(({ figure }) => figure));

const isWanted = (scenario: Scenario): boolean =>
  only ? only.includes(scenario.figure) : seconds === undefined || seconds >= 600 || !onlyInLong.includes(scenario);
const wanted = scenarios.filter(isWanted);
const weightOf = (some: readonly Scenario[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
/** How long everything takes at its whole length, about; what is shorter is made smaller in proportion. */
const wholeSeconds = 3_600;
/** How long one scenario goes on, in seconds: its share of what was given to those that are wanted, or of the whole length. */
const lengthOf = ({ weight }: Scenario): number =>
  seconds === undefined ? (wholeSeconds * weight) / weightOf(scenarios) : (seconds * weight) / weightOf(wanted);

async function run(scenario: Scenario): Promise<Line> {
  const { figure, name, environment, run: act } = scenario;
  const say = (what: string): void => console.error(`  ${figure} ${what} …`);
  say(name);
  const lotse = await install({
    RATE_LIMITS: '0',
    LOG_LEVEL: 'info',
    NOTICE_HOLD_SECONDS: '0',
    DATABASE_CONNECTIONS: '20',
    ...environment,
  });
  const began = Date.now();
  const until = began + lengthOf(scenario) * 1_000;
  try {
    const county = await setUpCounty(lotse.owner);
    const outcome = await act({
      lotse,
      county,
      people: waitingPeople(lotse.apis[0]!.address, county, lotse.owner),
      time: { isOver: () => Date.now() > until },
      size: (whole, least) => (seconds === undefined ? whole : Math.max(least, Math.round((whole * seconds) / wholeSeconds))),
      say,
    });
    const anomalies = outcome.faults > 0 ? outcome.anomalies : [...outcome.anomalies, 'nothing was done to it, so nothing is proven'];
    const isPassed = anomalies.length === 0;
    const told = isPassed ? [] : [...anomalies, ...loggedErrors(lotse)];
    return { figure, name, seconds: (Date.now() - began) / 1_000, isPassed, ...outcome, anomalies: told };
  } finally {
    await lotse.stop();
  }
}

function print({ figure, name, seconds: took, isPassed, operations, faults, answers, anomalies }: Line): void {
  const counted = Object.entries(answers).sort(([one], [other]) => one.localeCompare(other));
  console.log(`${isPassed ? 'passed' : 'FAILED'}  ${figure}  ${name}`);
  console.log(
    `        ${operations} operations, ${faults} faults, ${took.toFixed(0)} s: ${counted.map(([what, count]) => `${count} × ${what}`).join(', ')}`,
  );
  for (const anomaly of anomalies.slice(0, 20)) console.log(`        ! ${anomaly}`);
  if (anomalies.length > 20) console.log(`        ! and ${anomalies.length - 20} more`);
}

const lines: Line[] = [];
for (const scenario of wanted) {
  const line = await run(scenario);
  lines.push(line);
  if (!isJson) print(line);
}
const failed = lines.filter(({ isPassed }) => !isPassed).length;
if (isJson) console.log(JSON.stringify({ lines }, null, 2));
else console.log(`\n${lines.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
