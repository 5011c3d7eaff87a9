import { holds, type Role } from '@lotse/identity/model';
import { pathOf, type Endpoint } from '@lotse/kernel';
import { findPeople, readPerson } from '@lotse/people/model';
import { readReferrals } from '@lotse/referral/model';
import type { TestStaff } from '@lotse/server-kit/testing';
import { exampleOf, isReadBy } from './example-of';
import { canary, guardedCounty, rolesOfPeople, type GuardedCounty } from './guarded-county';

/** What an address names with `:id`, by how it begins. Whatever is missing here names nothing that leads to a person, which is said below. */
const guarded: Readonly<Record<string, string>> = {
  people: 'personId',
  'break-glass': 'breakGlassId',
  releases: 'releaseId',
  referrals: 'referralId',
  questions: 'questionId',
  attachments: 'attachmentId',
  'emergency-calls': 'emergencyCallId',
  'referral-imports': 'importId',
  enquiries: 'enquiryId',
  advice: 'adviceId',
  offers: 'offerId',
  'waiting-list-entries': 'entryId',
  appointments: 'appointmentId',
  'list-checks': 'listCheckId',
  holds: 'holdId',
  retention: 'batchId',
};
/** Seen by everybody in a county: they show no person. Who is offered a slot is another matter, and has a permission of its own. */
const seenInCounty = new Set(['services', 'slots', 'free-slots', 'schedules', 'waiting-lists', 'region', 'colleagues']);

