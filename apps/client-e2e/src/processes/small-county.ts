import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Pool } from 'pg';

/** Somebody on the staff; the session is open already. */
export interface Staff {
  readonly email: string;
  readonly cookie: string;
}

/** A county of one practice and one clinic with one service. */
export interface SmallCounty {
  readonly gp: Staff;
  readonly intake: Staff;
  readonly clinic: string;
  readonly service: string;
  readonly schedule: string;
  /** More people who work in the practice or the clinic. */
  more(where: 'practice' | 'clinic', count: number, roles?: readonly string[]): Promise<Staff[]>;
}

export const staffPassword = 'ein langes Kennwort';

const bands = [
  ['emergency', 0, 0, 'hours'],
  ['very_urgent', 1, 48, 'hours'],
  ['urgent', 2, 7, 'working_days'],
  ['acute_treatment', 3, 14, 'days'],
  ['soon', 4, 28, 'days'],
  ['routine', 5, 84, 'days'],
] as const;

const settings = {
  land: 'DE-BW',
  saturdayCounts: true,
  urgencyBands: bands.map(([urgency, band, target, unit]) => ({ urgency, band, target, unit, basis: 'test' })),
  referralReasons: [{ code: 'low_mood', de: 'Gedrückte Stimmung', en: 'Low mood', icdGroup: 'F30-F39' }],
  emergencyNumbers: [{ de: 'Notruf', en: 'Emergency', phone: '112' }],
};

/** Sets the county up as the owner of the database. */
export async function setUpCounty(owner: Pool): Promise<SmallCounty> {
  const region = randomUUID();
  const ags = '08336081';
  await owner.query('insert into region (id, key, name, settings) values ($1, $2, $3, $4)', [region, '08336', 'Kreis', settings]);
  await owner.query(
    `insert into municipality (ags, region_id, name, postcode, latitude, longitude, population) values ($1, $2, 'Musterdorf', '79650', 47.65, 7.82, 1000)`,
    [ags, region],
  );
  const passwordHash = await hash(staffPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const organisations = {
    practice: await addOrganisation('Praxis Eins', 'practice'),
    clinic: await addOrganisation('Klinik Eins', 'clinic'),
  };
  const roles = { practice: ['referrer'], clinic: ['intake', 'triager'] };

  async function addOrganisation(name: string, kind: string): Promise<string> {
    const id = randomUUID();
    await owner.query(
      `insert into organisation (id, region_id, name, kind, legal_regime, phone, notification_email) values ($1, $2, $3, $4, 'gdpr', '07622 0001', $5)`,
      [id, region, name, kind, `${kind}@example.org`],
    );
    await owner.query(`insert into staff (id, organisation_id, email, display_name, roles) values ($1, $2, $3, 'Lotse', '{system}')`, [
      randomUUID(),
      id,
      `system@${kind}.example.org`,
    ]);
    return id;
  }

  async function addStaff(where: 'practice' | 'clinic', given: readonly string[] = roles[where]): Promise<Staff> {
    const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')];
    const email = `${id}@example.org`;
    await owner.query(
      `insert into staff (id, organisation_id, email, display_name, roles, password_hash) values ($1, $2, $3, 'Kim Muster', $4, $5)`,
      [id, organisations[where], email, given, passwordHash],
    );
    await owner.query(`insert into session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')`, [
      randomUUID(),
      id,
      createHash('sha256').update(token).digest(),
    ]);
    return { email, cookie: `lotse_session=${token}` };
  }

  const [service, schedule] = [randomUUID(), randomUUID()];
  await owner.query(
    `insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, capacity, accepts_referrals, confirmed_on, search_text)
     values ($1, $2, $3, 'Ambulanz', 'outpatient_clinic', 'Hilfe', 'Help', $4, 'waiting_list', true, current_date, 'ambulanz')`,
    [service, region, organisations.clinic, ags],
  );
  await owner.query(`insert into schedule (id, region_id, organisation_id, service_id, name) values ($1, $2, $3, $4, 'Sprechzimmer 1')`, [
    schedule,
    region,
    organisations.clinic,
    service,
  ]);
  return {
    gp: await addStaff('practice'),
    intake: await addStaff('clinic'),
    clinic: organisations.clinic,
    service,
    schedule,
    more: (where, count, given) => Promise.all(Array.from({ length: count }, () => addStaff(where, given))),
  };
}
