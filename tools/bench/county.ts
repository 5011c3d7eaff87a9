import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { custodianOf, isWithReferrer, type ReferralState } from '@lotse/referral/model';
import type { Client } from 'pg';
import { withClient } from './with-client';

/** A county full of referrals, and people on the staff whose sessions are open. */
export interface County {
  gps: string[];
  intakes: string[];
  /** Referrals of the practice to the clinic, and their people. */
  referralIds: string[];
  personIds: string[];
  serviceId: string;
}

const sessionsEach = 10;
const otherPractices = 20;
/** The states referrals are in, a fifth of them closed. */
const states: ReferralState[] = [
  'requested',
  'received',
  'in_triage',
  'info_requested',
  'accepted',
  'waitlisted',
  'in_triage',
  'requested',
  'closed',
  'closed',
];

const settings = {
  land: 'DE-BW',
  saturdayCounts: true,
  urgencyBands: [
    ['emergency', 0, 0, 'hours'],
    ['very_urgent', 1, 48, 'hours'],
    ['urgent', 2, 7, 'working_days'],
    ['acute_treatment', 3, 14, 'days'],
    ['soon', 4, 28, 'days'],
    ['routine', 5, 84, 'days'],
  ].map(([urgency, band, target, unit]) => ({ urgency, band, target, unit, basis: 'bench' })),
  referralReasons: [{ code: 'low_mood', de: 'Gedrückte Stimmung', en: 'Low mood', icdGroup: 'F30-F39' }],
  emergencyNumbers: [{ de: 'Notruf', en: 'Emergency', phone: '112' }],
};

const insertPeople = `
  insert into person (id, region_id, organisation_id, family_name, given_name, birth_date, sex, is_invented)
  select gen_random_uuid(), $1, ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'Muster' || n, 'Ida', date '1950-01-01' + n % 20000, 'female', true
  from generate_series(1, $3::int) n`;

const insertReferrals = `
  insert into referral (id, region_id, person_id, referrer_organisation_id, recipient_organisation_id, service_id, state, reason, question, urgency,
    custodian, custodian_organisation_id, due_at, clock_started_at, target_days, created_by, closed_at)
  select gen_random_uuid(), $1, p.id, p.organisation_id, $2, $3, p.state, 'low_mood', 'Bitte um Abklärung und Empfehlung zur weiteren Behandlung.',
    (array['urgent', 'acute_treatment', 'soon', 'routine', 'routine', 'very_urgent'])[1 + p.n % 6], c.custodian,
    case c.holder when 'referrer' then p.organisation_id when 'recipient' then $2::uuid end,
    case when c.holder <> 'nobody' then now() + p.n * interval '1 minute' end, now() - p.n * interval '7 minutes', 28, $4,
    case when p.state = 'closed' then now() end
  from (select *, $5::text[] as states, (row_number() over (order by id))::int as n from person where organisation_id = any ($6)) q
    cross join lateral (select q.*, q.states[1 + q.n % cardinality(q.states)] as state) p
    join jsonb_to_recordset($7) as c (state text, custodian text, holder text) on c.state = p.state`;

const insertSteps = `
  insert into referral_step (id, referral_id, act, from_state, to_state, at, staff_id, organisation_id)
  select gen_random_uuid(), r.id, step.act, step.from_state, step.to_state, r.clock_started_at + step.n * interval '1 minute', r.created_by, r.referrer_organisation_id
  from referral r cross join (values (1, 'create', null, 'draft'), (2, 'submit', 'draft', 'requested'), (3, 'acknowledge', 'requested', 'received'),
    (4, 'start_triage', 'received', 'in_triage')) as step (n, act, from_state, to_state)
  where r.service_id = $1`;

const insertGrants = `
  insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, referral_id, valid_until)
  select gen_random_uuid(), person_id, recipient_organisation_id, referrer_organisation_id, 'leg', id, id, now() + interval '1 year' from referral
  where service_id = $1`;

/** What was released besides: every referral was sent on the strength of a release. */
const insertReleaseGrants = `
  insert into access_grant (id, person_id, organisation_id, granted_by_organisation_id, basis, basis_id, parts, valid_until)
  select gen_random_uuid(), person_id, recipient_organisation_id, referrer_organisation_id, 'release', gen_random_uuid(),
    array['identity', 'contact', 'diagnosis', 'medication'], now() + interval '1 year' from referral
  where service_id = $1`;

