import { readOwnSignIn, readPreferences, readSession, readSignInRules } from '@lotse/identity/model';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

describe('an installation that asks everybody for a second factor', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule], { SECOND_FACTOR: 'everybody' });
  });
  afterAll(() => server.stop());

  // @req ASVS 5.0.0-6.3.3
  it('lets nobody in with a password alone, whatever their organisation asks', async () => {
    await database.query('insert into sign_in_rule (organisation_id, second_factor_required) values ($1, false)', [county.practice]);
    const { isLimited } = await server.as(county.gp).get(readSession);
    const refused = await server.as(county.gp).call(readPreferences);
    expect([isLimited, refused.status, refused.problem.code]).toEqual([true, 403, 'second-factor-required']);
    expect((await server.as(county.gp).get(readOwnSignIn)).secondFactorRequired).toBe(true);
  });

  it('lets in whoever has shown one', async () => {
    await database.query('update session set is_strong = true where staff_id = $1', [county.intake.id]);
    expect((await server.as(county.intake).get(readSession)).isLimited).toBe(false);
    expect((await server.as(county.intake).call(readPreferences)).status).toBe(200);
  });

  it('says so to administrators, who cannot ask for less', async () => {
    const administrator = await addStaff(database, county.practice, ['org_admin']);
    await database.query('update session set is_strong = true where staff_id = $1', [administrator.id]);
    expect(await server.as(administrator).get(readSignInRules)).toMatchObject({ secondFactorOfEverybody: true });
  });
});
