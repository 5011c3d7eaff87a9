import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings } from '@lotse/server-kit/settings';
import { freePort } from '../start/embedded-database';
import type { County } from './county';
import { compare, interleave, spreadOf, type Line } from './figure';
import { checkPlans, type Kind } from './floor/plan';
import { load, type Load, type Loaded, type Request } from './load';
import type { Options } from './options';
import { profiling, startServer, type Running } from './processes';
import { recordStatements } from './recorded-statements';
import { createOne, readOne, readPage } from './requests';

const built = resolve(import.meta.dirname, '..');
const connectionsOfPool = '12';
/** How many requests until a process runs the code it has compiled for them; counted, not timed, because machines differ. */
const warmAfter = 4_000;
/** How often a connection is answered in a round, at least. */
const answersEach = 3;
const pageUrgency = 'box=inbox&sort=urgency&mine=true&limit=20';
const pageDefault = 'box=inbox&limit=20';

export interface Given {
  options: Options;
  county: County;
  databaseUrl: string;
  directory: string;
  say(what: string): void;
}

interface Measure {
  figure: 'P1' | 'P2' | 'P3';
  name: string;
  target: number;
  requestsOf: Load['requestsOf'];
  note: string;
}

interface Servers {
  api: Running;
  floor: Running;
}

/** P1, P2 and P3: the API against the floor, each in a process of its own. */
export async function measureAgainstFloor(given: Given): Promise<Line[]> {
  const servers = await start(given);
  try {
    const lines: Line[] = [];
    for (const measure of measuresOf(given)) {
      for (const connections of given.options.connections) lines.push(...(await measureOne(given, servers, measure, connections)));
    }
    return lines;
  } finally {
    await Promise.all([servers.api.stop(), servers.floor.stop()]);
  }
}

function measuresOf({ county, options }: Given): Measure[] {
  const all: Measure[] = [
    {
      figure: 'P1',
      name: 'read one referral',
      target: 0.7,
      requestsOf: readOne(county),
      note: 'both leave the line of the look in the chronicle; "no trace" is a floor without it.',
    },
    {
      figure: 'P2',
      name: 'create a referral',
      target: 0.6,
      requestsOf: createOne(county),
      note: 'one transaction on both sides: referral, history, chronicle, outbox, stored answer; fsync on.',
    },
    {
      figure: 'P3',
      name: 'worklist, by urgency, mine',
      target: 0.7,
      requestsOf: readPage(county, pageUrgency),
      note: 'a page of 20 of a clinic with this many referrals; both leave the line of the look.',
    },
    {
      figure: 'P3',
      name: 'worklist, default order',
      target: 0.7,
      requestsOf: readPage(county, pageDefault),
      note: 'a page of 20 of a clinic with this many referrals; both leave the line of the look.',
    },
  ];
  return all.filter(({ figure }) => options.only.includes(figure));
}

/** Every call is counted as it is in an installation, and none is held back. */
const countedButFree = '1000';

async function start({ options, county, databaseUrl, directory }: Given): Promise<Servers> {
  const settings = readSettings({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', RATE_LIMITS: '0' });
  const requests: Record<Kind, Request> = {
    read: readOne(county)(0)[0]!,
    pageUrgency: readPage(county, pageUrgency)(0)[0]!,
    pageDefault: readPage(county, pageDefault)(0)[0]!,
    create: createOne(county)(0)[0]!,
  };
  const statements = await recordStatements(settings, requests);
  checkPlans(statements);
  const file = join(directory, 'statements.json');
  writeFileSync(file, JSON.stringify(statements));
  const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: connectionsOfPool, BENCH_STATEMENTS: file, RATE_LIMITS: countedButFree };
  return {
    api: await startServer({ name: 'Lotse', script: join(built, 'api/main.mjs'), port: await freePort(), env, flags: profiling(options) }),
    floor: await startServer({ name: 'floor', script: join(built, 'bench/floor.mjs'), port: await freePort(), env }),
  };
}

async function measureOne({ options, say }: Given, { api, floor }: Servers, measure: Measure, connections: number): Promise<Line[]> {
  const { figure, name, target, requestsOf, note } = measure;
  const contender = (running: Running, requests: Load['requestsOf'], until: Load['until']) => () =>
    load(running, { connections, until, requestsOf: requests });
  const contenders = (until: Load['until']) => ({
    ours: contender(api, requestsOf, until),
    floor: contender(floor, requestsOf, until),
    ...(figure === 'P1' ? { noTrace: contender(floor, withoutTrace(requestsOf), until) } : {}),
  });
  say(`${figure} ${name}, ${connections} connections`);
  const first = await interleave(1, contenders({ answers: Math.max(warmAfter, connections * 2) }));
  const seconds = secondsFor(Object.values(first).flat(), connections, options.seconds);
  const measured = await interleave(options.rounds, contenders({ seconds }));
  const ours = perSecond(measured['ours']!);
  const label = `${name}, ${connections} connections`;
  const goal = { is: 'at-least', target } as const;
  return [
    compare({ figure, name: label, unit: 'req/s', ours, floor: perSecond(measured['floor']!), goal, note }),
    ...cpuLine(figure, measured['ours']!, measured['floor']!),
    ...(measured['noTrace']
      ? [compare({ figure, name: '  … floor without the trace', unit: 'req/s', ours, floor: perSecond(measured['noTrace']) })]
      : []),
  ];
}

const perSecond = (of: readonly Loaded[]): number[] => of.map((one) => one.perSecond);

/** Long enough for every connection to be answered a few times, however slow the machine is just now. */
const secondsFor = (first: readonly Loaded[], connections: number, wanted: number): number =>
  Math.max(wanted, Math.ceil((answersEach * connections) / Math.min(...perSecond(first))));

/** The same as computing time: what does not change when somebody else uses the machine as well. */
function cpuLine(figure: string, ours: Loaded[], floor: Loaded[]): Line[] {
  const cpu = (of: Loaded[]) => of.flatMap(({ cpuMillisecondsEach }) => cpuMillisecondsEach ?? []);
  if (cpu(ours).length < ours.length || cpu(floor).length < floor.length) return [];
  const latency = `p50/p99 ${latencies(ours)} against ${latencies(floor)} ms`;
  return [compare({ figure, name: `  … its process alone (${latency})`, unit: 'CPU ms/req', ours: cpu(ours), floor: cpu(floor) })];
}

const latencies = (of: Loaded[]): string =>
  `${Math.round(spreadOf(of.map(({ p50 }) => p50)).median)}/${Math.round(spreadOf(of.map(({ p99 }) => p99)).median)}`;

const withoutTrace =
  (requestsOf: Load['requestsOf']): Load['requestsOf'] =>
  (connection) =>
    requestsOf(connection).map((request) => ({ ...request, path: request.path.replace('/api/', '/without-trace/') }));
