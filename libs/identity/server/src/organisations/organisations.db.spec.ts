import {
  acceptInvitation,
  changeOrganisation,
  changeOwnOrganisation,
  foundOrganisation,
  inviteAdministrator,
  readOrganisations,
  readOwnOrganisation,
  readSession,
  readStaff,
  retireOrganisation,
} from '@lotse/identity/model';
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
import { HandOver } from '../hand-over/hand-over';
import { IdentityModule } from '../identity.module';

describe('administering the organisations of a county', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let region: TestStaff;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    region = await addStaff(database, county.administrator.organisationId, ['region_admin']);
    server = await startTestServer(database, [IdentityModule], { PUBLIC_URL: 'https://lotse.example' });
  });
  afterAll(() => server.stop());

  const found = async (name: string) =>
    (await server.as(region).get(foundOrganisation, { body: { name, kind: 'clinic', legalRegime: 'kdg', phone: null } })).id;
  const listed = async (id: string) => (await server.as(region).get(readOrganisations)).items.find((one) => one.id === id);
  const retire = async (id: string) =>
    server.as(region).call(retireOrganisation, { params: { id }, version: (await listed(id))!.version, body: {} });

  it('makes one with a first administrator, who is let in by a link and lets others in', async () => {
    const id = await found('Haus am See');
    expect(await listed(id)).toMatchObject({ legalRegime: 'kdg', administrators: 0, staff: 0, invited: [], state: 'active' });
    const body = { email: 'first@haus.example', displayName: 'Erste Person' };
    const invited = await server.as(region).get(inviteAdministrator, { params: { id }, body });
    expect((await listed(id))!.invited).toEqual([{ id: invited.id, email: 'first@haus.example', expiresAt: expect.any(String) }]);
    const token = invited.link!.split('#')[1]!;
    await server.as(undefined).get(acceptInvitation, { body: { token, displayName: 'Erste Person', password: 'Wolkenband ueber Hügeln' } });
    expect(await listed(id)).toMatchObject({ administrators: 1, staff: 1, invited: [] });
    const again = await server.as(region).call(inviteAdministrator, { params: { id }, body: { ...body, email: 'second@haus.example' } });
    expect(again.problem.code).toBe('has-administrator');
  });

  it('sees numbers of an organisation, not who works there and what they may', async () => {
    const answer = JSON.stringify((await server.as(region).get(readOrganisations)).items);
    for (const staff of [county.gp, county.intake, county.clinician]) expect(answer).not.toContain(staff.id);
    expect((await server.as(region).call(readStaff)).status).toBe(403);
    expect((await server.as(county.administrator).call(readOrganisations)).status).toBe(403);
    const other = await testCounty(database, '08337');
    expect((await server.as(region).get(readOrganisations)).items.map(({ id }) => id)).not.toContain(other.clinic);
    const foreign = await server
      .as(region)
      .call(changeOrganisation, { params: { id: other.clinic }, version: 1, body: { legalRegime: 'kdg' } });
    expect(foreign.status).toBe(404);
  });

  it('sees the invitations it sent itself and none of a house to its own staff, not past the application either', async () => {
    await database.query(
      `insert into invitation (id, organisation_id, email, display_name, roles) values
         (gen_random_uuid(), $1, 'intern@klinik.example', 'Wer auch immer', '{intake}'),
         (gen_random_uuid(), $1, 'erste@klinik.example', 'Erste Verwaltung', '{org_admin}')`,
      [county.clinic],
    );
    const found = await server.database.asPublic(async (transaction) => {
      transaction.send(
        'test.context',
        `select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true), set_config('lotse.roles', 'region_admin', true)`,
        [region.organisationId, county.regionId],
      );
      return transaction.rows<{ email: string }>('test.invitations', 'select email from invitation where organisation_id = $1', [
        county.clinic,
      ]);
    });
    expect(found.map(({ email }) => email)).toEqual(['erste@klinik.example']);
    await database.query('delete from invitation where organisation_id = $1', [county.clinic]);
  });

  it('changes the regime in the version that was looked at', async () => {
    const id = await found('Haus am Berg');
    const change = (version: number) =>
      server.as(region).call(changeOrganisation, { params: { id }, version, body: { legalRegime: 'sgb_x' } });
    expect((await change(1)).answer).toEqual({ id, version: 2 });
    expect((await change(1)).problem.code).toBe('version-stale');
    expect((await listed(id))!.legalRegime).toBe('sgb_x');
  });

  it('closes one only when nothing is open there; then nobody signs in there and nobody is sent there', async () => {
    let open = 2;
    server.app.get(HandOver).registerOpen(async (_, organisationId) => (organisationId === county.otherClinic ? open : 0));
    const refused = await retire(county.otherClinic);
    expect([refused.problem.code, refused.problem.context]).toEqual(['organisation-has-work', { count: 2 }]);
    open = 0;
    expect((await retire(county.otherClinic)).status).toBe(200);
    expect((await server.as(county.otherIntake).call(readSession)).status).toBe(401);
    const [service] = await database.query<{ accepts_referrals: boolean }>('select accepts_referrals from service where id = $1', [
      county.otherService,
    ]);
    expect(service!.accepts_referrals).toBe(false);
    expect((await retire(county.otherClinic)).status).toBe(422);
    expect((await retire(region.organisationId)).problem.code).toBe('not-own-organisation');
  });

  it('an organisation says itself how it is reached; its law is not its own matter', async () => {
    const own = await server.as(county.administrator).get(readOwnOrganisation);
    const changed = await server
      .as(county.administrator)
      .call(changeOwnOrganisation, { version: own.version, body: { phone: '07621 0', notificationEmail: null } });
    expect(changed.status).toBe(200);
    expect(await server.as(county.administrator).get(readOwnOrganisation)).toMatchObject({ phone: '07621 0', notificationEmail: null });
    const law = await server
      .as(county.administrator)
      .call(changeOwnOrganisation, { version: own.version + 1, body: { legalRegime: 'kdg' } });
    expect(law.status).toBe(422);
  });
});
