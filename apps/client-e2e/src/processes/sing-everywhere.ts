import type { Pool } from 'pg';
import { otherCanaries, type Flock } from './canaries';
import type { Staff } from './small-county';

type Json = Readonly<Record<string, unknown>>;

/** One route as the OpenAPI document tells of it. */
interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly 'x-touches'?: string;
  readonly parameters: readonly { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Json }[];
  readonly requestBody?: { content: { 'application/json': { schema: Json } } };
  readonly responses: Readonly<Record<string, { content?: Json }>>;
}

interface Answered {
  readonly isTaken: boolean;
  readonly problem?: { code: string; context?: { version?: number } };
}

/** What came back to whoever sang. */
export interface Echo {
  /** How many of the calls were taken. */
  readonly taken: number;
  /** Routes that answered with a fault of ours. */
  readonly faults: readonly string[];
  /** What refusals said, and the head of every answer. */
  readonly refusals: string;
}

/** What an address or a field means with an id, and where the newest of these stand. */
const tables: Readonly<Record<string, string>> = {
  people: 'person',
  person: 'person',
  releases: 'release',
  referrals: 'referral',
  referral: 'referral',
  questions: 'question_thread',
  thread: 'question_thread',
  point: 'question_point',
  attachments: 'attachment',
  'emergency-calls': 'emergency_call',
  enquiries: 'enquiry',
  advice: 'advice_thread',
  offers: 'slot_offer',
  'waiting-list-entries': 'waiting_list_entry',
  entry: 'waiting_list_entry',
  pause: 'entry_pause',
  appointments: 'appointment',
  'list-checks': 'list_check',
  'break-glass': 'break_glass',
  holds: 'legal_hold',
  slots: 'slot',
  slot: 'slot',
  schedule: 'schedule',
  services: 'service',
  'waiting-lists': 'service',
  service: 'service',
  organisation: 'organisation',
  recipientOrganisation: 'organisation',
};
/** Of referrals the newest in each state, so that every act finds one that it is for. */
const newestOf = (table: string): string =>
  table === 'referral'
    ? 'select id::text from (select distinct on (state) id, state from referral order by state, id desc) as one order by id desc'
    : `select id::text from ${table} order by id desc limit 3`;
const newest = `select name, ids from (values ${[...new Set(Object.values(tables))]
  .map((table) => `('${table}', array(${newestOf(table)}))`)
  .join(', ')}) as found (name, ids)`;

/** What ends something comes last: the others are to get far. */
const ends = /revoke|withdraw|discard|mark-error|record-death|hand-back|decline|redirect|merge|remove|end$|close|cancel|confirm|strike/;
const formats: Readonly<Record<string, string>> = {
  uuid: '018f0000-0000-7000-8000-00000000ffff',
  email: 'somebody@example.org',
};
/** A day that is over, and one to come: a field asks for one or the other. */
const days = ['2026-01-02', '2099-03-04', '2026-01-02'];
const fitting = [otherCanaries.kvnr, '79650', '08336081', '08:00', 'de'];

/**
 * Sings into every text of every route that leads to a person, as both sides, until it is taken: with all fields, with all fields and other
 * choices, with the least there must be.
 */
export async function singEverywhere(address: string, owner: Pool, staff: readonly Staff[], { sing }: Flock): Promise<Echo> {
  const echo = { taken: 0, faults: [] as string[], refusals: '' };

  async function send({ method, path }: Operation, one: Staff, version: number, body: unknown): Promise<Answered> {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { cookie: one.cookie, 'if-match': `"${version}"`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status >= 500) echo.faults.push(`${method} ${path}: ${answer.status}`);
    if (answer.status < 400) echo.taken++;
    echo.refusals += JSON.stringify([answer.status < 400 ? '' : text, ...answer.headers]);
    const problem = answer.status === 409 ? (JSON.parse(text) as Answered['problem']) : undefined;
    return { isTaken: answer.status < 400, problem };
  }

  /** Whoever looked at another version is told which one it is now. */
  async function tryVersions(operation: Operation, one: Staff, body: unknown): Promise<boolean> {
    const { isTaken, problem } = await send(operation, one, 1, body);
    if (problem?.code !== 'version-stale') return isTaken;
    return (await send(operation, one, problem.context?.version ?? 0, body)).isTaken;
  }

  /** Whether it was taken, at one of the things that it may be for. */
  async function singAs(one: Staff, operation: Operation, way: number): Promise<boolean> {
    const ids = await newestIds(owner);
    const body = operation.requestBody && bodyOf(operation.requestBody.content['application/json'].schema, { way, ids, sing });
    for (const path of addressesOf(operation, { way, ids, sing })) if (await tryVersions({ ...operation, path }, one, body)) return true;
    return false;
  }

  async function singInto(operation: Operation): Promise<void> {
    const ways = operation.requestBody ? [0, 1, 2] : [0, 1];
    for (const one of staff) for (const way of ways) if (await singAs(one, operation, way)) break;
  }

  for (const operation of await operationsOf(address)) await singInto(operation);
  return echo;
}

