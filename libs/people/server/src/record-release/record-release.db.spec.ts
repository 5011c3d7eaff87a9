import { IdentityModule } from '@lotse/identity/server';
import {
  createPerson,
  findRecipients,
  readPerson,
  readReleases,
  recordRelease,
  recordReleases,
  revokeRelease,
  type DataPart,
} from '@lotse/people/model';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { PeopleModule } from '../people.module';

describe('what somebody agreed to', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let id: string;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, PeopleModule]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const body = { familyName: 'Muster', givenName: 'Ida', birthDate: '1970-05-03', phone: '07622 1' };
    id = (await practice().get(createPerson, { body })).id;
  });

  const practice = () => server.as(county.gp);
  const clinic = () => server.as(county.intake);
  const terms = {
    purpose: 'Behandlung',
    dataParts: ['identity', 'diagnosis'] as DataPart[],
    coversHealthData: true as const,
    form: 'written' as const,
    givenOn: '2026-01-02',
    validUntil: '2099-12-31',
  };
  const record = (extra: object = {}, by = practice()) =>
    by.call(recordRelease, { params: { id }, body: { ...terms, recipientOrganisationId: county.clinic, ...extra } });

  it('opens the record to the recipient, as far as it goes and to nobody else', async () => {
    expect((await clinic().call(readPerson, { params: { id } })).status).toBe(404);
    await record();
    expect(await clinic().get(readPerson, { params: { id } })).toMatchObject({ familyName: 'Muster', phone: null, hidden: ['contact'] });
    expect((await server.as(county.otherIntake).call(readPerson, { params: { id } })).status).toBe(404);
    await record({ dataParts: ['identity', 'contact'] });
    expect(await clinic().get(readPerson, { params: { id } })).toMatchObject({ phone: '07622 1', hidden: [] });
  });

  it('without the name opens nothing: there is no look at somebody unknown', async () => {
    await record({ dataParts: ['contact'] });
    expect((await clinic().call(readPerson, { params: { id } })).status).toBe(404);
  });

  it('is not open before it begins', async () => {
    const { answer } = await record({ validFrom: '2099-01-01' });
    expect(answer).toMatchObject({ givenOn: '2026-01-02', validFrom: '2099-01-01' });
    expect((await clinic().call(readPerson, { params: { id } })).status).toBe(404);
  });

  it('says everything the law wants to see, and to the recipient what it must know', async () => {
    await record({
      recipientWithin: 'Team Nord',
      direction: 'mutual',
      evidence: 'Akte 7, Blatt 2',
      representative: { kind: 'guardian_health', name: 'Erika Muster' },
      informedBy: county.assistant.id,
    });
    const [own] = (await practice().get(readReleases, { params: { id } })).items;
    expect(own).toMatchObject({
      recipientWithin: 'Team Nord',
      direction: 'mutual',
      evidence: 'Akte 7, Blatt 2',
      representative: { kind: 'guardian_health', name: 'Erika Muster' },
      informedBy: 'Person referrer_admin',
      textVersion: '2026-01',
      hidden: [],
    });
    const [theirs] = (await clinic().get(readReleases, { params: { id } })).items;
    expect(theirs).toMatchObject({
      evidence: null,
      representative: { kind: 'guardian_health', name: null },
      hidden: ['contact', 'letters'],
    });
  });

  it('for several recipients are several releases, each revoked on its own', async () => {
    const recipients = [{ organisationId: county.clinic }, { organisationId: county.otherClinic, within: 'Dr. Beispiel' }];
    const { items } = await practice().get(recordReleases, { params: { id }, body: { ...terms, recipients } });
    expect(items.map(({ recipientOrganisationId }) => recipientOrganisationId)).toEqual([county.clinic, county.otherClinic]);
    expect((await clinic().get(readReleases, { params: { id } })).items).toHaveLength(1);
    await practice().get(revokeRelease, { params: { id: items[0]!.id }, version: 1, body: { how: 'in_person' } });
    expect((await clinic().call(readPerson, { params: { id } })).status).toBe(404);
    expect((await server.as(county.otherIntake).call(readPerson, { params: { id } })).status).toBe(200);
  });

  // @req ASVS 5.0.0-2.2.3
  it.each([
    ['everybody', { recipientOrganisationId: 'all' }, 'recipientOrganisationId'],
    ['a guardian for other matters', { representative: { kind: 'guardian_other', name: 'Erika Muster' } }, 'representative.kind'],
    ['no express consent to health data', { coversHealthData: false }, 'coversHealthData'],
    ['an end before the beginning', { validUntil: '2025-01-01' }, 'validUntil'],
  ])('is refused with %s, and says where', async (_, wrong, field) => {
    const { status, problem } = await record(wrong);
    expect([status, problem.fields[0]!.field]).toEqual([422, field]);
  });

  it('names somebody else in the region, explained by somebody of the own organisation', async () => {
    expect((await record({ recipientOrganisationId: county.practice })).problem.code).toBe('own-organisation');
    expect((await record({ recipientOrganisationId: county.regionId })).problem.code).toBe('unknown-recipient');
    expect((await record({ informedBy: county.intake.id })).problem.code).toBe('unknown-informer');
    const { items } = await practice().get(findRecipients, { query: { text: 'klin' } });
    expect(items.map(({ id: found }) => found).sort()).toEqual([county.clinic, county.otherClinic].sort());
    await database.query(`update organisation set name = 'Ökumenische Klinik' where id = $1`, [county.otherClinic]);
    for (const text of ['ökum', 'ÖKUM', 'okum'])
      expect((await practice().get(findRecipients, { query: { text } })).items).toMatchObject([{ name: 'Ökumenische Klinik' }]);
  });

  it('what others know of somebody is theirs to release: it does not open the record', async () => {
    await record();
    expect((await record({ recipientOrganisationId: county.otherClinic }, clinic())).status).toBe(201);
    expect((await server.as(county.otherIntake).call(readPerson, { params: { id } })).status).toBe(404);
  });

  // @req ASVS 5.0.0-8.2.2
  it('in SQL nobody opens somebody else’s record, whatever the program says', async () => {
    const { id: grantId } = (await record()).answer;
    const opens = server.database.asOrganisation({ organisationId: county.otherClinic, regionId: county.regionId }, (transaction) =>
      transaction.rows(
        'test.open',
        `insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id)
         values ($1, $2, $3, $3, 'release', $1)`,
        [grantId, id, county.otherClinic],
      ),
    );
    await expect(opens).rejects.toThrow('row-level security');
  });
});
