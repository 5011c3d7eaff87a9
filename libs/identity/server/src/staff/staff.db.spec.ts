import {
  changeStaff,
  disableStaff,
  readColleagues,
  readInvitations,
  readOpenWork,
  readSession,
  readStaff,
  reactivateStaff,
  resetSecondFactor,
} from '@lotse/identity/model';
import {
  addStaff,
  mailCatcher,
  startTestServer,
  testCounty,
  testDatabase,
  type MailCatcher,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';

describe('administering the staff of an organisation', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let box: MailCatcher;
  let administrator: TestStaff;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    administrator = await addStaff(database, county.clinic, ['org_admin']);
    box = await mailCatcher();
    server = await startTestServer(database, [IdentityModule], { SMTP_URL: box.url });
  });
  afterAll(async () => {
    await server.stop();
    await box.stop();
  });

  const somebody = (roles = ['intake']) => addStaff(database, county.clinic, roles);
  const seen = async (staff: TestStaff) => (await server.as(administrator).get(readStaff)).items.find(({ id }) => id === staff.id);
  const status = async (staff: TestStaff) => (await server.as(staff).call(readSession)).status;

  it('shows who works here, and nobody who works elsewhere', async () => {
    const { items } = await server.as(administrator).get(readStaff);
    expect(items.map(({ id }) => id).sort()).toEqual([county.intake.id, county.clinician.id, administrator.id].sort());
    expect(items.every(({ roles }) => !roles.includes('system'))).toBe(true);
    expect((await seen(county.intake))?.lastSignedInAt).toEqual(expect.any(String));
    expect((await server.as(county.intake).call(readStaff)).status).toBe(403);
  });

  it('knows who has a second factor, and no key', async () => {
    const staff = await somebody();
    expect((await seen(staff))?.hasSecondFactor).toBe(false);
    await database.query(`insert into authenticator (staff_id, sealed_secret, confirmed_at) values ($1, 'x', now())`, [staff.id]);
    expect((await seen(staff))?.hasSecondFactor).toBe(true);
  });

  // @req ASVS 5.0.0-8.3.2
  it('roles that are changed count with the next request', async () => {
    const staff = await somebody();
    expect((await server.as(staff).get(readSession)).permissions).toContain('referral.accept');
    const { answer } = await server
      .as(administrator)
      .call(changeStaff, { params: { id: staff.id }, version: 1, body: { roles: ['clinician'], displayName: 'Dr. Neu' } });
    expect(answer).toEqual({ id: staff.id, version: 2 });
    const session = await server.as(staff).get(readSession);
    expect([session.staff.roles, session.staff.displayName]).toEqual([['clinician'], 'Dr. Neu']);
    expect(session.permissions).not.toContain('referral.accept');
    const stale = await server.as(administrator).call(changeStaff, { params: { id: staff.id }, version: 1, body: { roles: ['intake'] } });
    expect([stale.status, stale.problem.code]).toEqual([409, 'version-stale']);
  });

  // @req ASVS 5.0.0-8.2.1, 5.0.0-8.3.1
  it('nobody gives what is not theirs to give, whatever they send, and not past the application either', async () => {
    const staff = await somebody();
    for (const roles of [['region_admin'], ['coordinator'], ['system']]) {
      const refused = await server.as(administrator).call(changeStaff, { params: { id: staff.id }, version: 1, body: { roles } });
      expect([refused.status, refused.problem.code]).toEqual([422, 'role-not-givable']);
    }
    const foreign = await server
      .as(administrator)
      .call(changeStaff, { params: { id: county.gp.id }, version: 1, body: { roles: ['dpo'] } });
    expect(foreign.status).toBe(404);
    const direct = server.database.asPublic(async (transaction) => {
      transaction.send(
        'test.context',
        `select set_config('lotse.organisation', $1, true), set_config('lotse.region', $2, true), set_config('lotse.roles', 'org_admin', true)`,
        [county.clinic, county.regionId],
      );
      await transaction.change('test.escalate', `update staff set roles = '{region_admin}' where id = $1`, [staff.id]);
    });
    await expect(direct).rejects.toThrow('only an administrator of the county');
  });

  it('an organisation keeps an administrator, also when two remove one another at once', async () => {
    const other = await somebody(['org_admin']);
    const remove = (by: TestStaff, whom: TestStaff) =>
      server.as(by).call(changeStaff, { params: { id: whom.id }, version: 1, body: { roles: ['intake'] } });
    const answers = await Promise.all([remove(administrator, other), remove(other, administrator)]);
    const left = await database.query<{ id: string }>(
      `select id from staff where organisation_id = $1 and roles @> '{org_admin}' and disabled_at is null`,
      [county.clinic],
    );
    expect(left).toHaveLength(1);
    expect(answers.map(({ status: found }) => found).sort()).not.toEqual([200, 200]);
    await database.query(`update staff set roles = '{org_admin}', version = 1 where id = $1`, [administrator.id]);
    await database.query(`update staff set roles = '{intake}' where id = $1`, [other.id]);
    const last = await remove(administrator, administrator);
    expect(last.problem.code).toBe('last-administrator');
  });

  // @req ASVS 5.0.0-7.4.2, 5.0.0-7.4.5
  it('closing an account ends every session at once, and opening it brings none back', async () => {
    const staff = await somebody();
    expect(await status(staff)).toBe(200);
    const disabled = await server.as(administrator).call(disableStaff, { params: { id: staff.id }, version: 1, body: {} });
    expect(disabled.answer).toEqual({ id: staff.id, version: 2, handedOver: 0, sessionsEnded: 1 });
    expect(await status(staff)).toBe(401);
    expect((await seen(staff))?.state).toBe('disabled');
    expect((await server.as(county.intake).get(readColleagues)).items.map(({ id }) => id)).not.toContain(staff.id);
    await server.as(administrator).get(reactivateStaff, { params: { id: staff.id }, version: 2, body: {} });
    expect((await seen(staff))?.state).toBe('active');
    expect(await status(staff)).toBe(401);
  });

  // @req ASVS 5.0.0-6.4.4
  it('a lost second factor is taken away by somebody who checked who it is; its owner is told, and every session ends', async () => {
    const staff = await somebody();
    const body = { checked: 'known_phone' as const, note: 'Telefon verloren, unter der bekannten Nummer zurückgerufen.' };
    const reset = (by: TestStaff, id = staff.id) => server.as(by).call(resetSecondFactor, { params: { id }, body });
    expect((await reset(administrator)).problem.code).toBe('no-second-factor');
    await database.query(`insert into authenticator (staff_id, sealed_secret, confirmed_at) values ($1, 'x', now())`, [staff.id]);
    await database.query(`insert into recovery_code (id, staff_id, code_hash) values (gen_random_uuid(), $1, 'x')`, [staff.id]);
    expect((await reset(await addStaff(database, county.practice, ['org_admin']))).status).toBe(404);
    expect((await reset(county.intake)).status).toBe(403);
    expect((await reset(administrator, administrator.id)).problem.code).toBe('not-oneself');
    const done = await reset(administrator);
    expect(done.answer).toEqual({ id: staff.id, sessionsEnded: 1, isTold: true });
    expect(await status(staff)).toBe(401);
    expect((await seen(staff))?.hasSecondFactor).toBe(false);
    expect(box.mails.at(-1)).toContain('Ihren zweiten Faktor zurückgesetzt');
    expect(box.mails.at(-1)).not.toContain('Klinik');
    expect(await database.query('select checked, note, reset_by from second_factor_reset')).toEqual([
      { ...body, reset_by: administrator.id },
    ]);
    const lines = await database.query(`select subject_id from chronicle_entry where verb = 'staff.resetSecondFactor'`);
    expect(lines).toEqual([{ subject_id: staff.id }]);
  });

  it('nobody closes their own account, or one elsewhere', async () => {
    const own = await server.as(administrator).call(disableStaff, { params: { id: administrator.id }, version: 1, body: {} });
    expect(own.problem.code).toBe('not-oneself');
    const foreign = await server.as(administrator).call(disableStaff, { params: { id: county.gp.id }, version: 1, body: {} });
    expect(foreign.status).toBe(404);
    expect((await server.as(administrator).call(readOpenWork, { params: { id: county.gp.id } })).status).toBe(404);
  });

  it('every change is written down as administration', async () => {
    const lines = await database.query<{ verb: string; basis: string }>(
      `select distinct verb, basis from chronicle_entry where kind = 'act' and staff_id = $1 order by verb`,
      [administrator.id],
    );
    expect(lines).toEqual(
      ['changeRoles', 'disable', 'reactivate', 'resetSecondFactor'].map((act) => ({ verb: `staff.${act}`, basis: 'administration' })),
    );
    expect((await server.as(administrator).get(readInvitations)).items).toEqual([]);
  });
});
