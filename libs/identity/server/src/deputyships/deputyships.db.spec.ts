import {
  arrangeDeputyship,
  beginActingFor,
  changePreferences,
  endActingFor,
  endDeputyship,
  readColleagues,
  readDeputyships,
  readPossibleDeputies,
  readPresence,
  readSession,
  tellPresence,
} from '@lotse/identity/model';
import { daysAfter, newId } from '@lotse/kernel';
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
import { IdentityModule } from '../identity.module';

describe('standing in for somebody', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let today: string;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule]);
    const [row] = await database.query<{ day: string }>(`select (now() at time zone 'Europe/Berlin')::date::text as day`);
    today = row!.day;
  });
  afterAll(() => server.stop());

  const inDays = (days: number) => daysAfter(Date.parse(today), days).toISOString().slice(0, 10);
  const arrange = (by: TestStaff, deputy: TestStaff, more: Record<string, unknown> = {}) =>
    server.as(by).call(arrangeDeputyship, { body: { deputyId: deputy.id, fromDay: today, untilDay: inDays(7), ...more } });
  const actFor = (staff: TestStaff, id: string) => server.as(staff).call(beginActingFor, { body: { id } });
  const shift = (id: string, days: number) =>
    database.query('update deputyship set from_day = from_day + $2::int, until_day = until_day + $2::int where id = $1', [id, days]);

  it('one works in the other organisation with the other roles under one’s own name, and goes back', async () => {
    const absent = await addStaff(database, county.clinic, ['intake', 'triager']);
    const { answer, status } = await arrange(absent, county.gp, { reason: 'Urlaub' });
    expect(status).toBe(201);
    const own = await server.as(county.gp).get(readSession);
    expect(own.deputyships).toEqual([{ id: answer.id, absentName: 'Person intake', organisation: 'Klinik Eins', untilDay: inDays(7) }]);
    expect([own.deputyship, own.organisation.id]).toEqual([null, county.practice]);

    expect((await actFor(county.gp, answer.id)).status).toBe(200);
    const acting = await server.as(county.gp).get(readSession);
    expect(acting).toMatchObject({
      staff: { id: county.gp.id, roles: ['intake', 'triager'] },
      organisation: { id: county.clinic },
      deputyship: { id: answer.id },
    });
    expect(acting.permissions).toContain('referral.accept');
    expect(acting.permissions).not.toContain('referral.create');
    expect((await server.as(county.gp).get(readColleagues)).items.map(({ id }) => id)).toContain(county.intake.id);

    await server.as(county.gp).get(endActingFor);
    expect((await server.as(county.gp).get(readSession)).organisation.id).toBe(county.practice);
  });

  it('every line in the chronicle says so', async () => {
    const absent = await addStaff(database, county.clinic, ['intake']);
    const { answer } = await arrange(absent, county.otherGp);
    await actFor(county.otherGp, answer.id);
    const id = newId();
    await server.as(county.otherGp).get(tellPresence, { body: { subject: 'referral', id, doing: 'looking' } });
    await server.as(county.otherGp).get(endActingFor);
    const lines = await database.query<{ verb: string; organisation_id: string; staff_id: string; deputyship_id: string }>(
      `select verb, organisation_id, staff_id, deputyship_id from chronicle_entry where staff_id = $1 and verb like 'deputyship.%' order by id`,
      [county.otherGp.id],
    );
    expect(lines.map(({ verb, organisation_id, deputyship_id }) => [verb, organisation_id, deputyship_id])).toEqual([
      ['deputyship.actFor', county.otherPractice, null],
      ['deputyship.goBack', county.clinic, answer.id],
    ]);
  });

  // @req ASVS 5.0.0-8.3.2
  it('ends by the clock of the database: what was meant for there is not done here, and that is said once', async () => {
    const absent = await addStaff(database, county.clinic, ['intake']);
    const deputy = await addStaff(database, county.practice, ['referrer']);
    const { answer } = await arrange(absent, deputy);
    await actFor(deputy, answer.id);
    expect((await server.as(deputy).call(readPresence, { query: { subject: 'referral' } })).status).toBe(200);
    await shift(answer.id, -8);
    const refused = await server.as(deputy).call(readPresence, { query: { subject: 'referral' } });
    expect([refused.status, refused.problem.code]).toEqual([409, 'deputyship-over']);
    expect(await server.as(deputy).get(readSession)).toMatchObject({ isDeputyshipOver: true, organisation: { id: county.practice } });
    expect(await server.as(deputy).get(readSession)).toMatchObject({ isDeputyshipOver: false, deputyships: [] });
    expect((await server.as(deputy).call(readPresence, { query: { subject: 'referral' } })).status).toBe(200);
    expect((await actFor(deputy, answer.id)).problem.code).toBe('deputyship-not-running');
  });

  it('ends with the account of either, and when one of the three says so', async () => {
    const absent = await addStaff(database, county.clinic, ['intake']);
    const deputy = await addStaff(database, county.practice, ['referrer']);
    const first = await arrange(absent, deputy);
    await actFor(deputy, first.answer.id);
    await database.query('update staff set disabled_at = now() where id = $1', [absent.id]);
    expect((await server.as(deputy).get(readSession)).isDeputyshipOver).toBe(true);
    await database.query('update staff set disabled_at = null where id = $1', [absent.id]);
    const stranger = await server.as(county.otherGp).call(endDeputyship, { params: { id: first.answer.id }, body: {} });
    expect(stranger.status).toBe(404);
    await server.as(deputy).get(endDeputyship, { params: { id: first.answer.id }, body: {} });
    expect((await actFor(deputy, first.answer.id)).problem.code).toBe('deputyship-not-running');
  });

  it('is for whoever was named: nobody acts for somebody because they know a number', async () => {
    const absent = await addStaff(database, county.clinic, ['intake']);
    const { answer } = await arrange(absent, county.gp);
    expect((await actFor(county.assistant, answer.id)).problem.code).toBe('deputyship-not-running');
    const direct = server.database.asPublic(async (transaction) => {
      transaction.send(
        'test.context',
        `select set_config('lotse.staff', $1, true), set_config('lotse.organisation', $2, true), set_config('lotse.region', $3, true)`,
        [county.assistant.id, county.practice, county.regionId],
      );
      await transaction.change(
        'test.arrange',
        `insert into deputyship (id, region_id, organisation_id, absent_id, deputy_id, from_day, until_day, arranged_by)
         values ($1, $2, $3, $4, $5, current_date, current_date, $5)`,
        [newId(), county.regionId, county.clinic, county.intake.id, county.assistant.id],
      );
    });
    await expect(direct).rejects.toThrow('row-level security');
  });

  it('is arranged for oneself, or by the administrator of the organisation; never for longer than three months, never passed on', async () => {
    const administrator = await addStaff(database, county.clinic, ['org_admin']);
    const absent = await addStaff(database, county.clinic, ['intake']);
    expect((await arrange(county.intake, county.gp, { absentId: absent.id })).status).toBe(403);
    expect((await arrange(administrator, county.otherGp, { absentId: absent.id })).status).toBe(201);
    expect((await arrange(administrator, county.gp, { absentId: county.otherIntake.id })).status).toBe(404);
    expect((await arrange(absent, county.gp, { untilDay: inDays(93) })).problem.code).toBe('deputyship-days-wrong');
    expect((await arrange(absent, county.gp, { fromDay: inDays(-3), untilDay: inDays(-1) })).problem.code).toBe('deputyship-days-wrong');
    expect((await arrange(absent, absent)).problem.code).toBe('unknown-deputy');
    const { answer } = await arrange(absent, county.assistant);
    await actFor(county.assistant, answer.id);
    expect((await arrange(county.assistant, county.gp)).problem.code).toBe('not-while-deputy');
    await server.as(county.assistant).get(endActingFor);
  });

  it('does not lend the county’s administration, and asks for the second factor of the other organisation', async () => {
    const absent = await addStaff(database, county.clinic, ['intake', 'region_admin']);
    const deputy = await addStaff(database, county.practice, ['referrer']);
    const { answer } = await arrange(absent, deputy);
    await actFor(deputy, answer.id);
    expect((await server.as(deputy).get(readSession)).staff.roles).toEqual(['intake']);
    await database.query('insert into sign_in_rule (organisation_id, second_factor_required) values ($1, true)', [county.clinic]);
    const preferences = { body: { language: 'de' as const } };
    expect((await server.as(deputy).call(changePreferences, preferences)).problem.code).toBe('second-factor-required');
    await server.as(deputy).get(endActingFor);
    expect((await server.as(deputy).call(changePreferences, preferences)).problem?.code).not.toBe('second-factor-required');
    await database.query('delete from sign_in_rule');
  });

  it('one’s own session ends by the rules of one’s own house, wherever one stands in', async () => {
    const deputy = await addStaff(database, county.practice, ['referrer']);
    const { answer } = await arrange(await addStaff(database, county.clinic, ['intake']), deputy);
    await database.query('insert into sign_in_rule (organisation_id, idle_minutes) values ($1, 20), ($2, 30)', [
      county.practice,
      county.clinic,
    ]);
    await actFor(deputy, answer.id);
    expect((await server.as(deputy).get(readSession)).idleMinutes).toBe(20);
    await database.query('delete from sign_in_rule');
  });

  it('is listed for those it concerns, and offers names of those who care for people', async () => {
    const administrator = await addStaff(database, county.clinic, ['org_admin']);
    const all = (await server.as(administrator).get(readDeputyships)).items;
    expect(all.length).toBeGreaterThan(4);
    expect(all.every(({ organisation }) => organisation === 'Klinik Eins')).toBe(true);
    const own = (await server.as(county.gp).get(readDeputyships)).items;
    expect(own.every(({ deputy, absent }) => [deputy.id, absent.id].includes(county.gp.id))).toBe(true);
    const possible = await server.as(county.gp).get(readPossibleDeputies, { query: { organisation: county.clinic } });
    expect(possible.organisations[0]).toEqual({ id: county.practice, name: 'Praxis Eins' });
    expect(possible.people.map(({ id }) => id)).toContain(county.intake.id);
    expect(possible.people.map(({ id }) => id)).not.toContain(administrator.id);
  });
});
