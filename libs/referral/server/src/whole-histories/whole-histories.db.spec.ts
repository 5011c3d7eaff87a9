import { jest } from '@jest/globals';
import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { instantAt, millisecondsPerDay, type Endpoint } from '@lotse/kernel';
import { createPerson, recordRelease } from '@lotse/people/model';
import { PeopleModule } from '@lotse/people/server';
import {
  acceptReferral,
  acknowledgeOutcome,
  acknowledgeReferral,
  createReferral,
  declineReferral,
  handBack,
  proceedWithoutInfo,
  provideInfo,
  readReferral,
  redirectReferral,
  reopenReferral,
  requestInfo,
  resendReferral,
  sendOutcome,
  setDeadline,
  startTriage,
  submitReferral,
  type Referral,
} from '@lotse/referral/model';
import { runningTime } from '@lotse/region/model';
import { RegionModule } from '@lotse/region/server';
import {
  addStaff,
  birthDates,
  startTestServer,
  testCounty,
  testDatabase,
  testRegionSettings,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { ReferralModule } from '../referral.module';
import { histories, type Act, type History } from './histories.data';

const modules = [IdentityModule, ChronicleModule, RegionModule, DirectoryModule, PeopleModule, ReferralModule];

/** Everything but the calendar goes on as usual. */
const asUsual = [
  'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback',
  'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout',
] as const; // prettier-ignore

/** What `now()` is to the application: a table says it. The functions of the database itself come after it in the search path. */
const ownTime = `
  create schema histories;
  create table histories.clock (at timestamptz not null);
  insert into histories.clock values (now());
  create function histories.now() returns timestamptz language sql stable as 'select at from histories.clock';
  grant usage on schema histories to lotse_app;
  grant select on histories.clock to lotse_app;
  alter table access_grant alter column valid_from set default '2000-01-01'`;

const [minute, hour, day] = [60_000, 3_600_000, millisecondsPerDay];

const at = (wall: string): Date => instantAt(wall.slice(0, 10), wall.slice(11));

function lengthOf(milliseconds: number): string {
  const whole = Math.round(milliseconds / minute) * minute;
  const [days, hours] = [Math.floor(whole / day), (whole % day) / hour];
  return `${days} d${hours ? ` ${hours} h` : ''}`;
}

interface Place {
  county: TestCounty;
  practice: Caller;
  clinic: Caller;
  /** Whoever is handed to. */
  next: Caller;
}

describe('whole histories, on the days on which they happen', () => {
  let database: TestDatabase;
  let server: TestServer;
  const places = new Map<string, Place>();
  const bornOn = birthDates();

  beforeAll(async () => {
    database = await testDatabase();
    await database.query(ownTime);
    const url = new URL(database.url);
    url.searchParams.set('options', '-c search_path=histories,public,pg_catalog');
    server = await startTestServer({ ...database, url: url.toString() }, modules);
    jest.useFakeTimers({ doNotFake: [...asUsual] });
  });
  afterAll(async () => {
    jest.useRealTimers();
    await server.stop();
  });

  async function itIs(wall: string): Promise<void> {
    jest.setSystemTime(at(wall));
    await database.query('update histories.clock set at = $1', [at(wall)]);
  }

  /** A county of its own for each way of counting days. */
  async function placeOf({ land = 'DE-BW', withoutSaturdays = false }: History): Promise<Place> {
    const key = `${land} ${withoutSaturdays}`;
    const known = places.get(key);
    if (known) return known;
    const county = await testCounty(database, String(8336 + places.size).padStart(5, '0'));
    const settings = { ...testRegionSettings, land, saturdayCounts: !withoutSaturdays };
    await database.query('update region set settings = $2 where id = $1', [county.regionId, settings]);
    const whole = await addStaff(database, county.clinic, ['intake', 'triager', 'clinician', 'service_manager']);
    const place = { county, practice: server.as(county.gp), clinic: server.as(whole), next: server.as(county.otherIntake) };
    places.set(key, place);
    return place;
  }

  /** Each act as those do it whose turn it is. */
  const actsIn = ({ county, practice, clinic }: Place): Readonly<Record<Act, (day: string) => readonly [Caller, Endpoint, object]>> => ({
    confirm: () => [clinic, acknowledgeReferral, {}],
    look: () => [clinic, startTriage, {}],
    ask: (dueOn) => [clinic, requestInfo, { question: 'Seit wann?', dueOn }],
    answer: () => [practice, provideInfo, { answer: 'Seit Mai.' }],
    'go on without': () => [clinic, proceedWithoutInfo, { reason: 'Es soll nicht länger warten.' }],
    'hand on': () => [
      clinic,
      redirectReferral,
      { serviceId: county.otherService, reason: 'more_appropriate_service', note: 'Dort ist Platz.' },
    ],
    decline: () => [clinic, declineReferral, { reason: 'no_capacity', wayForward: 'In vier Wochen noch einmal fragen.' }],
    'send again': () => [practice, resendReferral, {}],
    accept: () => [clinic, acceptReferral, {}],
    'hand back': () => [clinic, handBack, { reason: 'no_capacity', wayForward: 'In vier Wochen noch einmal fragen.' }],
    report: () => [clinic, sendOutcome, { outcome: 'helped', report: 'Sechs Gespräche.' }],
    read: () => [practice, acknowledgeOutcome, { disposition: 'nothing_further' }],
    'open again': () => [practice, reopenReferral, { reason: 'Es geht doch weiter.' }],
    discharge: (startsOn) => [clinic, setDeadline, { code: 'follow_up_after_discharge', startsOn }],
    application: (startsOn) => [clinic, setDeadline, { code: 'responsibility_check', startsOn }],
    'first contact': (startsOn) => [clinic, setDeadline, { code: 'network_first_contact', startsOn }],
  });

  async function lives(history: History): Promise<Referral> {
    const { sent, urgency, then, seen } = history;
    const place = await placeOf(history);
    const { county, practice, clinic, next } = place;
    const acts = actsIn(place);
    await itIs(sent);
    const { id: personId } = await practice.get(createPerson, { body: { familyName: 'Muster', givenName: 'Ida', birthDate: bornOn() } });
    for (const recipientOrganisationId of [county.clinic, county.otherClinic])
      await practice.get(recordRelease, { params: { id: personId }, body: { ...terms, recipientOrganisationId } });
    const body = { personId, serviceId: county.service, reason: 'low_mood', question: 'Bitte um Abklärung', urgency };
    const { id } = await practice.get(createReferral, { body });
    let { version } = await practice.get(submitReferral, { params: { id }, version: 1 });
    for (const [wall, act, named = ''] of then) {
      await itIs(wall);
      const [by, contract, given] = acts[act](named);
      version = ((await by.get(contract, { params: { id }, version, body: { ...given } })) as { version: number }).version;
    }
    await itIs(seen);
    const by = then.some(([, act]) => act === 'hand on') ? next : clinic;
    return by.get(readReferral, { params: { id } });
  }

  it.each(histories.map((history) => [history.story, history] as const))('%s', async (_, history) => {
    const { sentAt, serviceClock, custody, deadlines } = await lives(history);
    const now = at(history.seen);
    const turn = {
      startedAt: new Date(serviceClock!.startedAt),
      pausedSeconds: serviceClock!.pausedSeconds,
      pausedSince: serviceClock!.pausedSince === null ? null : new Date(serviceClock!.pausedSince),
    };
    expect([lengthOf(now.getTime() - Date.parse(sentAt!)), lengthOf(runningTime(turn, now))]).toEqual([history.total, history.here]);
    if (history.due) expect(new Date(custody.dueAt!)).toEqual(at(history.due));
    const ends = Object.fromEntries(deadlines.map(({ code, dueOn }) => [code, dueOn]));
    expect(ends).toEqual(history.deadlines ?? {});
  });
});

const terms = {
  purpose: 'Abklärung und Behandlung',
  dataParts: ['identity' as const, 'diagnosis' as const],
  coversHealthData: true as const,
  form: 'written' as const,
  givenOn: '2025-01-02',
  validUntil: '2099-12-31',
};
