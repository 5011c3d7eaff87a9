import { testCounty, testDatabase, type TestCounty, type TestDatabase } from '@lotse/server-kit/testing';
import { rememberDeletions, repeatDeletions } from './deletions';

describe('deletions outlive a restore', () => {
  let database: TestDatabase;
  let county: TestCounty;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
  });
  afterAll(() => database.drop());

  const id = '018f0000-0000-7000-8000-0000000000aa';
  const enter = () =>
    database.query(
      `insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex) values ($1, $2, $3, 'Muster', 'Ida', '1970-05-03', 'female')`,
      [id, county.regionId, county.practice],
    );
  const isThere = async () => (await database.query('select from person where id = $1', [id])).length === 1;

  it('what was deleted after a backup is deleted again from a list that was kept apart from it', async () => {
    await enter();
    await database.query('select forget_record($1, $2)', [id, county.practice]);
    const kept = await rememberDeletions(database.ownerUrl);
    expect([await isThere(), kept.length]).toEqual([false, 1]);
    expect(kept.join()).not.toContain('Muster');
    // The backup knows neither of the deletion nor of its tombstone.
    await database.query('delete from tombstone');
    await enter();
    expect(await repeatDeletions(database.ownerUrl, [])).toBe(0);
    expect(await repeatDeletions(database.ownerUrl, kept)).toBe(1);
    expect(await isThere()).toBe(false);
    expect(await repeatDeletions(database.ownerUrl, kept)).toBe(0);
  });

  it('somebody else with the same list deletes nothing of another organisation', async () => {
    await enter();
    await database.query('update tombstone set organisation_id = $1', [county.otherPractice]);
    await repeatDeletions(database.ownerUrl, []);
    expect(await isThere()).toBe(true);
  });
});
