import { readChronicle, readChronicleState } from '@lotse/chronicle/model';
import { ChronicleModule } from '@lotse/chronicle/server';
import { IdentityModule } from '@lotse/identity/server';
import { createPerson, exportAccesses, findPeople, openBreakGlass, printAccesses, readAccesses, readPerson } from '@lotse/people/model';
import { RegionModule } from '@lotse/region/server';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { PeopleModule } from '../people.module';
import { asDocument } from './access-file';
import { words } from './words.data';

const ida = { familyName: 'Müster', givenName: 'Ida <b>', birthDate: '1970-05-03' };

describe('who has accessed somebody’s data', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let officer: TestStaff;
  let params: { id: string };

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    officer = await addStaff(database, county.practice, ['dpo']);
    server = await startTestServer(database, [IdentityModule, ChronicleModule, RegionModule, PeopleModule]);
    params = { id: (await server.as(county.gp).get(createPerson, { body: ida })).id };
    await server.as(county.assistant).get(findPeople, { query: { text: 'Müs' } });
    await server.as(county.otherGp).call(readPerson, { params });
    const body = {
      reason: 'other',
      explanation: 'Die Person ist nicht ansprechbar.',
      parts: ['contact'],
      who: { familyName: 'müster', birthDate: '1970-05-03' },
    };
    await server.as(county.clinician).get(openBreakGlass, { body });
    await server.as(county.clinician).get(readPerson, { params });
  });
  afterAll(() => server.stop());

  it('is told to the organisation whose person it is: everybody, from every organisation, refused attempts too', async () => {
    const { items } = await server.as(county.gp).get(readAccesses, { params });
    expect(
      items.map(({ verb, result, organisationName, basis }) => [verb, result, organisationName, basis?.split(':')[0] ?? null]),
    ).toEqual([
      ['people/:id', 'found', 'Klinik Eins', 'break_glass'],
      ['breakGlass.open', 'done', 'Klinik Eins', 'break_glass'],
      ['people/:id', 'refused', 'Praxis Zwei', null],
      ['people', 'found', 'Praxis Eins', null],
      ['people.create', 'done', 'Praxis Eins', null],
    ]);
    expect(items[0]?.parts).toEqual(['identity', 'contact']);
  });

  it('is told to nobody else, not even to whoever opened the record', async () => {
    for (const other of [county.clinician, county.otherGp])
      expect((await server.as(other).call(readAccesses, { params })).status).toBe(404);
    expect((await server.as(county.administrator).call(readAccesses, { params })).status).toBe(403);
  });

  it('comes in pages, each line once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await server.as(officer).get(readAccesses, { params, query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });

  it('is a file for a spreadsheet, and a tagged document to hand out', async () => {
    const file = await server.app.inject({
      url: `/api/${exportAccesses.path.replace(':id', params.id)}`,
      headers: { cookie: `lotse_session=${county.gp.token}` },
    });
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.body).toContain('Zugriff verweigert');
    const printed = await server.app.inject({
      url: `/api/${printAccesses.path.replace(':id', params.id)}`,
      headers: { cookie: `lotse_session=${county.gp.token}` },
    });
    expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = printed.rawPayload.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/Lang \(de\)/);
  });

  // @req ASVS 5.0.0-1.2.1
  it('shows what somebody typed as text', () => {
    const organisation = { name: 'Praxis <i>', street: null, postcode: null, phone: null };
    const { body } = asDocument({ language: 'de', person: ida, organisation, accesses: [], isCut: false });
    expect(body.text).toContain('Ida &lt;b&gt;');
    expect(body.text).toContain(words.de.none);
  });

  it('has the same words in both languages', () => {
    expect(Object.keys(words.en)).toEqual(Object.keys(words.de));
    expect(words.en.columns.length).toBe(words.de.columns.length);
  });

  describe('and the chronicle of an organisation', () => {
    it('says who did what, with ids where people are', async () => {
      const { items } = await server.as(officer).get(readChronicle, { query: { person: params.id } });
      expect(items.every(({ personId, amount }) => personId === params.id || amount !== null)).toBe(true);
      expect(JSON.stringify(items)).not.toContain('Müster');
      const refused = await server.as(officer).get(readChronicle, { query: { kind: 'refused' } });
      expect(refused.items).toEqual([]);
      const today = await server.as(officer).get(readChronicle, { query: { from: '2020-01-01', to: '2020-01-02' } });
      expect(today.items).toEqual([]);
      const own = await server.as(officer).get(readChronicle, { query: { staff: county.gp.id, kind: 'act' } });
      expect(own.items.map(({ verb }) => verb)).toEqual(['people.create']);
    });

    // @req ASVS 5.0.0-16.4.2
    it('is read by officers and administrators of that organisation only, and reading it is a line', async () => {
      expect((await server.as(county.gp).call(readChronicle)).status).toBe(403);
      const elsewhere = await server.as(county.administrator).get(readChronicle);
      expect(elsewhere.items.every(({ staffId }) => staffId === county.administrator.id)).toBe(true);
      const [line] = (await server.as(county.administrator).get(readChronicle)).items;
      expect(line).toMatchObject({ verb: 'chronicle', kind: 'look', personId: null });
    });

    it('says how far it is sealed', async () => {
      expect(await server.as(officer).get(readChronicleState)).toEqual({
        sealedAt: null,
        lines: 0,
        hash: null,
        checkedAt: null,
        isIntact: null,
      });
    });
  });
});
