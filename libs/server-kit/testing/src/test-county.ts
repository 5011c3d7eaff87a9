import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@lotse/kernel';
import type { TestDatabase } from './test-database';

/** Somebody on the staff with a session that is already open. */
export interface TestStaff {
  id: string;
  organisationId: string;
  token: string;
}

export interface TestCounty {
  regionId: string;
  practice: string;
  otherPractice: string;
  clinic: string;
  otherClinic: string;
  gp: TestStaff;
  assistant: TestStaff;
  otherGp: TestStaff;
  intake: TestStaff;
  clinician: TestStaff;
  otherIntake: TestStaff;
  administrator: TestStaff;
  /** A service of the clinic and one of the other clinic; both take referrals. */
  service: string;
  otherService: string;
  /** A service that takes no referrals. */
  closedService: string;
  /** A schedule of the service of the clinic. */
  schedule: string;
  otherSchedule: string;
}

const bands = [
  ['emergency', 0, 0, 'hours'],
  ['very_urgent', 1, 48, 'hours'],
  ['urgent', 2, 7, 'working_days'],
  ['acute_treatment', 3, 14, 'days'],
  ['soon', 4, 28, 'days'],
  ['routine', 5, 84, 'days'],
] as const;

export const testRegionSettings = {
  land: 'DE-BW',
  saturdayCounts: true,
  urgencyBands: bands.map(([urgency, band, target, unit]) => ({ urgency, band, target, unit, basis: 'test' })),
  referralReasons: [
    { code: 'low_mood', de: 'Gedrückte Stimmung', en: 'Low mood', icdGroup: 'F30-F39' },
    { code: 'anxiety', de: 'Angst', en: 'Anxiety', icdGroup: 'F40-F48' },
  ],
  emergencyNumbers: [{ de: 'Notruf', en: 'Emergency', phone: '112' }],
};

/** Sets up a small county as the owner: two practices, two clinics, their staff with open sessions, services and schedules. */
export async function testCounty(database: TestDatabase, key = '08336'): Promise<TestCounty> {
  const regionId = newId();
  await database.query('insert into region (id, key, name, settings) values ($1, $2, $3, $4)', [
    regionId,
    key,
    `Kreis ${key}`,
    testRegionSettings,
  ]);
  await database.query(
    `insert into municipality (ags, region_id, name, postcode, latitude, longitude, population) values ($1, $2, 'Musterdorf', '79650', 47.65, 7.82, 1000)`,
    [`${key}081`, regionId],
  );
  const organisation = (name: string, kind: string) => addOrganisation(database, regionId, name, kind);
  const practice = await organisation('Praxis Eins', 'practice');
  const otherPractice = await organisation('Praxis Zwei', 'practice');
  const clinic = await organisation('Klinik Eins', 'clinic');
  const otherClinic = await organisation('Klinik Zwei', 'clinic');
  const county = await organisation('Landratsamt', 'county');
  const service = (owner: string, name: string, accepts: boolean) => addService(database, regionId, owner, name, accepts, `${key}081`);
  const services = [
    await service(clinic, 'Ambulanz', true),
    await service(otherClinic, 'Tagesklinik', true),
    await service(clinic, 'Gruppe', false),
  ];
  return {
    regionId,
    practice,
    otherPractice,
    clinic,
    otherClinic,
    gp: await addStaff(database, practice, ['referrer']),
    assistant: await addStaff(database, practice, ['referrer_admin']),
    otherGp: await addStaff(database, otherPractice, ['referrer']),
    intake: await addStaff(database, clinic, ['intake', 'triager']),
    clinician: await addStaff(database, clinic, ['clinician']),
    otherIntake: await addStaff(database, otherClinic, ['intake', 'triager']),
    administrator: await addStaff(database, county, ['org_admin']),
    service: services[0]!,
    otherService: services[1]!,
    closedService: services[2]!,
    schedule: await addSchedule(database, regionId, clinic, services[0]!),
    otherSchedule: await addSchedule(database, regionId, otherClinic, services[1]!),
  };
}

async function addOrganisation(database: TestDatabase, regionId: string, name: string, kind: string): Promise<string> {
  const id = newId();
  await database.query(
    `insert into organisation (id, region_id, name, kind, legal_regime, phone, notification_email) values ($1, $2, $3, $4, 'gdpr', '07622 0001', $5)`,
    [id, regionId, name, kind, `${id}@example.org`],
  );
  await database.query(`insert into staff (id, organisation_id, email, display_name, roles) values ($1, $2, $3, 'Lotse', '{system}')`, [
    newId(),
    id,
    `system@${id}`,
  ]);
  return id;
}

async function addService(
  database: TestDatabase,
  regionId: string,
  organisationId: string,
  name: string,
  accepts: boolean,
  ags: string,
): Promise<string> {
  const id = newId();
  await database.query(
    `insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, capacity, accepts_referrals, confirmed_on, search_text)
     values ($1, $2, $3, $4, 'outpatient_clinic', 'Hilfe', 'Help', $5, 'waiting_list', $6, current_date, lower($4))`,
    [id, regionId, organisationId, name, ags, accepts],
  );
  return id;
}

async function addSchedule(database: TestDatabase, regionId: string, organisationId: string, serviceId: string): Promise<string> {
  const id = newId();
  await database.query(
    `insert into schedule (id, region_id, organisation_id, service_id, name) values ($1, $2, $3, $4, 'Sprechzimmer 1')`,
    [id, regionId, organisationId, serviceId],
  );
  return id;
}

/** Adds somebody with an open session; no password is hashed, because signing in has tests of its own. */
export async function addStaff(database: TestDatabase, organisationId: string, roles: string[]): Promise<TestStaff> {
  const id = newId();
  const token = randomBytes(32).toString('base64url');
  await database.query('insert into staff (id, organisation_id, email, display_name, roles) values ($1, $2, $3, $4, $5)', [
    id,
    organisationId,
    `${id}@example.org`,
    `Person ${roles[0]}`,
    roles,
  ]);
  await database.query(`insert into session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')`, [
    newId(),
    id,
    createHash('sha256').update(token).digest(),
  ]);
  return { id, organisationId, token };
}
