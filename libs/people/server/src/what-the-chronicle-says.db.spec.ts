import { ChronicleModule } from '@lotse/chronicle/server';
import { IdentityModule } from '@lotse/identity/server';
import { createPerson, findPeople, readPerson, revokeRelease, type Person } from '@lotse/people/model';
import { RegionModule } from '@lotse/region/server';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { PeopleModule } from './people.module';

interface Line {
  kind: string;
  verb: string;
  staff_id: string;
  roles: string[];
  subject_id: string | null;
  person_id: string | null;
  people: string[] | null;
  amount: number | null;
  result: string;
}

describe('promise 8: the chronicle says', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let ida: Person;
  let ilse: Person;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, ChronicleModule, RegionModule, PeopleModule]);
    const enter = (givenName: string) =>
      server.as(county.gp).get(createPerson, { body: { familyName: 'Muster', givenName, birthDate: '1970-05-03' } });
    [ida, ilse] = [await enter('Ida'), await enter('Ilse')];
  });
  afterAll(() => server.stop());

  const last = async (): Promise<Line> => (await database.query<Line>('select * from chronicle_entry order by id desc limit 1'))[0]!;

  it('whom a search has shown, in one line', async () => {
    await server.as(county.assistant).get(findPeople, { query: { text: 'Mus' } });
    const line = await last();
    expect(line).toMatchObject({ kind: 'look', verb: 'people', subject_id: null, person_id: null, amount: 2, result: 'found' });
    expect(line.people?.sort()).toEqual([ida.id, ilse.id].sort());
    expect([line.staff_id, line.roles]).toEqual([county.assistant.id, ['referrer_admin']]);
  });

  // @req ASVS 5.0.0-16.2.5
  it('that a search found nobody, and never what was searched for', async () => {
    await server.as(county.otherGp).get(findPeople, { query: { text: 'Mus' } });
    const line = await last();
    expect(line).toMatchObject({ person_id: null, people: null, amount: 0, result: 'nothing', staff_id: county.otherGp.id });
    expect(JSON.stringify(line)).not.toContain('Mus');
  });

  // @req ASVS 5.0.0-16.2.1
  it('who looked at one person', async () => {
    await server.as(county.gp).get(readPerson, { params: { id: ida.id } });
    expect(await last()).toMatchObject({ verb: 'people/:id', person_id: ida.id, people: null, result: 'found', roles: ['referrer'] });
  });

  // @req ASVS 5.0.0-16.3.2
  it.each([
    ['a look at somebody of another organisation', readPerson, 'look', 404],
    ['an act on what belongs to another organisation', revokeRelease, 'act', 404],
  ] as const)('that %s was refused, and whom it was aimed at', async (_, contract, kind, status) => {
    const refused = await server
      .as(county.otherGp)
      .call(contract, { params: { id: ida.id }, ...(kind === 'act' ? { version: 1, body: { how: 'phone' } } : {}) });
    expect(refused.status).toBe(status);
    expect(await last()).toMatchObject({ kind, person_id: ida.id, result: 'refused', staff_id: county.otherGp.id });
  });

  it('that a guess met nothing, with the same answer', async () => {
    const guess = '018f0000-0000-7000-8000-000000000000';
    const [foreign, guessed] = [
      await server.as(county.otherGp).call(readPerson, { params: { id: ida.id } }),
      await server.as(county.otherGp).call(readPerson, { params: { id: guess } }),
    ];
    expect({ ...guessed.problem, instance: '' }).toEqual({ ...foreign.problem, instance: '' });
    expect(await last()).toMatchObject({ subject_id: guess, person_id: null, result: 'refused' });
  });

  // @req ASVS 5.0.0-16.3.2
  it('that somebody without the right tried', async () => {
    const refused = await server.as(county.administrator).call(readPerson, { params: { id: ida.id } });
    expect(refused.status).toBe(403);
    expect(await last()).toMatchObject({ person_id: ida.id, result: 'refused', staff_id: county.administrator.id, roles: ['org_admin'] });
  });
});
