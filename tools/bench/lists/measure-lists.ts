import { join, resolve } from 'node:path';
import { daysAfter } from '@lotse/kernel';
import { readCandidates } from '@lotse/waiting-list/model';
import { runMigrations } from '../../../apps/migrate/src/run-migrations';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { callerOf } from '../caller';
import { fillCounty, type County } from '../county';
import { compare, percentile, type Line } from '../figure';
import { startServer, type Running } from '../processes';
import { addSchedule, openSlotAt } from '../slots/open-slot';
import { withClient } from '../with-client';
import { putOnWaitingList } from './waiting-entries';

const built = resolve(import.meta.dirname, '..');
const few = 10_000;
const pageSize = 20;
/** Page 1,000 of 20 rows, walked to in larger steps. */
const [stride, strides] = [100, 200];
const measurements = 60;

/** Somebody's list as the API serves it: whose session, and the address up to the page. */
interface List {
  readonly name: string;
  tokenOf(county: County): string;
  addressOf(county: County): string;
}

const sorts = ['due', '-due', 'sent', '-sent', 'urgency', '-urgency', 'person', '-person'] as const;
const boxes = ['inbox', 'sent'] as const;
const waitingSorts = ['rank', 'received', '-target', 'name', 'checked'] as const;
const lists: readonly List[] = [
  ...boxes.flatMap((box) =>
    sorts.map((sort) => ({
      name: `${box}, ${sort}`,
      tokenOf: ({ intakes, gps }: County) => (box === 'inbox' ? intakes : gps)[0]!,
      addressOf: () => `/api/referrals?box=${box}&sort=${sort}`,
    })),
  ),
  ...waitingSorts.map((sort) => ({
    name: `waiting list, ${sort}`,
    tokenOf: ({ intakes }: County) => intakes[0]!,
    addressOf: ({ serviceId }: County) => `/api/waiting-lists/${serviceId}/entries?sort=${sort}`,
  })),
];

/** One person among all of them, by the whole name: there is no further page. */
const sought: readonly List[] = [
  {
    name: 'inbox, somebody by name',
    tokenOf: ({ intakes }) => intakes[0]!,
    addressOf: () => '/api/referrals?box=inbox&text=muster7777%20ida',
  },
  {
    name: 'waiting list, somebody by name',
    tokenOf: ({ intakes }) => intakes[0]!,
    addressOf: ({ serviceId }) => `/api/waiting-lists/${serviceId}/entries?text=muster7777%20ida`,
  },
];

interface Side {
  api: Running;
  county: County;
  owner: URL;
}

type Page = { items: unknown[]; nextCursor: string | null };

async function page({ api, county }: Side, { name, tokenOf, addressOf }: List, query: string): Promise<Page> {
  const answer = await fetch(`${api.url}${addressOf(county)}&${query}`, { headers: { cookie: `lotse_session=${tokenOf(county)}` } });
  if (!answer.ok) throw new Error(`A page of ${name} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Page;
}

async function cursorFar(side: Side, list: List): Promise<string> {
  let cursor = '';
  for (let step = 0; step < strides; step++) {
    const { nextCursor } = await page(side, list, `limit=${stride}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    if (!nextCursor) throw new Error(`The list ${list.name} ends before page 1,000.`);
    cursor = nextCursor;
  }
  return cursor;
}

async function timeOf(side: Side, list: List, query: string): Promise<number> {
  const began = performance.now();
  await page(side, list, query);
  return performance.now() - began;
}

/** P6: every list of referrals in every order, and a waiting list: first page and page 1,000 of many, against the first page of few; measured in turns. */
export async function measureLists(given: Given, ownerUrl: string): Promise<Line[]> {
  const { options, say } = given;
  say(`P6 filling counties with ${few} and ${options.large} referrals a side`);
  const large = await side(given, ownerUrl, 'lotse_many', options.large);
  const small = await side(given, ownerUrl, 'lotse_few', few);
  const lines: Line[] = [];
  try {
    for (const list of lists) lines.push(...(await measureOne(given, small, large, list)));
    for (const list of sought) lines.push(await measureSought(given, small, large, list));
    lines.push(await measureCandidates(given, small, large));
  } finally {
    await Promise.all([small.api.stop(), large.api.stop()]);
  }
  return lines;
}