/** Fills an empty database: as many referrals from one practice to one clinic, and as many again between others of the same county. */
export const fillCounty = (ownerUrl: string, referrals: number): Promise<County> =>
  withClient(new URL(ownerUrl), (client) => withClient(new URL(ownerUrl), (second) => fill(client, second, referrals)));

/** Both halves at the same time: a million referrals take a while. */
async function fill(client: Client, second: Client, referrals: number): Promise<County> {
  const regionId = randomUUID();
  await client.query(`insert into region (id, key, name, settings) values ($1, '08336', 'Kreis', $2)`, [regionId, settings]);
  await client.query(`insert into municipality values ('08336081', $1, 'Musterdorf', '79650', 47.65, 7.82, 1000)`, [regionId]);
  const add = (kind: string) => addOrganisation(client, regionId, kind);
  const [practice, clinic, otherClinic] = [await add('practice'), await add('clinic'), await add('clinic')];
  const others: string[] = [];
  for (let count = 0; count < otherPractices; count++) others.push(await add('practice'));
  const gps = await addStaff(client, practice, ['referrer']);
  const intakes = await addStaff(client, clinic, ['intake', 'triager']);
  const serviceId = await addService(client, regionId, clinic);
  const otherServiceId = await addService(client, regionId, otherClinic);
  const between = async (through: Client, from: string[], to: string, service: string) => {
    await through.query(insertPeople, [regionId, from, referrals]);
    await through.query(insertReferrals, [regionId, to, service, gps.staffIds[0], states, from, custodians()]);
    for (const text of [insertSteps, insertGrants, insertReleaseGrants]) await through.query(text, [service]);
  };
  await Promise.all([between(client, [practice], clinic, serviceId), between(second, others, otherClinic, otherServiceId)]);
  // A large county takes longer to fill than somebody may sit idle.
  await client.query('update session set created_at = now(), last_seen_at = now()');
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ id: string; person: string }>(
    'select id, person_id as person from referral where referrer_organisation_id = $1 order by random() limit 2000',
    [practice],
  );
  return {
    gps: gps.tokens,
    intakes: intakes.tokens,
    referralIds: rows.map(({ id }) => id),
    personIds: rows.map(({ person }) => person),
    serviceId,
  };
}

/** Who has a referral in each state, from the life cycle. */
const custodians = (): string =>
  JSON.stringify(
    [...new Set(states)].map((state) => {
      const custodian = custodianOf[state];
      return { state, custodian, holder: custodian === 'nobody' ? 'nobody' : isWithReferrer(custodian) ? 'referrer' : 'recipient' };
    }),
  );

async function addOrganisation(client: Client, regionId: string, kind: string): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into organisation (id, region_id, name, kind, legal_regime, is_invented) values ($1, $2, $3, $4, 'gdpr', true)`,
    [id, regionId, `Haus ${id.slice(0, 8)}`, kind],
  );
  // In whose name reactions act; without it each of them fails and is tried again and again.
  await client.query(
    `insert into staff (id, organisation_id, email, display_name, roles, is_invented) values ($1, $2, $3, 'Lotse', '{system}', true)`,
    [randomUUID(), id, `system@${id}`],
  );
  return id;
}

async function addService(client: Client, regionId: string, organisationId: string): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into service (id, region_id, organisation_id, name, category, description_de, description_en, ags, capacity, accepts_referrals, confirmed_on, search_text)
     values ($1, $2, $3, 'Ambulanz', 'outpatient_clinic', 'Hilfe', 'Help', '08336081', 'waiting_list', true, current_date, 'ambulanz')`,
    [id, regionId, organisationId],
  );
  return id;
}

async function addStaff(client: Client, organisationId: string, roles: string[]): Promise<{ staffIds: string[]; tokens: string[] }> {
  const staffIds: string[] = [];
  const tokens: string[] = [];
  for (let count = 0; count < sessionsEach; count++) {
    const id = randomUUID();
    const token = randomBytes(32).toString('base64url');
    await client.query(
      'insert into staff (id, organisation_id, email, display_name, roles, is_invented) values ($1, $2, $3, $4, $5, true)',
      [id, organisationId, `${id}@example.org`, `Person ${count}`, roles],
    );
    await client.query(`insert into session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`, [
      randomUUID(),
      id,
      createHash('sha256').update(token).digest(),
    ]);
    staffIds.push(id);
    tokens.push(token);
  }
  return { staffIds, tokens };
}
