import { ChronicleModule } from '@lotse/chronicle/server';
import { IdentityModule } from '@lotse/identity/server';
import {
  createPerson,
  endBreakGlass,
  findPeople,
  liftEmergencyLimit,
  openBreakGlass,
  readBreakGlassAtOurs,
  readBreakGlassReviews,
  readEmergencyFacts,
  readPerson,
  readRunningBreakGlass,
  readUsedUpEmergencies,
  reviewBreakGlass,
} from '@lotse/people/model';
import { RegionModule } from '@lotse/region/server';
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
import { PeopleModule } from '../people.module';

const explanation = 'Notaufnahme fragt nach der Medikation, Person nicht ansprechbar.';
const ida = { familyName: 'Muster', givenName: 'Ida', birthDate: '1970-05-03', phone: '07622 4711' };
const who = { familyName: 'Muster', birthDate: '1970-05-03' };
const asked = { reason: 'emergency_department', explanation, parts: ['medication'] } as const;

describe('access in an emergency', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let reviewer: TestStaff;
  let personId: string;

  beforeEach(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    reviewer = await addStaff(database, county.administrator.organisationId, ['dpo']);
    server = await startTestServer(database, [IdentityModule, ChronicleModule, RegionModule, PeopleModule]);
    personId = (await server.as(county.gp).get(createPerson, { body: ida })).id;
    await database.query(
      `insert into referral (id, region_id, person_id, referrer_organisation_id, recipient_organisation_id, state, custodian, custodian_organisation_id, due_at,
         diagnosis, certainty, medication, risk, created_by, clock_started_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'requested', 'recipient_intake', $4, now(), 'F33.1', 'V', 'Sertralin 50 mg', 'Hat von einem Plan gesprochen.', $5, now())`,
      [county.regionId, personId, county.practice, county.otherClinic, county.gp.id],
    );
  });
  afterEach(() => server.stop());

  const clinic = () => server.as(county.clinician);
  const open = async (given: object = {}) =>
    (await clinic().call(openBreakGlass, { body: { ...asked, who: { ...who, ...given } } })).answer;

  it('opens exactly what was asked for, for one member of staff, until it is closed', async () => {
    expect((await clinic().call(readPerson, { params: { id: personId } })).status).toBe(404);
    const { status, opened, left } = await open();
    expect([status, opened?.personId, opened?.parts, left]).toEqual(['opened', personId, ['identity', 'medication'], 4]);

    const person = await clinic().get(readPerson, { params: { id: personId } });
    expect([person.familyName, person.phone, person.hidden]).toEqual(['Muster', null, ['contact']]);
    const facts = await clinic().get(readEmergencyFacts, { params: { id: opened!.id } });
    expect(facts).toMatchObject({
      medication: 'Sertralin 50 mg',
      diagnosis: null,
      clinicName: null,
      ownerName: 'Praxis Eins',
      risk: null,
      hidden: ['diagnosis', 'risk'],
    });

    const [colleague, another] = [server.as(county.intake), server.as(county.otherIntake)];
    for (const other of [colleague, another]) {
      expect((await other.call(readPerson, { params: { id: personId } })).status).toBe(404);
      expect((await other.call(readEmergencyFacts, { params: { id: opened!.id } })).status).toBe(404);
      expect((await other.call(endBreakGlass, { params: { id: opened!.id } })).status).toBe(404);
    }
    expect((await clinic().get(findPeople, { query: { text: 'Muster' } })).items).toEqual([]);

    expect((await clinic().get(readRunningBreakGlass)).items).toMatchObject([{ id: opened!.id }]);
    await clinic().get(endBreakGlass, { params: { id: opened!.id } });
    expect((await clinic().get(readRunningBreakGlass)).items).toEqual([]);
    expect((await clinic().call(readPerson, { params: { id: personId } })).status).toBe(404);
    expect((await clinic().call(readEmergencyFacts, { params: { id: opened!.id } })).status).toBe(404);
    expect((await clinic().call(endBreakGlass, { params: { id: opened!.id } })).problem.code).toBe('break-glass-over');
  });

  it('is answered again to whoever lost the answer, and no longer when it has ended', async () => {
    const again = () => clinic().call(openBreakGlass, { body: { ...asked, who }, key: 'lost' });
    const [first, second] = [await again(), await again()];
    expect([first.status, second.answer]).toEqual([201, first.answer]);
    await clinic().get(endBreakGlass, { params: { id: first.answer.opened!.id } });
    const gone = await again();
    expect([gone.status, gone.problem.code]).toEqual([409, 'answer-gone']);
  });

  it('ends after four hours by the clock of the database', async () => {
    const { opened } = await open();
    expect(new Date(opened!.validUntil).getTime() - new Date(opened!.openedAt).getTime()).toBe(4 * 3_600_000);
    await database.query(`update access_grant set valid_until = now() where basis = 'break_glass'`);
    await database.query(`update break_glass set opened_at = now() - interval '4 hours', valid_until = now()`);
    expect((await clinic().call(readPerson, { params: { id: personId } })).status).toBe(404);
    expect((await clinic().get(readRunningBreakGlass)).items).toEqual([]);
  });

  it.each([
    ['part of a name', { familyName: 'Must' }, 'nobody'],
    ['a pattern', { familyName: 'Muster%' }, 'nobody'],
    ['another birth date', { birthDate: '1970-05-04' }, 'nobody'],
    ['the name in other letters', { familyName: ' muster ' }, 'opened'],
  ])('is no search: %s', async (_, given, status) => {
    expect((await open(given)).status).toBe(status);
  });

  it.each(['özdemir-łukasz', 'ÖZDEMIR-ŁUKASZ', 'Ozdemir-Lukasz'])(
    'finds somebody however their name is written: %s',
    async (familyName) => {
      await database.query(`update person set family_name = 'Özdemir-Łukasz', given_name = 'Şirin' where id = $1`, [personId]);
      expect(await open({ familyName })).toMatchObject({ status: 'opened' });
      expect(await open({ familyName, givenName: 'şirin' })).toMatchObject({ status: 'visible' });
    },
  );

  it('shows what the last referral says of the danger, to whoever asked for it', async () => {
    const { opened } = (await clinic().call(openBreakGlass, { body: { ...asked, parts: ['identity', 'risk'], who } })).answer;
    const facts = await clinic().get(readEmergencyFacts, { params: { id: opened!.id } });
    expect(facts).toMatchObject({ risk: 'Hat von einem Plan gesprochen.', medication: null, hidden: ['diagnosis', 'medication'] });
  });

  it('does not choose between twins', async () => {
    await server.as(county.otherGp).get(createPerson, { body: { ...ida, givenName: 'Ina' } });
    expect(await open()).toMatchObject({ status: 'several', personId: null, opened: null });
    expect(await open({ givenName: 'ina' })).toMatchObject({ status: 'opened' });
  });

  it('is not needed for whom one may see', async () => {
    const answer = await server.as(county.gp).get(openBreakGlass, { body: { ...asked, parts: [...asked.parts], who } });
    expect(answer).toMatchObject({ status: 'visible', personId });
    expect(await database.query('select id from break_glass')).toEqual([]);
  });

  it('needs a reason in words, and is not for administrators', async () => {
    const short = await clinic().call(openBreakGlass, { body: { ...asked, who, explanation: 'dringend' } });
    expect(short.problem.fields.map(({ field }) => field)).toEqual(['explanation']);
    const nameless = await clinic().call(openBreakGlass, { body: { ...asked, who: { familyName: 'Muster' } } });
    expect(nameless.status).toBe(422);
    expect((await server.as(county.administrator).call(openBreakGlass, { body: { ...asked, who } })).status).toBe(403);
    expect((await server.as(reviewer).call(openBreakGlass, { body: { ...asked, who } })).status).toBe(403);
  });

  // @req ASVS 5.0.0-2.3.2, 5.0.0-2.4.1
  it('is possible five times a day, also when they are tried at once; those that find nobody count', async () => {
    const tried = await Promise.all(
      Array.from({ length: 8 }, (_, day) =>
        clinic().call(openBreakGlass, { body: { ...asked, who: { ...who, birthDate: `1980-01-1${day}` } } }),
      ),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
    expect((await clinic().call(openBreakGlass, { body: { ...asked, who } })).problem.code).toBe('break-glass-limit');

    // An officer of the county, or of the own house, lets them go on; nobody else, not themselves, and not before it is needed.
    const officer = server.as(reviewer);
    const reason = 'Großer Unfall, die Notaufnahme ruft weiter an.';
    const lift = { params: { id: county.clinician.id }, body: { reason } };
    expect((await officer.get(readUsedUpEmergencies)).items).toMatchObject([{ staffId: county.clinician.id, attempts: 5 }]);
    const stranger = await addStaff(database, county.practice, ['dpo']);
    expect((await server.as(stranger).get(readUsedUpEmergencies)).items).toEqual([]);
    expect((await server.as(stranger).call(liftEmergencyLimit, lift)).status).toBe(404);
    expect((await clinic().call(liftEmergencyLimit, lift)).status).toBe(403);
    const unneeded = await officer.call(liftEmergencyLimit, { ...lift, params: { id: county.intake.id } });
    expect(unneeded.status).toBe(404);
    await officer.get(liftEmergencyLimit, lift);
    expect((await officer.call(liftEmergencyLimit, lift)).status).toBe(404);
    expect((await clinic().get(openBreakGlass, { body: { ...asked, who } })).left).toBe(4);
    const [line] = await database.query(`select subject_id, basis from chronicle_entry where verb = 'breakGlass.lift'`);
    expect(line).toEqual({ subject_id: county.clinician.id, basis: 'administration' });
    expect(await database.query('select reason from break_glass_lift')).toEqual([{ reason }]);
  });

  it('stands in the chronicle with its reference, and each look says why it was possible', async () => {
    const { opened } = await open();
    await clinic().get(readPerson, { params: { id: personId } });
    await clinic().get(readEmergencyFacts, { params: { id: opened!.id } });
    const lines = await database.query<{ verb: string; basis: string; parts: string[]; person_id: string }>(
      `select verb, basis, parts, person_id from chronicle_entry where basis like 'break_glass:%' order by id`,
    );
    expect(lines.map(({ verb }) => verb)).toEqual(['breakGlass.open', 'people/:id', 'break-glass/:id/facts']);
    for (const line of lines)
      expect(line).toMatchObject({ basis: `break_glass:${opened!.id}`, parts: ['identity', 'medication'], person_id: personId });
  });

  it('is told to those whose person it was and to who reviews it, by a reference only', async () => {
    const { opened } = await open();
    const [event] = await database.query<{ text: string; audience: string[] }>(
      `select payload::text as text, audience from outbox_event where name = 'BreakGlassOpened'`,
    );
    expect(JSON.parse(event!.text)).toEqual({ breakGlassId: opened!.id, reference: opened!.reference });
    expect(event!.audience).toContain(county.practice);
    expect((await server.as(county.gp).get(readBreakGlassAtOurs)).items).toMatchObject([
      { personId, organisationName: 'Klinik Eins', reason: 'emergency_department', result: null },
    ]);
    for (const other of [county.otherGp, county.intake]) expect((await server.as(other).get(readBreakGlassAtOurs)).items).toEqual([]);
  });

  it('is reviewed within three working days, by somebody else, once', async () => {
    const { opened } = await open();
    await open({ birthDate: '1980-01-01' });
    const dpo = server.as(reviewer);
    const [review, ...more] = (await dpo.get(readBreakGlassReviews)).items;
    expect([review?.id, review?.explanation, more]).toEqual([opened!.id, explanation, []]);
    expect(JSON.stringify(review)).not.toContain('Muster');
    expect((await dpo.get(readBreakGlassReviews, { query: { state: 'nobody' } })).items).toHaveLength(1);

    const params = { id: opened!.id };
    const body = { result: 'justified', note: 'Rückfrage der Notaufnahme bestätigt.' } as const;
    expect((await server.as(county.clinician).call(reviewBreakGlass, { params, body })).status).toBe(403);
    const stranger = await addStaff(database, county.otherPractice, ['dpo']);
    expect((await server.as(stranger).call(reviewBreakGlass, { params, body })).status).toBe(404);
    await dpo.get(reviewBreakGlass, { params, body });
    expect((await dpo.call(reviewBreakGlass, { params, body })).problem.code).toBe('already-reviewed');
    expect((await dpo.get(readBreakGlassReviews, { query: { state: 'done' } })).items).toMatchObject([
      { result: 'justified', note: body.note },
    ]);
    expect((await server.as(county.gp).get(readBreakGlassAtOurs)).items).toMatchObject([{ result: 'justified' }]);
  });

  it('shows overdue reviews first', async () => {
    const first = (await open()).opened!;
    await database.query(
      `update break_glass set review_due_on = current_date - 5, opened_at = now() - interval '9 days', valid_until = now() - interval '9 days'`,
    );
    await server.as(county.otherIntake).get(openBreakGlass, { body: { ...asked, who, parts: ['contact'] } });
    const { items } = await server.as(reviewer).get(readBreakGlassReviews);
    expect(items.map(({ id, isOverdue }) => [id === first.id, isOverdue])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  // @req ASVS 5.0.0-8.2.2
  it('nobody gives themselves such a grant in the database', async () => {
    await expect(
      server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, (transaction) =>
        transaction.rows(
          'test.grant',
          `insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, valid_until)
           values (gen_random_uuid(), $1, $2, $2, 'break_glass', gen_random_uuid(), now() + interval '1 hour')`,
          [personId, county.clinic],
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('is work for one team until somebody has looked at it', async () => {
    const { opened } = await open();
    const tasks = () =>
      database.query<{ organisationId: string; state: string }>(
        `select organisation_id as "organisationId", state from task where kind = 'break_glass_review' and subject_id = $1`,
        [opened!.id],
      );
    expect(await tasks()).toEqual([{ organisationId: county.administrator.organisationId, state: 'ready' }]);
    const body = { result: 'justified' as const, note: 'Rücksprache gehalten.' };
    await server.as(reviewer).get(reviewBreakGlass, { params: { id: opened!.id }, body });
    expect((await tasks())[0]!.state).toBe('done');
  });
});