describe('walls', () => {
  let place: GuardedCounty;

  beforeAll(async () => {
    place = await guardedCounty();
  });
  afterAll(() => place.server.stop());

  const subjectOf = ({ path }: Endpoint): string | undefined => guarded[path.split('/')[0]!];
  const mayCall = ({ may }: Endpoint, role: Role): boolean => may === 'anyone' || may === 'signed-in' || holds([role], may);

  /** What an address names: the thing behind it, or for what everybody in a county sees, one of those. */
  function idIn(contract: Endpoint): string {
    const { things } = place;
    return things[subjectOf(contract) ?? (/^(free-)?slots/.test(contract.path) ? 'slotId' : 'serviceId')]!;
  }

  async function attempt(contract: Endpoint, staff: TestStaff, headers: Record<string, string> = {}) {
    const id = idIn(contract);
    const params = Object.fromEntries([...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => [name!, id]));
    const cookie = `lotse_session=${staff.token}`;
    // The version is no secret, so it must be no help.
    const version = contract.versioned && { 'if-match': '"1"' };
    const payload = contract.method === 'GET' ? undefined : ((exampleOf(contract.body, { ...place.things, id }) ?? {}) as object);
    return place.server.app.inject({
      method: contract.method,
      url: pathOf(contract, params),
      headers: { cookie, ...version, ...headers },
      payload,
    });
  }

  async function attemptAs(contract: Endpoint, staff: TestStaff) {
    const answer = await attempt(contract, staff);
    if (answer.statusCode !== 401) return answer;
    await place.reopen(staff);
    return attempt(contract, staff);
  }

  const tried = () => place.contracts.filter(({ path }) => path !== 'events' && path !== 'health');

  it('every contract that takes a body is given one that it reads, so that a refusal comes from a wall', () => {
    const unread = place.contracts.filter((contract) => !isReadBy(contract, exampleOf(contract.body, place.things)));
    expect(unread.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  // @req ASVS 5.0.0-8.2.2, 5.0.0-8.4.1
  it('S2: without a context the application reads no row, and with that of a stranger none that leads to the person', async () => {
    const tables = await place.database.query<{ name: string; rows: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migrations' order by 1`,
    );
    const read = (name: string, organisationId?: string) =>
      place.server.database
        .asPublic(async (transaction) => {
          if (organisationId)
            await transaction.select(`select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true)`, [
              organisationId,
              place.county.regionId,
            ]);
          return transaction.select<{ text: string }>(`select x::text as text from ${name} x`, []);
        })
        .catch((error: { code: string }) => (error.code === '42501' ? [] : Promise.reject(error)));
    const [open, leaking]: [string[], string[]] = [[], []];
    for (const { name } of tables) {
      if (name !== 'service' && (await read(name)).length > 0) open.push(name);
      for (const { organisationId } of place.strangers) {
        const rows = await read(name, organisationId);
        if (rows.some(({ text }) => text.includes(canary) || text.includes(place.things['personId']!))) leaking.push(name);
      }
    }
    expect({ open, leaking }).toEqual({ open: [], leaking: [] });
  }, 60_000);

  // @req ASVS 5.0.0-8.2.1, 5.0.0-8.3.1
  it('S1: every route refuses every role that does not hold its permission, whoever has the thing', async () => {
    const wrong: string[] = [];
    for (const role of rolesOfPeople) {
      const staff = await place.staffOf(place.county.practice, role);
      for (const contract of tried().filter((one) => !mayCall(one, role))) {
        const { statusCode, body } = await attempt(contract, staff);
        if (statusCode !== 403 || body.includes(canary)) wrong.push(`${role} ${contract.method} ${contract.path}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  // @req ASVS 5.0.0-8.2.2, 5.0.0-8.4.1
  it('S1: for organisations that have nothing to do with a person nothing exists that leads to them: 404, no trace, no change', async () => {
    const before = await place.standing();
    expect(before).toContain(canary);
    const wrong: string[] = [];
    let calls = 0;
    const tryAll = async ({ name, organisationId }: GuardedCounty['strangers'][number]) => {
      for (const role of rolesOfPeople) {
        for (const contract of tried().filter((one) => mayCall(one, role))) {
          const { statusCode, body } = await attemptAs(contract, await place.staffOf(organisationId, role));
          calls++;
          const hidden = subjectOf(contract) && contract.path.includes(':') ? statusCode === 404 : statusCode < 500;
          if (!hidden || body.includes(canary))
            wrong.push(`${role} of ${name}: ${contract.method} ${contract.path}: ${statusCode} ${body.slice(0, 80)}`);
        }
      }
    };
    await Promise.all(place.strangers.map(tryAll));
    expect(wrong).toEqual([]);
    expect(await place.standing()).toBe(before);
    expect(calls).toBeGreaterThan(1_000);
  }, 120_000);

  it('S1: a thing that is not there and one that may not be seen answer with the same words', async () => {
    const { otherPractice } = place.county;
    const staff = await place.staffOf(otherPractice, 'referrer');
    const [theirs, none] = [place.things['personId']!, '018f0000-0000-7000-8000-000000000000'];
    const wordsOf = async (id: string) => {
      const { instance: _, ...words } = (await place.server.as(staff).call(readPerson, { params: { id } })).problem as {
        instance?: string;
      };
      return words;
    };
    expect(await wordsOf(theirs)).toEqual(await wordsOf(none));
  });

  it('every address that names something is one whose walls are known here', () => {
    const unknown = place.contracts.filter(({ path, touches }) => path.includes(':') && touches && !guarded[path.split('/')[0]!]);
    expect(unknown.map(({ path }) => path.split('/')[0]!).filter((first) => !seenInCounty.has(first))).toEqual([]);
  });

  // @req ASVS 5.0.0-8.4.1
  it('S2: two organisations at the same time on five connections see their own and nothing else', async () => {
    const [own, stranger] = [place.server.as(place.county.gp), place.server.as(place.county.otherGp)];
    const [expected] = [(await own.get(findPeople, { query: { limit: 50 } })).items.length];
    const leaks: string[] = [];
    const one = async (index: number) => {
      const [caller, mine] = index % 2 === 0 ? [own, true] : [stranger, false];
      const people = await caller.call(findPeople, { query: { limit: 50 } });
      const referrals = await caller.call(readReferrals, { query: { box: 'sent' } });
      const seen = JSON.stringify([people.answer, referrals.answer]).includes(canary);
      if (seen !== mine || (mine && people.answer.items.length !== expected)) leaks.push(`${index}: ${people.status} ${referrals.status}`);
    };
    for (let wave = 0; wave < 20; wave++) await Promise.all(Array.from({ length: 25 }, (_, index) => one(wave * 25 + index)));
    expect(leaks).toEqual([]);
  }, 60_000);

  // @req ASVS 5.0.0-8.4.1
  it('S2: ten thousand transactions of three organisations in turns on five connections: none reads a row of another', async () => {
    const { practice, clinic, otherPractice, regionId } = place.county;
    const organisations = [practice, clinic, otherPractice];
    const expected = new Map<string, string>();
    const leaks: string[] = [];
    const one = async (index: number) => {
      const organisationId = organisations[index % organisations.length]!;
      const rows = await place.server.database.asOrganisation({ organisationId, regionId }, (transaction) =>
        transaction.rows<{ id: string }>('walls.referral', 'select id from referral order by id', []),
      );
      const seen = rows.map(({ id }) => id).join();
      if (seen !== (expected.get(organisationId) ?? seen)) leaks.push(`${index}: ${seen}`);
      expected.set(organisationId, expected.get(organisationId) ?? seen);
    };
    for (let wave = 0; wave < 100; wave++) await Promise.all(Array.from({ length: 100 }, (_, index) => one(wave * 100 + index)));
    expect(leaks).toEqual([]);
    expect([expected.get(practice) === expected.get(clinic), expected.get(otherPractice)]).toEqual([true, '']);
  }, 60_000);

  // @req ASVS 5.0.0-15.3.3, 5.0.0-2.2.1
  it('S3: what a contract does not name is refused or left out, and nobody names their own organisation, county or id', () => {
    const planted = { organisationId: 'x', regionId: 'x', id: 'x', version: 7, isInvented: true, createdBy: 'x', isAdmin: true };
    const taken: string[] = [];
    for (const { method, path, body } of place.contracts) {
      if (!body) continue;
      const example = exampleOf(body, place.things) as object;
      const read = body.safeParse({ ...example, ...planted });
      const kept = read.success ? Object.keys(planted).filter((name) => name in (read.data as object)) : [];
      if (kept.length > 0) taken.push(`${method} ${path}: ${kept.join()}`);
    }
    expect(taken).toEqual([]);
  });

  // @req ASVS 5.0.0-3.5.1
  it('S6: a write that another site makes a browser send is refused on every route, and where there is none', async () => {
    const staff = await place.staffOf(place.county.practice, 'referrer');
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    const passed: string[] = [];
    const before = await place.standing();
    for (const headers of foreign) {
      for (const contract of place.contracts.filter(({ method }) => method !== 'GET')) {
        const { statusCode } = await attempt(contract, staff, headers);
        if (statusCode !== 403) passed.push(`${contract.method} ${contract.path}: ${statusCode}`);
      }
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const { statusCode } = await place.server.app.inject({ method, url: '/api/nothing', headers, payload: {} });
        if (statusCode !== 403) passed.push(`${method} nothing: ${statusCode}`);
      }
    }
    expect(passed).toEqual([]);
    expect(await place.standing()).toBe(before);
  }, 60_000);
});
