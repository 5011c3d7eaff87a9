import { askAdvice, readEnquiry } from '@lotse/advice/model';
import { openSlot } from '@lotse/calendar/model';
import { roles, type Role } from '@lotse/identity/model';
import { daysAfter, newId, type Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease } from '@lotse/people/model';
import {
  acceptReferral,
  acknowledgeReferral,
  askQuestion,
  beginImport,
  createReferral,
  recordEmergencyCall,
  startAttachment,
  submitReferral,
} from '@lotse/referral/model';
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
import { joinWaitingList, offerSlot } from '@lotse/waiting-list/model';
import { domainModules } from '../app.module';
import { contractsOf } from '../contracts-of';
import { lookedAfter } from './looked-after';

/** Stands in every text about the person of the practice; it may appear in no answer to anybody else. */
export const canary = 'Zaunkönigin';

/** A county in which a practice and a clinic have somebody, and everybody else has nothing to do with it. */
export interface GuardedCounty {
  database: TestDatabase;
  server: TestServer;
  county: TestCounty;
  /** Every contract that is served, from the handlers themselves. */
  contracts: readonly Endpoint[];
  /** What there is, by the field that would name it. */
  things: Readonly<Record<string, string>>;
  /** Organisations that have nothing to do with the person, in the same county and in another one. */
  strangers: readonly { name: string; organisationId: string }[];
  /** Somebody with one role in an organisation. */
  staffOf(organisationId: string, role: Role): Promise<TestStaff>;
  /** Opens the session of somebody again: acts that end sessions are among those that are tried. */
  reopen(staff: TestStaff): Promise<void>;
  /** What the things are now; equal texts mean that nothing has happened to them. */
  standing(): Promise<string>;
}

export const rolesOfPeople: readonly Role[] = roles.filter((role) => role !== 'system');

export async function guardedCounty(): Promise<GuardedCounty> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const elsewhere = await testCounty(database, '08337');
  const server = await startTestServer(database, domainModules, { DATABASE_CONNECTIONS: '5' });
  const things = { ...{ ...(await story(server, county)), breakGlassId: newId() }, ...keptIds, ...careIds };
  await keep(database, county, things);
  await emergency(database, county, things);
  await lookedAfter(database, county, things);
  const staff = new Map<string, Promise<TestStaff>>();
  return {
    database,
    server,
    county,
    contracts: contractsOf(server.app),
    things,
    strangers: [
      { name: 'another practice', organisationId: county.otherPractice },
      { name: 'another clinic', organisationId: county.otherClinic },
      { name: 'a clinic of another county', organisationId: elsewhere.clinic },
    ],
    staffOf: (organisationId, role) => {
      const key = `${organisationId} ${role}`;
      const found = staff.get(key) ?? addStaff(database, organisationId, [role]);
      staff.set(key, found);
      return found;
    },
    reopen: (one) => reopen(database, one),
    standing: () => standing(database, things),
  };
}

async function reopen(database: TestDatabase, { id }: TestStaff): Promise<void> {
  await database.query('update staff set disabled_at = null where id = $1', [id]);
  await database.query(
    `update session set ended_at = null, expires_at = now() + interval '1 hour', last_seen_at = now() where staff_id = $1`,
    [id],
  );
}

/** Somebody of the practice opened the record in an emergency. */
async function emergency(
  database: TestDatabase,
  county: TestCounty,
  { breakGlassId, personId }: Record<'breakGlassId', string> & Record<string, string>,
) {
  await database.query(
    `insert into break_glass (id, region_id, organisation_id, staff_id, person_id, owner_organisation_id, reason, explanation, parts, valid_until, review_due_on)
     values ($1, $2, $3, $4, $5, $3, 'other', $6, '{identity,diagnosis}', now() + interval '4 hours', current_date + 3)`,
    [breakGlassId, county.regionId, county.practice, county.gp.id, personId, `${canary}, nicht ansprechbar`],
  );
}

/** A hold that has ended and a list that is done: of the practice, and in nobody's way. */
const careIds = { appointmentId: '018f0000-0000-7000-8000-0000000000b3', listCheckId: '018f0000-0000-7000-8000-0000000000b4' };
const keptIds = { holdId: '018f0000-0000-7000-8000-0000000000b1', batchId: '018f0000-0000-7000-8000-0000000000b2' };

async function keep(
  database: TestDatabase,
  { regionId, practice, gp }: TestCounty,
  things: Readonly<Record<string, string>>,
): Promise<void> {
  await database.query(
    `insert into legal_hold (id, region_id, organisation_id, person_id, reason, set_by, ended_by, ended_at)
     values ($1, $2, $3, $4, 'für diese Probe', $5, $5, now())`,
    [things['holdId'], regionId, practice, things['personId'], gp.id],
  );
  await database.query(
    `insert into deletion_batch (id, region_id, organisation_id, confirmed_by, confirmed_at, done_at) values ($1, $2, $3, $4, now(), now())`,
    [things['batchId'], regionId, practice, gp.id],
  );
}

