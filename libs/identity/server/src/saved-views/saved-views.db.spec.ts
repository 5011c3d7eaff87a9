import { changeView, deleteView, readViews, saveView, viewsAtMost } from '@lotse/identity/model';
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
import { IdentityModule } from '../identity.module';

describe('saved views', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule]);
  });
  beforeEach(() => database.query('delete from saved_view'));
  afterAll(() => server.stop());

  const save = (staff: TestStaff, name: string, isShared = false, query: Record<string, string> = { urgency: 'urgent' }) =>
    server.as(staff).call(saveView, { body: { page: 'inbox', name, query, isShared } });
  const namesFor = async (staff: TestStaff) =>
    (await server.as(staff).get(readViews, { query: { page: 'inbox' } })).items.map(({ name }) => name);

  it('are one’s own, or everybody’s in the organisation, and nobody’s elsewhere', async () => {
    const { status, answer } = await save(county.intake, '  Dringend, bei mir ');
    expect([status, answer]).toEqual([
      201,
      {
        id: answer.id,
        page: 'inbox',
        name: 'Dringend, bei mir',
        query: { urgency: 'urgent' },
        isShared: false,
        isOwn: true,
        mayChange: true,
        savedBy: 'Person intake',
      },
    ]);
    await save(county.intake, 'Alle dringenden', true);
    expect(await namesFor(county.intake)).toEqual(['Dringend, bei mir', 'Alle dringenden']);
    expect(await namesFor(county.clinician)).toEqual(['Alle dringenden']);
    expect(await namesFor(county.otherIntake)).toEqual([]);
    const elsewhere = await server.as(county.intake).get(readViews, { query: { page: 'waiting-list' } });
    expect(elsewhere.items).toEqual([]);
  });

  it('never keep what was typed to find a person', async () => {
    const { answer } = await save(county.intake, 'Suche', false, { text: 'Muster', open: 'x', state: 'received', urgency: 'Ida Muster' });
    expect(answer.query).toEqual({ state: 'received' });
    expect(await database.query(`select from saved_view where query::text like '%Muster%'`)).toEqual([]);
  });

  it('of one name are refused, where the name is meant', async () => {
    await save(county.intake, 'Meine');
    const { status, problem } = await save(county.intake, 'meine');
    expect([status, problem.code, problem.fields[0]?.field]).toEqual([409, 'view-name-taken', 'name']);
    expect((await save(county.clinician, 'Meine')).status).toBe(201);
    expect((await save(county.intake, 'Meine', true)).status).toBe(201);
    expect((await save(county.clinician, 'MEINE', true)).status).toBe(409);
  });

  it('are changed by whom they belong to, a shared one by who administers the organisation as well; taken back only by who saved it', async () => {
    const own = (await save(county.intake, 'Eigene')).answer;
    const shared = (await save(county.intake, 'Gemeinsame', true)).answer;
    const change = (staff: TestStaff, id: string, body: object) => server.as(staff).call(changeView, { params: { id }, body: { ...body } });
    expect((await change(county.clinician, own.id, { name: 'Fremde' })).status).toBe(404);
    expect((await change(county.clinician, shared.id, { name: 'Neue' })).problem.code).toBe('not-permitted');
    const administrator = await addStaff(database, county.clinic, ['org_admin']);
    const renamed = await change(administrator, shared.id, { name: 'Neue', query: { sort: '-due', text: 'Muster' } });
    expect(renamed.answer).toMatchObject({ name: 'Neue', query: { sort: '-due' }, isOwn: false, mayChange: true });
    expect((await change(administrator, shared.id, { isShared: false })).problem.code).toBe('not-permitted');
    expect((await change(county.intake, shared.id, { isShared: false })).answer).toMatchObject({ isShared: false });
    expect(await namesFor(county.clinician)).toEqual([]);
  });

  it('are deleted by whom they belong to', async () => {
    const own = (await save(county.intake, 'Eigene')).answer;
    const shared = (await save(county.intake, 'Gemeinsame', true)).answer;
    const remove = (staff: TestStaff, id: string) => server.as(staff).call(deleteView, { params: { id } });
    expect((await remove(county.clinician, own.id)).status).toBe(404);
    expect((await remove(county.otherIntake, shared.id)).status).toBe(404);
    expect((await remove(county.clinician, shared.id)).status).toBe(403);
    expect((await remove(county.intake, shared.id)).answer).toEqual({ deleted: true });
    expect(await namesFor(county.intake)).toEqual(['Eigene']);
  });

  it('are not more than anybody finds again', async () => {
    for (let count = 0; count < viewsAtMost; count++) await save(county.intake, `Ansicht ${count}`);
    expect((await save(county.intake, 'eine zu viel')).problem.code).toBe('too-many-views');
  });
});