/** How long a service expects people to wait is said of the service, to everybody. */
async function operationsOf(address: string): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${address}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, Operation>> };
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]): Operation => ({ ...told, path, method: method.toUpperCase() as 'GET' })),
  );
  const order = ({ method, path }: Operation) => (method === 'GET' ? 2 : Number(ends.test(path)));
  return all.filter((one) => one['x-touches'] && !one.path.endsWith('/expected-wait')).sort((one, other) => order(one) - order(other));
}

async function newestIds(owner: Pool): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ name: string; ids: string[] }>(newest);
  return new Map(rows.map(({ name, ids }) => [name, ids]));
}

/** The ways to the things that an address may name, one after the other. */
function addressesOf({ path, parameters }: Operation, made: Made): string[] {
  const segment = path.split('/')[2]!;
  const idsFor = (name: string) => made.ids.get(tables[name] ?? tables[segment] ?? '') ?? [];
  const query = parameters
    .filter(({ in: where, schema, required }) => where === 'query' && (required || isFreeText(schema)))
    // A place in a list that nobody was told is refused at once.
    .filter(({ name }) => made.way > 0 || name !== 'cursor')
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(bodyOf(schema, made, name)))}`);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const most = Math.max(1, ...names.map((name) => idsFor(name).length));
  const named = Array.from({ length: most }, (_, which) =>
    path.replace(/\{(\w+)\}/g, (_whole, name: string) => idsFor(name)[which % idsFor(name).length] ?? formats['uuid']!),
  );
  return [...new Set(named)].map((one) => (query.length > 0 ? `${one}?${query.join('&')}` : one));
}

const isFreeText = (schema: Json): boolean => schema['type'] === 'string' && !schema['enum'] && !schema['format'] && !schema['pattern'];

interface Made {
  readonly way: number;
  readonly ids: Map<string, string[]>;
  readonly sing: Flock['sing'];
}

/** A body with a canary wherever somebody may write what they like. */
function bodyOf(schema: Json, made: Made, field = ''): unknown {
  if ('const' in schema) return schema['const'];
  const choices = (schema['enum'] ?? schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as unknown[] | undefined;
  if (choices) return ofChoice(choices, made, field);
  const make = byType[String(schema['type'])];
  return make ? make(schema, made, field) : null;
}

function ofChoice(choices: readonly unknown[], made: Made, field: string): unknown {
  const some = choices.filter((choice) => choice !== null && (choice as Json)['type'] !== 'null');
  const chosen = some[made.way % some.length];
  return typeof chosen === 'object' ? bodyOf(chosen as Json, made, field) : chosen;
}

function textOf(schema: Json, { way, ids, sing }: Made, field: string): string {
  const known = ids.get(tables[field.replace(/Ids?$/, '')] ?? '')?.[0];
  if (known && field.includes('Id')) return known;
  const day = days[way]!;
  const ofFormat = { ...formats, date: day, 'date-time': `${day}T09:00:00.000Z` }[String(schema['format'])];
  return ofFormat ?? fittingOf(schema) ?? sing(Number(schema['minLength'] ?? 0));
}

/** What a field takes that does not take every word. */
function fittingOf({ pattern, maxLength }: Json): string | undefined {
  if (!pattern) return Number(maxLength ?? 99) < 9 ? 'de' : undefined;
  const asked = new RegExp(String(pattern), 'u');
  return fitting.find((text) => asked.test(text));
}

const byType: Readonly<Record<string, (schema: Json, made: Made, field: string) => unknown>> = {
  object: (schema, made) => {
    const required = new Set((schema['required'] ?? []) as string[]);
    const named = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
    return Object.fromEntries(
      named.filter(([name]) => made.way < 2 || required.has(name)).map(([name, property]) => [name, bodyOf(property, made, name)]),
    );
  },
  array: (schema, made, field) =>
    Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 1)) }, () => bodyOf(schema['items'] as Json, made, field)),
  boolean: () => true,
  integer: (schema) => Number(schema['minimum'] ?? 1),
  number: (schema) => Number(schema['minimum'] ?? 1),
  string: textOf,
};