/** Somebody is referred, accepted, waits, and is offered a slot; a second referral has just arrived. */
async function story(server: TestServer, county: TestCounty): Promise<Record<string, string>> {
  const [practice, clinic] = [server.as(county.gp), server.as(county.intake)];
  const person = await practice.get(createPerson, {
    body: { familyName: canary, givenName: canary, birthDate: '1970-05-03', phone: `07622 ${canary}`, street: canary },
  });
  const terms = { purpose: canary, dataParts: ['identity', 'contact', 'diagnosis'], coversHealthData: true, form: 'written' };
  const release = await practice.get(recordRelease, {
    params: { id: person.id },
    body: { ...terms, recipientOrganisationId: county.clinic, givenOn: '2026-01-02', validUntil: '2099-12-31' },
  });
  const sends = async () => {
    const content = { personId: person.id, serviceId: county.service, reason: 'low_mood', question: canary, urgency: 'routine' };
    const { id } = await practice.get(createReferral, { body: { ...content, shortNotice: true, diagnosis: canary } });
    await practice.get(submitReferral, { params: { id }, version: 1 });
    await clinic.get(acknowledgeReferral, { params: { id }, version: 2 });
    return id;
  };
  const [referral, arrived] = [await sends(), await sends()];
  await clinic.get(acceptReferral, { params: { id: referral }, version: 3 });
  await clinic.get(joinWaitingList, { params: { id: referral }, version: 4 });
  const asked = { points: [{ text: canary }], dueOn: '2099-12-31' };
  const question = await clinic.get(askQuestion, { params: { id: referral }, body: asked });
  const entries = await server.database.asOrganisation({ organisationId: county.clinic, regionId: county.regionId }, (transaction) =>
    transaction.rows<{ id: string }>('walls.entry', 'select id from waiting_list_entry', []),
  );
  const advice = { serviceId: county.service, personId: person.id, question: canary, diagnosis: canary, answerBy: '2099-12-31' };
  const enquiry = await practice.get(askAdvice, { body: advice });
  const startsAt = daysAfter(Date.now(), 4).toISOString();
  const slot = await clinic.get(openSlot, { body: { scheduleId: county.schedule, startsAt, minutes: 50, mode: 'on_site' } });
  const offer = await clinic.get(offerSlot, { params: { id: slot.id }, version: slot.version, body: { entryId: entries[0]!.id } });
  const columns = (['familyName', 'givenName', 'birthDate'] as const).map((field) => ({ field, column: field }));
  const attachment = await practice.get(startAttachment, { params: { id: referral }, body: { name: `${canary}.pdf`, size: 9 } });
  const called = { called: 'other' as const, calledName: canary, calledAt: new Date().toISOString(), reached: true, agreed: canary };
  const call = await practice.get(recordEmergencyCall, { params: { id: referral }, body: called });
  const table = await practice.get(beginImport, { body: { fileName: 'liste.csv', columns, rowCount: 1 } });
  return {
    personId: person.id,
    releaseId: release.id,
    referralId: referral,
    arrivedId: arrived,
    questionId: question.id,
    enquiryId: enquiry.id,
    adviceId: (await practice.get(readEnquiry, { params: { id: enquiry.id } })).threads[0]!.id,
    entryId: entries[0]!.id,
    offerId: offer.id,
    slotId: slot.id,
    serviceId: county.service,
    scheduleId: county.schedule,
    staffId: county.gp.id,
    importId: table.id,
    attachmentId: attachment.id,
    emergencyCallId: call.id,
    recipientOrganisationId: county.clinic,
    organisationId: county.practice,
    // Days that are over, where a contract asks for one.
    birthDate: '1980-01-02',
    givenOn: '2020-01-02',
    ids: referral,
    referralIds: referral,
  };
}

async function standing(database: TestDatabase, things: Readonly<Record<string, string>>): Promise<string> {
  const tables = [
    'person',
    'release',
    'referral',
    'waiting_list_entry',
    'slot_offer',
    'slot',
    'access_grant',
    'referral_step',
    'referral_desk',
    'question_thread',
    'question_message',
    'question_point',
    'attachment',
    'emergency_call',
    'enquiry',
    'advice_thread',
    'advice_message',
  ];
  const texts = await Promise.all(
    tables.map((table) =>
      database.query<{ text: string }>(
        `select coalesce(string_agg(x::text, '|' order by x::text), '') as text from ${table} x
      where x::text ~ $1`,
        [Object.values(things).slice(0, 7).join('|')],
      ),
    ),
  );
  return texts.map(([row]) => row!.text).join('\n');
}
