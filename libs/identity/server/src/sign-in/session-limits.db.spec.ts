import { readPreferences, readSession } from '@lotse/identity/model';
import { startTestServer, testCounty, testDatabase, type TestCounty, type TestDatabase, type TestServer } from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

describe('the limits of a session', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule]);
  });
  afterAll(() => server.stop());

  const rule = (organisationId: string, values: Record<string, number | boolean>) =>
    database.query(
      `insert into sign_in_rule (organisation_id, ${Object.keys(values).join(', ')}) values ($1, ${Object.values(values).join(', ')})
       on conflict (organisation_id) do update set (${Object.keys(values).join(', ')}) = row(${Object.values(values).join(', ')})`,
      [organisationId],
    );
  const age = (staffId: string, minutes: number) =>
    database.query(
      `update session set created_at = now() - make_interval(mins => $2), expires_at = now() + interval '1 day' where staff_id = $1`,
      [staffId, minutes],
    );
  const idle = (staffId: string, minutes: number) =>
    database.query(`update session set last_seen_at = now() - make_interval(mins => $2) where staff_id = $1`, [staffId, minutes]);
  const status = async (staff: TestCounty['gp']) => (await server.as(staff).call(readSession)).status;

  // @req ASVS 5.0.0-7.3.1, 5.0.0-7.3.2
  it('are an hour idle and twelve hours in all, unless the organisation says otherwise', async () => {
    await idle(county.gp.id, 59);
    expect(await status(county.gp)).toBe(200);
    await idle(county.gp.id, 61);
    expect(await status(county.gp)).toBe(401);
    await age(county.assistant.id, 719);
    expect(await status(county.assistant)).toBe(200);
    await age(county.assistant.id, 721);
    expect(await status(county.assistant)).toBe(401);
  });

  it('are the organisation’s own, at once and for sessions that were begun before', async () => {
    await idle(county.intake.id, 12);
    await age(county.clinician.id, 100);
    expect([await status(county.intake), await status(county.clinician)]).toEqual([200, 200]);
    await idle(county.intake.id, 12);
    await rule(county.clinic, { idle_minutes: 10, session_minutes: 90 });
    expect([await status(county.intake), await status(county.clinician)]).toEqual([401, 401]);
  });

  it('are told to the one it concerns', async () => {
    await rule(county.otherClinic, { idle_minutes: 20, session_minutes: 60 });
    const { endsAt, idleMinutes, isLimited } = await server.as(county.otherIntake).get(readSession);
    expect([idleMinutes, isLimited]).toEqual([20, false]);
    expect(new Date(endsAt).getTime() - Date.now()).toBeLessThanOrEqual(3_600_000);
  });

  it('where a second factor is required, a session without one may look at itself and nothing else', async () => {
    await rule(county.otherPractice, { second_factor_required: true });
    expect(await server.as(county.otherGp).get(readSession)).toMatchObject({ isLimited: true });
    const refused = await server.as(county.otherGp).call(readPreferences);
    expect([refused.status, refused.problem.code]).toEqual([403, 'second-factor-required']);
    await database.query('update session set is_strong = true where staff_id = $1', [county.otherGp.id]);
    expect((await server.as(county.otherGp).call(readPreferences)).status).toBe(200);
  });
});
