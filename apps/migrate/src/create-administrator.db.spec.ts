import { acceptInvitation, readOrganisations, readSession, signIn } from '@lotse/identity/model';
import { IdentityModule } from '@lotse/identity/server';
import { startTestServer, testCounty, testDatabase, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { createAdministrator, readFirstAdministrator } from './create-administrator';

const password = 'Kastanienallee im Nebel';

describe('the first administrator of a county', () => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    await testCounty(database);
    server = await startTestServer(database, [IdentityModule]);
  });
  afterAll(() => server.stop());

  const wanted = { county: '08336', organisation: 'Landkreis Muster', name: 'Kim Muster', email: 'kim@muster.example' };

  it('is let in by a link that the operator gets once, and administers the county', async () => {
    const first = await createAdministrator(database.ownerUrl, 'https://lotse.example/', wanted);
    const link = await createAdministrator(database.ownerUrl, 'https://lotse.example/', wanted);
    expect(link).toMatch(/^https:\/\/lotse\.example\/einladung#[\w-]{43}$/);
    const accept = (used: string) =>
      server.as(undefined).call(acceptInvitation, { body: { token: used.split('#')[1]!, displayName: 'Kim Muster', password } });
    expect((await accept(first)).status).toBe(410);
    expect((await accept(link)).status).toBe(200);
    const { headers } = await server.as(undefined).call(signIn, { body: { email: wanted.email, password } });
    const staff = { id: '', organisationId: '', token: String(headers['set-cookie']).split(/[=;]/)[1]! };
    const session = await server.as(staff).get(readSession);
    expect([session.staff.roles, session.organisation.name]).toEqual([['org_admin', 'region_admin'], 'Landkreis Muster']);
    expect((await server.as(staff).get(readOrganisations)).items).toHaveLength(6);
    await expect(createAdministrator(database.ownerUrl, 'https://lotse.example', wanted)).rejects.toThrow('account with this address');
  });

  it('needs a county, and says how it is asked for', async () => {
    await expect(createAdministrator(database.ownerUrl, 'https://lotse.example', { ...wanted, county: '99999' })).rejects.toThrow(
      'no county',
    );
    expect(() => readFirstAdministrator(['--county', '08336'])).toThrow('Usage');
  });
});
