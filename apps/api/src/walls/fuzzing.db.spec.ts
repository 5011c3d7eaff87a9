import { grants, holds, type Role } from '@lotse/identity/model';
import { problemSchema } from '@lotse/kernel';
import type { TestStaff } from '@lotse/server-kit/testing';
import fc from 'fast-check';
import { guardedCounty, canary, rolesOfPeople, type GuardedCounty } from './guarded-county';
import { inputsOf } from './wrong-input';

/** One route as the OpenAPI document tells of it. */
interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  'x-permission': string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: { 'application/json': { schema: Record<string, unknown> } } };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Attempt {
  who: number;
  values: Record<string, unknown>;
  body: unknown;
}

/** Fixed, so that a run finds what the one before found. More, and others: `FUZZ_RUNS=200 FUZZ_SEED=7`. */
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const runs = Number(process.env['FUZZ_RUNS'] ?? 6);
/** Printing asks a browser each time. */
const isSlow = (operation: Operation): boolean =>
  operation.path.includes('preview') || Object.values(operation.responses).some(({ content }) => content?.['application/pdf']);
const runsOfSlow = Math.ceil(runs / 8);
/** What ends something, and what decides who is there and how they sign in, comes last: the others are to get far. */
const ends =
  /revoke|withdraw|discard|mark-error|record-death|hand-back|decline|redirect|merge|delete|remove|end$|close|cancel|confirm|DELETE/;
const last = [
  'own-organisation',
  'organisations',
  'staff',
  'sign-in-rules',
  'own-sign-in',
  'own-sessions',
  'session',
  'invitation',
  'identity-provider',
];
/** What an answer says only when somebody forgot to say something else. */
const insides = /node_modules|\.[cm]?[jt]s:\d|violates|relation "|syntax error|QueryFailed|ECONN|undefined is not/;