const goal = { is: 'at-most', target: 1.3 } as const;
const first = `limit=${pageSize}`;

async function measureOne({ options, say }: Given, small: Side, large: Side, list: List): Promise<Line[]> {
  say(`P6 ${list.name}`);
  const far = `${first}&cursor=${encodeURIComponent(await cursorFar(large, list))}`;
  const rounds = await inTurns(options.rounds, {
    few: () => timeOf(small, list, first),
    many: () => timeOf(large, list, first),
    far: () => timeOf(large, list, far),
  });
  const note = `p95 of ${measurements} pages of ${pageSize} over HTTP, ${options.large} referrals against ${few}.`;
  const lineOf = (name: string, ours: number[]): Line => compare({ figure: 'P6', name, unit: 'ms', ours, floor: rounds.few, goal, note });
  return [lineOf(`${list.name}, first page`, rounds.many), lineOf(`${list.name}, page 1,000`, rounds.far)];
}

async function measureSought({ options, say }: Given, small: Side, large: Side, list: List): Promise<Line> {
  say(`P6 ${list.name}`);
  const { items } = await page(large, list, first);
  if (items.length !== 1) throw new Error(`${list.name}: ${items.length} were found.`);
  const { few, many } = await inTurns(options.rounds, {
    few: () => timeOf(small, list, first),
    many: () => timeOf(large, list, first),
  });
  return compare({ figure: 'P6', name: list.name, unit: 'ms', ours: many, floor: few, goal });
}

/** The p95 of each contender, a round each; they take turns, and the first round warms. */
async function inTurns<Name extends string>(
  rounds: number,
  contenders: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++) {
    const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
    for (let count = 0; count < measurements; count++) for (const name of names) times[name].push(await contenders[name]());
    if (round >= 0) for (const name of names) measured[name].push(percentile(times[name], 0.95));
  }
  return measured;
}

/** Who fits a slot, and who does not and why: read from the beginning of the list, however long it is. */
async function measureCandidates({ options, say }: Given, small: Side, large: Side): Promise<Line> {
  say('P6 candidates of a slot');
  const [few, many] = [await candidatesOf(small), await candidatesOf(large)];
  const rounds = await inTurns(options.rounds, { few, many });
  return compare({ figure: 'P6', name: 'candidates of a slot', unit: 'ms', ours: rounds.many, floor: rounds.few, goal });
}

/** Opens a slot in a schedule of its own; answers how long its candidates take. */
async function candidatesOf({ api, county, owner }: Side): Promise<() => Promise<number>> {
  const clinic = callerOf(api.url, county.intakes[0]!);
  const schedule = await withClient(owner, (client) => addSchedule(client, county.serviceId));
  const { id } = await openSlotAt(clinic, schedule, daysAfter(Date.now(), 20));
  return async () => {
    const began = performance.now();
    await clinic(readCandidates, { id });
    return performance.now() - began;
  };
}

async function side({ databaseUrl }: Given, ownerUrl: string, name: string, referrals: number): Promise<Side> {
  const [owner, application, admin] = [new URL(ownerUrl), new URL(databaseUrl), new URL(ownerUrl)];
  [owner.pathname, application.pathname, admin.pathname] = [`/${name}`, `/${name}`, '/postgres'];
  await withClient(admin, (client) => client.query(`create database ${name}`));
  await runMigrations(owner.toString());
  const county = await fillCounty(owner.toString(), referrals);
  await withClient(owner, (filling) =>
    putOnWaitingList(filling, county.serviceId).then(() => filling.query('vacuum analyze waiting_list_entry')),
  );
  const env = { DATABASE_URL: application.toString(), DATABASE_CONNECTIONS: '4', LOG_LEVEL: 'warn', RATE_LIMITS: '0' };
  return { county, owner, api: await startServer({ name, script: join(built, 'api/main.mjs'), port: await freePort(), env }) };
}
