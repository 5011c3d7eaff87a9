import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { createPerson, readPerson, recordRelease, revokeRelease } from '@lotse/people/model';
import { PeopleModule } from '@lotse/people/server';
import {
  acceptReferral,
  acknowledgeReferral,
  changeReferral,
  createReferral,
  provideInfo,
  readReferral,
  readReferralActs,
  readReferrals,
  requestInfo,
  startTriage,
  submitReferral,
  withdrawReferral,
} from '@lotse/referral/model';
import { RegionModule } from '@lotse/region/server';
import {
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { ReferralModule } from '../referral.module';

const modules = [IdentityModule, ChronicleModule, RegionModule, DirectoryModule, PeopleModule, ReferralModule];
const content = { reason: 'low_mood', question: 'Bitte um Abklärung', urgency: 'urgent' } as const;

describe('sending a referral', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, modules);
  });
  afterAll(() => server.stop());

  const bornOn = birthDates();
  const enterPerson = (extra: object = {}) =>
    server.as(county.gp).get(createPerson, { body: { familyName: 'Muster', givenName: 'Ida', birthDate: bornOn(), ...extra } });

  const release = (personId: string, recipientOrganisationId = county.clinic, extra: object = {}) =>
    server.as(county.gp).get(recordRelease, {
      params: { id: personId },
      body: {
        recipientOrganisationId,
        purpose: 'Abklärung und Behandlung',
        dataParts: ['identity', 'diagnosis'],
        coversHealthData: true,
        form: 'written',
        givenOn: '2026-01-02',
        validUntil: '2099-12-31',
        ...extra,
      },
    });

  const draft = async (extra: object = {}) => {
    const person = await enterPerson();
    const created = await server
      .as(county.gp)
      .get(createReferral, { body: { personId: person.id, serviceId: county.service, ...content, ...extra } });
    return { person, id: created.id };
  };

  const sent = async () => {
    const { person, id } = await draft();
    await release(person.id);
    await server.as(county.gp).get(submitReferral, { params: { id }, version: 1, body: {} });
    return { person, id };
  };

  it('promise 7: without a release that names the receiver it stays a draft', async () => {
    const { person, id } = await draft();
    await release(person.id, county.otherClinic);
    const refused = await server.as(county.gp).call(submitReferral, { params: { id }, version: 1, body: {} });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'release-does-not-cover-recipient', fields: [{ field: 'release' }] } });
    expect(await server.as(county.gp).get(readReferral, { params: { id } })).toMatchObject({ state: 'draft', sentAt: null });
  });

  it('promise 2: both sides are told the same custodian with a due date, at every step', async () => {
    const { id } = await sent();
    const steps = [
      () => server.as(county.intake).get(acknowledgeReferral, { params: { id }, version: 2, body: {} }),
      () => server.as(county.intake).get(startTriage, { params: { id }, version: 3, body: {} }),
      () =>
        server
          .as(county.intake)
          .get(requestInfo, { params: { id }, version: 4, body: { question: 'Welche Medikamente?', dueOn: '2099-01-01' } }),
      () => server.as(county.assistant).get(provideInfo, { params: { id }, version: 5, body: { answer: 'Keine' } }),
      () => server.as(county.intake).get(acceptReferral, { params: { id }, version: 6, body: {} }),
    ];
    const custodians: (string | null)[] = [];
    for (const step of steps) {
      await step();
      const [ours, theirs] = await Promise.all([
        server.as(county.gp).get(readReferral, { params: { id } }),
        server.as(county.intake).get(readReferral, { params: { id } }),
      ]);
      expect(theirs.custody).toEqual(ours.custody);
      expect(ours.custody.dueAt).not.toBeNull();
      custodians.push(ours.custody.organisationId);
    }
    expect(custodians).toEqual([county.clinic, county.clinic, county.practice, county.clinic, county.clinic]);
  });

  it('promise 3: the clock starts when it is sent and no step moves it, nor can the database be made to', async () => {
    const { id } = await sent();
    const before = await server.as(county.gp).get(readReferral, { params: { id } });
    await server.as(county.intake).get(acknowledgeReferral, { params: { id }, version: 2, body: {} });
    expect((await server.as(county.gp).get(readReferral, { params: { id } })).sentAt).toBe(before.sentAt);
    await expect(database.query('update referral set clock_started_at = now() where id = $1', [id])).rejects.toThrow('never reset');
  });

  it('promise 1: is on exactly one worklist from the first step on', async () => {
    const { id } = await sent();
    const inbox = await server.as(county.intake).get(readReferrals, { query: { box: 'inbox', mine: 'true', limit: 100 } });
    const sentBox = await server.as(county.gp).get(readReferrals, { query: { box: 'sent', mine: 'true', limit: 100 } });
    expect(inbox.items.filter((row) => row.id === id)).toHaveLength(1);
    expect(sentBox.items.filter((row) => row.id === id)).toHaveLength(0);
  });

  it('shows the receiver nothing of a draft', async () => {
    const { person, id } = await draft();
    expect((await server.as(county.intake).call(readReferral, { params: { id } })).status).toBe(404);
    expect((await server.as(county.intake).call(readPerson, { params: { id: person.id } })).status).toBe(404);
  });

  it('shows another organisation neither the referral nor the person', async () => {
    const { person, id } = await sent();
    for (const staff of [county.otherGp, county.otherIntake]) {
      expect((await server.as(staff).call(readReferral, { params: { id } })).status).toBe(404);
      expect((await server.as(staff).call(readPerson, { params: { id: person.id } })).status).toBe(404);
    }
    expect((await server.as(county.administrator).call(readReferral, { params: { id } })).status).toBe(403);
  });

  // @req ASVS 5.0.0-8.3.2
  it('promise 7: revoking the release ends access in the same moment', async () => {
    const { person, id } = await draft();
    const given = await release(person.id);
    await server.as(county.gp).get(submitReferral, { params: { id }, version: 1, body: {} });
    expect((await server.as(county.intake).call(readReferral, { params: { id } })).status).toBe(200);
    await server.as(county.gp).get(revokeRelease, { params: { id: given.id }, version: 1, body: { how: 'phone' } });
    expect((await server.as(county.intake).call(readReferral, { params: { id } })).status).toBe(404);
    const { version } = await server.as(county.gp).get(readReferral, { params: { id } });
    await server.as(county.gp).get(withdrawReferral, { params: { id }, version, body: { reason: 'recovered' } });
    const told = await database.query<{ audience: string[] }>(
      `select audience from outbox_event where subject_id = $1 and name = 'ReferralMoved' order by sequence`,
      [id],
    );
    // What happens afterwards is told to nobody on the other side.
    expect(told.map(({ audience }) => audience)).toEqual([[county.practice], [county.practice, county.clinic], [county.practice]]);
  });

  // @req ASVS 5.0.0-2.2.2
  it('promise 10: says what is missing, field by field, and keeps the draft as it was', async () => {
    const { person, id } = await draft({ question: null, urgency: null });
    await release(person.id);
    const refused = await server.as(county.gp).call(submitReferral, { params: { id }, version: 1, body: {} });
    expect(refused.problem).toMatchObject({ code: 'referral-incomplete', fields: [{ field: 'question' }, { field: 'urgency' }] });
    expect((await server.as(county.gp).get(readReferral, { params: { id } })).content.reason).toBe('low_mood');
  });

  it('never sends an emergency', async () => {
    const { person, id } = await draft({ urgency: 'emergency' });
    await release(person.id);
    const refused = await server.as(county.gp).call(submitReferral, { params: { id }, version: 1, body: {} });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'emergency-cannot-be-sent' } });
  });

  it('refuses a service that takes no referrals', async () => {
    const { person, id } = await draft({ serviceId: county.closedService });
    await release(person.id);
    const refused = await server.as(county.gp).call(submitReferral, { params: { id }, version: 1, body: {} });
    expect(refused.problem.code).toBe('service-not-accepting');
  });

  it.each([
    ['an unknown field', { diagnose: 'F32' }, 'diagnose', 'unknown-field'],
    ['a wrong type', { shortNotice: 'yes' }, 'shortNotice', 'invalid-type'],
    ['a text that is too long', { question: 'x'.repeat(2001) }, 'question', 'too-big'],
    ['an urgency that does not exist', { urgency: 'soonish' }, 'urgency', 'invalid-value'],
    ['a reason that is not on the list', { reason: 'not_on_the_list' }, 'reason', 'unknown-reason'],
  ])('promise 10: names the field for %s', async (_, wrong, field, code) => {
    const { id } = await draft();
    const refused = await server.as(county.gp).call(changeReferral, { params: { id }, version: 1, body: wrong });
    expect(refused).toMatchObject({ status: 422, problem: { fields: [{ field, code }] } });
  });

  it('wants the version that was looked at, and refuses an old one', async () => {
    const { id } = await sent();
    expect((await server.as(county.intake).call(acknowledgeReferral, { params: { id }, body: {} })).problem.code).toBe('version-missing');
    const stale = await server.as(county.intake).call(acknowledgeReferral, { params: { id }, version: 1, body: {} });
    expect(stale).toMatchObject({ status: 409, problem: { code: 'version-stale', context: { version: 2 } } });
  });

  it('does a repeated request once and answers it the same, also when both arrive together', async () => {
    const person = await enterPerson();
    const body = { personId: person.id, ...content };
    const [first, second] = await Promise.all([1, 2].map(() => server.as(county.gp).call(createReferral, { body, key: 'the-same' })));
    const third = await server.as(county.gp).call(createReferral, { body, key: 'the-same' });
    expect(first!.status).toBe(201);
    expect([second!.answer, third.answer]).toEqual([first!.answer, first!.answer]);
    const other = await server.as(county.gp).call(createReferral, { body: { ...body, question: 'anders' }, key: 'the-same' });
    expect(other.problem.code).toBe('idempotency-key-reused');
    const rows = await database.query<{ count: string }>('select count(*) from referral where person_id = $1', [person.id]);
    expect(rows[0]!.count).toBe('1');
  });

  // @req ASVS 5.0.0-2.3.1
  it('offers exactly the acts that succeed, and says why the rest do not', async () => {
    const { id } = await sent();
    const { items } = await server.as(county.gp).get(readReferralActs, { params: { id } });
    expect(items.filter(({ allowed }) => allowed).map(({ act }) => act)).toEqual([
      'mark_error',
      'record_death',
      'withdraw',
      'set_deadline',
    ]);
    expect(items.find(({ act }) => act === 'accept')!.problem).not.toBeNull();
    const withdrawn = await server.as(county.gp).get(withdrawReferral, { params: { id }, version: 2, body: { reason: 'recovered' } });
    expect(withdrawn.state).toBe('withdrawn');
  });

  it('promise 8: every act and every look leaves a line', async () => {
    const { id } = await sent();
    await server.as(county.intake).get(readReferral, { params: { id } });
    const lines = await database.query<{ kind: string; verb: string; staff_id: string }>(
      'select kind, verb, staff_id from chronicle_entry where subject_id = $1 order by id',
      [id],
    );
    expect(lines.map(({ kind, verb }) => `${kind} ${verb}`)).toEqual(['act referral.create', 'act referral.submit', 'look referrals/:id']);
    expect(lines[2]!.staff_id).toBe(county.intake.id);
  });

  it('takes a KVNR with a wrong check digit only with a reason', async () => {
    const body = { familyName: 'Muster', givenName: 'Ida', birthDate: '1970-05-03', kvnr: 'A123456789' };
    const warned = await server.as(county.gp).call(createPerson, { body });
    expect(warned).toMatchObject({ status: 422, problem: { code: 'kvnr-check-digit', fields: [{ field: 'kvnr' }] } });
    const taken = await server.as(county.gp).call(createPerson, { body: { ...body, kvnrOverrideReason: 'steht so auf der Karte' } });
    expect(taken.status).toBe(201);
  });

  it('promise 10: says whose KVNR it is when the organisation already has it', async () => {
    const body = { familyName: 'Muster', givenName: 'Ida', birthDate: '1970-05-03', kvnr: 'A123456780' };
    const first = await server.as(county.gp).get(createPerson, { body });
    const again = await server.as(county.gp).call(createPerson, { body });
    expect(again).toMatchObject({
      status: 409,
      problem: { code: 'kvnr-taken', fields: [{ field: 'kvnr' }], context: { personId: first.id } },
    });
    expect((await server.as(county.otherGp).call(createPerson, { body })).status).toBe(201);
  });

  it('refuses a birth date in the future', async () => {
    const refused = await server.as(county.gp).call(createPerson, { body: { familyName: 'M', givenName: 'I', birthDate: '2199-01-01' } });
    expect(refused.problem.fields[0]).toMatchObject({ field: 'birthDate', code: 'birth-date-in-future' });
  });

  it('pages through a list without losing or doubling a row', async () => {
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await server
        .as(county.gp)
        .get(readReferrals, { query: { box: 'sent', limit: 3, sort: 'urgency', ...(cursor ? { cursor } : {}) } });
      for (const row of page.items) {
        expect(ids.has(row.id)).toBe(false);
        ids.add(row.id);
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const rows = await database.query<{ count: string }>(
      `select count(*) from referral where referrer_organisation_id = $1 and state not in ('closed', 'withdrawn', 'entered_in_error')`,
      [county.practice],
    );
    expect(ids.size).toBe(Number(rows[0]!.count));
  });
});
