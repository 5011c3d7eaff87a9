import { testCounty, testDatabase, type TestCounty, type TestDatabase } from '@lotse/server-kit/testing';
import { Client } from 'pg';

describe('row-level security', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let client: Client;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    const [person] = await database.query<{ id: string }>(
      `insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex)
       values (gen_random_uuid(), $1, $2, 'Muster', 'Ida', '1970-05-03', 'female') returning id`,
      [county.regionId, county.practice],
    );
    await database.query(
      `insert into referral (id, region_id, person_id, referrer_organisation_id, state, custodian, custodian_organisation_id, due_at, created_by)
       values (gen_random_uuid(), $1, $2, $3, 'draft', 'referrer', $3, now(), $4)`,
      [county.regionId, person!.id, county.practice, county.gp.id],
    );
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const tables = async () => {
    const found = await database.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migrations' order by 1`,
    );
    return found.map(({ name }) => name);
  };

  const countAs = async (organisationId: string | null, table: string): Promise<number> => {
    await client.query('begin');
    try {
      if (organisationId) {
        await client.query(`select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true)`, [
          organisationId,
          county.regionId,
        ]);
      }
      return Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
    } finally {
      await client.query('rollback');
    }
  };

  // @req ASVS 5.0.0-8.4.1
  it('the application role without a context reads nothing but the public directory', async () => {
    const readable: string[] = [];
    for (const table of await tables()) {
      const rows = await countAs(null, table).catch((error: { code: string }) => (error.code === '42501' ? 0 : Promise.reject(error)));
      if (rows > 0) readable.push(table);
    }
    expect(readable).toEqual(['service']);
  });

  // @req ASVS 5.0.0-8.4.1
  it('every table has row security', async () => {
    const open = await database.query<{ relname: string }>(
      `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and not relrowsecurity and relname <> 'migrations'`,
    );
    expect(open).toEqual([]);
  });

  it('an organisation reads its own people and referrals, another one of the same county none', async () => {
    expect([await countAs(county.practice, 'person'), await countAs(county.practice, 'referral')]).toEqual([1, 1]);
    for (const other of [county.otherPractice, county.clinic]) {
      expect([await countAs(other, 'person'), await countAs(other, 'referral')]).toEqual([0, 0]);
    }
  });

  // @req ASVS 5.0.0-13.2.2, 5.0.0-16.4.2
  it('the application role owns nothing, bypasses nothing and may not rewrite the chronicle', async () => {
    const [role] = await database.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      `select rolsuper, rolbypassrls from pg_roles where rolname = 'lotse_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    await expect(client.query('update chronicle_entry set verb = verb')).rejects.toThrow('permission denied');
    await expect(client.query('delete from chronicle_entry')).rejects.toThrow('permission denied');
    await expect(database.query('delete from chronicle_entry')).rejects.toThrow('append-only');
  });
});
