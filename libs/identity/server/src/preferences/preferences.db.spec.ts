import { changePreferences, readColleagues, readDraftKey, readPreferences, type PreferenceValues } from '@lotse/identity/model';
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

const chosen: PreferenceValues = {
  language: 'en',
  theme: 'dark',
  density: 'compact',
  singleKeys: false,
  keyOverrides: { accept: 'b' },
  toastSeconds: 0,
};

describe('somebody’s own desk', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule]);
  });
  afterAll(() => server.stop());

  describe('preferences', () => {
    it('are nothing until somebody changes them, then what was chosen last, for them alone', async () => {
      expect(await server.as(county.gp).get(readPreferences)).toEqual({ preferences: null });
      await server.as(county.gp).get(changePreferences, { body: { ...chosen, density: 'touch' } });
      await server.as(county.gp).get(changePreferences, { body: chosen });
      expect(await server.as(county.gp).get(readPreferences)).toEqual({ preferences: chosen });
      expect(await server.as(county.assistant).get(readPreferences)).toEqual({ preferences: null });
    });

    it.each([
      ['a choice that does not exist', { ...chosen, theme: 'pink' }, 'theme'],
      ['half of them', { language: 'de' }, 'theme'],
      ['a key that is no letter', { ...chosen, keyOverrides: { accept: 'Enter' } }, 'keyOverrides.accept'],
      ['something else', { ...chosen, note: 'Ida' }, 'note'],
    ])('%s is refused, and what was kept stays', async (_, body, field) => {
      const { status, problem } = await server.as(county.gp).call(changePreferences, { body });
      expect([status, problem.fields.map((one) => one.field)]).toEqual([422, expect.arrayContaining([field])]);
      expect(await server.as(county.gp).get(readPreferences)).toEqual({ preferences: chosen });
    });

    it('keep no answers for repeated requests: the last one counts', async () => {
      for (const theme of ['light', 'dark', 'light'] as const) {
        await server.as(county.assistant).get(changePreferences, { body: { ...chosen, theme }, key: 'the-same' });
      }
      expect((await server.as(county.assistant).get(readPreferences)).preferences?.theme).toBe('light');
    });

    it('of an older version that knew other choices are as good as none', async () => {
      await database.query(`insert into staff_preference (staff_id, preferences) values ($1, '{"theme": "sepia"}')`, [county.otherGp.id]);
      expect(await server.as(county.otherGp).get(readPreferences)).toEqual({ preferences: null });
    });
  });

  it('colleagues are those of the own organisation who still work there', async () => {
    const gone = await addStaff(database, county.clinic, ['intake']);
    await database.query('update staff set disabled_at = now() where id = $1', [gone.id]);
    const { items } = await server.as(county.intake).get(readColleagues);
    expect(items.map(({ id }) => id).sort()).toEqual([county.intake.id, county.clinician.id].sort());
    expect(items.find(({ id }) => id === county.clinician.id)).toEqual({
      id: county.clinician.id,
      displayName: 'Person clinician',
      roles: ['clinician'],
    });
  });

  describe('the key of drafts', () => {
    it('stays the same, is one’s own, and is the same for two who ask at once', async () => {
      const asked = await Promise.all([1, 2, 3, 4].map(() => server.as(county.clinician).get(readDraftKey)));
      const again = await server.as(county.clinician).get(readDraftKey);
      expect(new Set([...asked, again].map(({ key }) => key)).size).toBe(1);
      expect(again.key).toMatch(/^[\w-]{43}$/);
      expect((await server.as(county.intake).get(readDraftKey)).key).not.toBe(again.key);
    });

    it('is kept by nobody on the way, and by no other member of staff to be read', async () => {
      const { headers } = await server.as(county.clinician).call(readDraftKey);
      expect(headers['content-type']).toContain('json');
      await server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, async (transaction) => {
        expect(await transaction.select('select * from draft_key', [])).toEqual([]);
        expect(await transaction.select('select * from staff_preference', [])).toEqual([]);
      });
    });
  });
});