describe('fuzzing', () => {
  let place: GuardedCounty;
  let operations: Operation[];

  beforeAll(async () => {
    place = await guardedCounty();
    const document = (await place.server.app.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
    const found = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, told]): Operation => ({ ...told, path, method: method.toUpperCase() as 'GET' })),
    );
    const order = ({ method, path }: Operation) => {
      const place = last.findIndex((first) => path.startsWith(`/api/${first}`));
      return place >= 0 ? place + 1 : Number(ends.test(`${method} ${path}`)) / 2;
    };
    operations = found.filter(({ path }) => path !== '/api/events').sort((a, b) => order(a) - order(b));
  });
  afterAll(() => place.server.stop());

  /** Whose things they are, whom they were given to, and whoever has nothing to do with them: each with a role that may. */
  async function callersOf({ 'x-permission': may }: Operation): Promise<{ staff?: TestStaff; isStranger: boolean }[]> {
    if (may === 'anyone') return [{ isStranger: true }];
    const fitting = rolesOfPeople.filter((role: Role) => may === 'signed-in' || (may in grants && holds([role], may)));
    const { practice, clinic } = place.county;
    const [near, , far] = place.strangers.map(({ organisationId }) => organisationId);
    const places = [practice, clinic, practice, clinic, clinic, near!, far!].map((one) => [one, one === near || one === far] as const);
    return Promise.all(
      places.map(async ([organisationId, isStranger], index) => ({
        staff: await place.staffOf(organisationId, fitting[index % fitting.length]!),
        isStranger,
      })),
    );
  }

  /** What stands behind an id in an address, or something that was guessed. */
  const idsIn = (path: string) => {
    const first = path
      .split('/')[2]!
      .replace(/s$/, '')
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const { things } = place;
    const fits = things[`${first}Id`] ?? (first === 'waitingListEntrie' ? things['entryId'] : undefined);
    return fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(...(fits ? [fits] : Object.values(things))) },
      { weight: 1, arbitrary: fc.constantFrom('x', '..', '\0', 'null', '018f0000-0000-7000-8000-00000000ffff', 'a'.repeat(300)) },
    );
  };

  function attemptsOn({ path, parameters, requestBody }: Operation): fc.Arbitrary<Attempt> {
    const named = parameters.map(({ name, in: where, required, schema }) => {
      const value = where === 'path' ? idsIn(path) : name === 'If-Match' ? versions : inputsOf(schema, place.things, name);
      return [name, required ? value : fc.option(value, { nil: undefined })] as const;
    });
    return fc.record({
      who: fc.nat({ max: 6 }),
      values: fc.record(Object.fromEntries(named)),
      body: requestBody ? inputsOf(requestBody.content['application/json'].schema, place.things) : fc.constant(undefined),
    });
  }
  const versions = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 7 }).map((version) => `"${version}"`) },
    { weight: 1, arbitrary: fc.constantFrom('', 'x', '"-1"', '"999999999"', '"9999999999"', 'W/"1"') },
  );

  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

  function requestFor({ method, path, parameters }: Operation, { values, body }: Attempt, staff?: TestStaff) {
    const given = (where: 'path' | 'query' | 'header') =>
      parameters
        .filter((one) => one.in === where && values[one.name] !== undefined)
        .map(({ name }) => [name, asText(values[name])] as const);
    const url = given('path').reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)), path);
    const query = given('query').map(([name, value]) => `${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''))}`);
    // What a header cannot say no client sends.
    const headers = given('header').filter(([, value]) => /^[\x20-\x7e]{1,2000}$/.test(value));
    return {
      method,
      url: query.length > 0 ? `${url}?${query.join('&')}` : url,
      headers: { ...Object.fromEntries(headers), ...(staff ? { cookie: `lotse_session=${staff.token}` } : {}) },
      ...(body === undefined
        ? {}
        : {
            payload: JSON.stringify(body),
            headers: {
              ...Object.fromEntries(headers),
              ...(staff ? { cookie: `lotse_session=${staff.token}` } : {}),
              'content-type': 'application/json',
            },
          }),
    };
  }

  /** What is wrong with an answer; nothing when it is as it must be. */
  function faultIn(status: number, type: string, body: string, isStranger: boolean): string | undefined {
    if (status >= 500) return 'a fault of ours';
    if (isStranger && body.includes(canary)) return 'tells a stranger';
    if (status < 400) return undefined;
    if (!type.startsWith('application/problem+json') || !problemSchema.safeParse(JSON.parse(body)).success) return 'no problem in words';
    return insides.test(body) ? 'tells how it is made' : undefined;
  }

  async function tryOne(operation: Operation, attempt: Attempt, counts: Map<number, number>): Promise<string | undefined> {
    const callers = await callersOf(operation);
    const { staff, isStranger } = callers[attempt.who % callers.length]!;
    const send = () => place.server.app.inject(requestFor(operation, attempt, staff));
    let answer = await send();
    if (answer.statusCode === 401 && staff) {
      await place.reopen(staff);
      answer = await send();
    }
    counts.set(answer.statusCode, (counts.get(answer.statusCode) ?? 0) + 1);
    const fault = faultIn(answer.statusCode, String(answer.headers['content-type']), answer.body, isStranger);
    return (
      fault &&
      `${operation.method} ${operation.path}: ${answer.statusCode}, ${fault}: ${JSON.stringify(attempt).slice(0, 700)} -> ${answer.body.slice(0, 200)}`
    );
  }

  // @req ASVS 5.0.0-1.4.2, 5.0.0-2.2.1, 5.0.0-16.5.1
  it(
    'S8: whatever is sent to whichever route, made from its own schema, no answer is a fault of ours, and none tells what it must not',
    async () => {
      const wrong: string[] = [];
      const counts = new Map<number, number>();
      for (const [index, operation] of operations.entries()) {
        const attempts = fc.sample(attemptsOn(operation), { seed: seed * 10_000 + index, numRuns: isSlow(operation) ? runsOfSlow : runs });
        for (const attempt of attempts) {
          const fault = await tryOne(operation, attempt, counts);
          if (fault) wrong.push(fault);
        }
      }
      expect(wrong).toEqual([]);
      // The walk is worth nothing if everything is refused at the door.
      const [done, all] = [counts.get(200) ?? 0, [...counts.values()].reduce((sum, count) => sum + count, 0)];
      expect(done / all).toBeGreaterThan(0.1);
      expect(all).toBeGreaterThan(operations.length * runs * 0.8);
    },
    Math.max(900_000, runs * 30_000),
  );
});
