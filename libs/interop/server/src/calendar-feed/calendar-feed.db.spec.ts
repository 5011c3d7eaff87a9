import { createHash } from 'node:crypto';
import { IdentityModule } from '@lotse/identity/server';
import { makeCalendarFeed, readCalendarFeedState, revokeCalendarFeed } from '@lotse/interop/model';
import { newId } from '@lotse/kernel';
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
import { InteropModule } from '../interop.module';

const canary = 'Zaunkönigin';

describe('the calendar that somebody reads elsewhere', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, InteropModule]);
    await database.query(`update service set name = 'Psychiatrische Institutsambulanz' where id = $1`, [county.service]);
    await books();
  });
  afterAll(() => server.stop());

  /** Somebody of the practice has an appointment at the clinic. */
  async function books(): Promise<void> {
    const [person, referral, slot] = [newId(), newId(), newId()];
    await database.query(
      `insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex) values ($1, $2, $3, $4, 'Ida', '1970-05-03', 'female')`,
      [person, county.regionId, county.practice, canary],
    );
    await database.query(
      `insert into referral (id, reference, region_id, person_id, referrer_organisation_id, state, custodian, custodian_organisation_id, due_at, created_by)
       values ($1, 'Z-2031', $2, $3, $4, 'draft', 'referrer', $4, now(), $5)`,
      [referral, county.regionId, person, county.practice, county.gp.id],
    );
    await database.query(
      `insert into slot (id, region_id, organisation_id, schedule_id, service_id, during, mode, state, holder_id)
       values ($1, $2, $3, $4, $5, '[2099-03-03T09:00Z,2099-03-03T09:50Z)', 'on_site', 'taken', $6)`,
      [slot, county.regionId, county.clinic, county.schedule, county.service, referral],
    );
    await database.query(
      `insert into appointment (id, region_id, organisation_id, slot_id, referral_id, person_id, booked_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), county.regionId, county.clinic, slot, referral, person, county.gp.id],
    );
    await database
      .query(
        `insert into access_grant (id, region_id, organisation_id, person_id, referral_id, basis, parts) select gen_random_uuid(), $1, $2, $3, $4, 'own', '{identity}'
       where not exists (select from access_grant where person_id = $3 and organisation_id = $2)`,
        [county.regionId, county.practice, person, referral],
      )
      .catch(() => undefined);
  }

  const read = (address: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'GET', url: new URL(address).pathname, headers });
  const make = async (staff: TestStaff) => (await server.as(staff).get(makeCalendarFeed)).address;

  it('says times and references, and nothing that leads to somebody or says what kind of house it is', async () => {
    const { statusCode, headers, body } = await read(await make(county.gp));
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/calendar/);
    expect(body).toContain('DTSTART:20990303T090000Z');
    expect(body).toContain('SUMMARY:Termin Z-2031');
    expect(body).not.toMatch(new RegExp(`${canary}|Ida|1970|psych|ambulanz|Klinik|Praxis`, 'i'));
  });

  it('shows everybody their own: a practice that has nothing to do with it reads an empty calendar', async () => {
    const { body } = await read(await make(county.otherGp));
    expect(body).not.toContain('VEVENT');
  });

  it('keeps no secret, and sends nothing again that has not changed', async () => {
    const address = await make(county.gp);
    const secret = address.split('/').at(-1)!;
    const [kept] = await database.query<{ hash: Buffer }>(
      'select token_hash as hash from calendar_feed where staff_id = $1 and revoked_at is null',
      [county.gp.id],
    );
    expect(Buffer.from(kept!.hash)).toEqual(createHash('sha256').update(secret).digest());
    const tag = (await read(address)).headers['etag'] as string;
    const again = await read(address, { 'if-none-match': tag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await read(address, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    expect((await server.as(county.gp).get(readCalendarFeedState)).feed).toMatchObject({ lastReadAt: expect.any(String) });
  });

  it('ends at once: with a new address, when it is revoked, and when its owner has left', async () => {
    const staff = await addStaff(database, county.clinic, ['clinician']);
    const first = await make(staff);
    const second = await make(staff);
    expect([(await read(first)).statusCode, (await read(second)).statusCode]).toEqual([404, 200]);
    await server.as(staff).get(revokeCalendarFeed);
    expect((await read(second)).statusCode).toBe(404);
    expect((await server.as(staff).get(readCalendarFeedState)).feed).toBeNull();
    const third = await make(staff);
    await database.query('update staff set disabled_at = now() where id = $1', [staff.id]);
    expect((await read(third)).statusCode).toBe(404);
    expect((await read(`http://x/public/calendar/${'a'.repeat(43)}`)).statusCode).toBe(404);
    expect((await read('http://x/public/calendar/short')).statusCode).toBe(422);
  });
});
