import { changeServiceInsurances, readServiceInsurances } from '@lotse/directory/model';
import { IdentityModule } from '@lotse/identity/server';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { DirectoryModule } from '../directory.module';

describe('which insurances a service takes', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let manager: Caller;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, DirectoryModule]);
    manager = server.as(await addStaff(database, county.clinic, ['service_manager']));
  });
  afterAll(() => server.stop());

  const own = () => ({ params: { id: county.service } });
  const taken = async () => (await manager.get(readServiceInsurances, own())).insurances;

  it('takes every insurance until it says otherwise, and again when it takes that back', async () => {
    expect(await taken()).toBeNull();
    await manager.get(changeServiceInsurances, { ...own(), body: { insurances: ['statutory', 'self_payer'] } });
    expect(await taken()).toEqual(['statutory', 'self_payer']);
    await manager.get(changeServiceInsurances, { ...own(), body: { insurances: null } });
    expect(await taken()).toBeNull();
  });

  it('says in the chronicle who changed it', async () => {
    await manager.get(changeServiceInsurances, { ...own(), body: { insurances: ['private'] } });
    const lines = await database.query(
      `select subject, subject_id as "subjectId" from chronicle_entry where verb = 'serviceInsurances.change'`,
    );
    expect(lines.at(-1)).toEqual({ subject: 'service', subjectId: county.service });
  });

  it('refuses none at all and one that does not exist, by the name of the field', async () => {
    for (const insurances of [[], ['pocket money']]) {
      const { status, problem } = await manager.call(changeServiceInsurances, { ...own(), body: { insurances } });
      expect([status, problem.fields?.[0]?.field]).toEqual([422, insurances.length === 0 ? 'insurances' : 'insurances.0']);
    }
  });

  it('is for managers of its own organisation only: to another one the service is not there', async () => {
    const body = { insurances: ['private'] };
    const before = await taken();
    expect((await server.as(county.gp).call(changeServiceInsurances, { ...own(), body })).status).toBe(403);
    const stranger = server.as(await addStaff(database, county.otherClinic, ['service_manager']));
    expect((await stranger.call(readServiceInsurances, own())).status).toBe(404);
    expect((await stranger.call(changeServiceInsurances, { ...own(), body })).status).toBe(404);
    expect(await taken()).toEqual(before);
  });
});
