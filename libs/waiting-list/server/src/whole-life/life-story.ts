import { openSlot } from '@lotse/calendar/model';
import { CalendarModule } from '@lotse/calendar/server';
import { ChronicleModule } from '@lotse/chronicle/server';
import { DirectoryModule } from '@lotse/directory/server';
import { IdentityModule } from '@lotse/identity/server';
import { PeopleModule } from '@lotse/people/server';
import { readReferral, readReferralActs, type Referral, type ReferralState } from '@lotse/referral/model';
import { ReferralModule } from '@lotse/referral/server';
import { RegionModule } from '@lotse/region/server';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type Caller,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { TaskModule } from '@lotse/task/server';
import { offerSlot } from '@lotse/waiting-list/model';
import { WaitingListModule } from '../waiting-list.module';
import { drafting, type Living } from './drafting';
import { contracts, pathTo, sideThatDoes, type Act } from './life-paths';
import { orphans } from './orphans';

const modules = [
  IdentityModule,
  ChronicleModule,
  RegionModule,
  TaskModule,
  DirectoryModule,
  PeopleModule,
  ReferralModule,
  CalendarModule,
  WaitingListModule,
];
const minute = 60_000;
const hour = 60 * minute;
export type Side = 'practice' | 'clinic';

/** What an act came to: where the referral is, or why not. */
export interface Done {
  status: number;
  state?: ReferralState;
  code?: string;
}

/** A county in which referrals live their whole life, with people on both sides who may do everything of their side. */
export interface LifeStory {
  database: TestDatabase;
  county: TestCounty;
  server: TestServer;
  draft(): Promise<Living>;
  /** A referral in a state, on the shortest way there. */
  in(state: ReferralState): Promise<Living>;
  does(living: Living, act: Act, side?: Side, body?: object): Promise<Done>;
  /** The same as the act `offer`, to a few at once: to this person and to whoever is next. */
  offersInRound(living: Living, mode: 'parallel' | 'broadcast'): Promise<Done>;
  acts(living: Living, side: Side): Promise<Map<string, { allowed: boolean; code?: string }>>;
  look(living: Living, side: Side): Promise<Referral>;
  /** What has to be true before an act: the appointment has begun, three reminders were sent. */
  prepare(living: Living, act: Act): Promise<void>;
  orphans(): Promise<{ why: string }[]>;
}

/** The appointment lies in the past, as if the time had come. */
const letBegin = `
  with gone as (update slot set during = tstzrange(lower(during) - interval '2 years', upper(during) - interval '2 years')
    where id in (select slot_id from appointment where referral_id = $1 and cancelled_at is null) returning lower(during) as at)
  update referral set appointment_starts_at = (select max(at) from gone) where id = $1`;

/** The risk has been looked at, as if somebody had done so. */
const reviewed = `
  with done as (update risk_review set dropped_at = now(), dropped_because = 'was_cancelled'
    where referral_id = $1 and recorded_at is null and dropped_at is null returning referral_id)
  update referral set risk_review_open = false where id in (select referral_id from done)`;

const preparing =
  (database: TestDatabase) =>
  async ({ id }: Living, act: Act): Promise<void> => {
    if (act === 'no_show') await database.query(letBegin, [id]);
    if (act === 'close_unacknowledged')
      await database.query(`update referral set outcome_chasers = 3, due_at = now() - interval '1 hour' where id = $1`, [id]);
    if (['hand_back', 'back_to_list', 'send_outcome', 'redirect', 'confirm_cancel'].includes(act)) await database.query(reviewed, [id]);
  };

/** Offers a slot that begins so soon that several may be asked at once. */
function offeringInRounds(database: TestDatabase, county: TestCounty, clinic: Caller): LifeStory['offersInRound'] {
  let rounds = 0;
  return async (living, mode) => {
    const startsAt = new Date(Date.now() + 3 * hour + rounds++ * 15 * minute).toISOString();
    const slot = await clinic.get(openSlot, { body: { scheduleId: county.schedule, startsAt, minutes: 15, mode: 'on_site' } });
    const [entry] = await database.query<{ id: string }>('select id from waiting_list_entry where referral_id = $1', [living.id]);
    const { status, problem } = await clinic.call(offerSlot, {
      params: { id: slot.id },
      version: slot.version,
      body: { entryId: entry!.id, mode, outOfTurnReason: 'Für diese Probe' },
    });
    const { state, version } = await clinic.get(readReferral, { params: { id: living.id } });
    living.version = version;
    return status >= 300 ? { status, code: problem.code } : { status, state };
  };
}

export async function lifeStory(): Promise<LifeStory> {
  const database = await testDatabase();
  const county = await testCounty(database);
  const server = await startTestServer(database, modules);
  const callers: Record<Side, Caller> = {
    practice: server.as(await addStaff(database, county.practice, ['referrer', 'referrer_admin', 'social_worker'])),
    clinic: server.as(await addStaff(database, county.clinic, ['intake', 'triager', 'clinician', 'service_manager', 'social_worker'])),
  };
  const draft = drafting(county, callers.practice);
  const prepare = preparing(database);
  let slots = 0;

  const opensSlot = async (): Promise<string> => {
    const startsAt = new Date(Date.now() + (100 + slots++) * hour).toISOString();
    const slot = await callers.clinic.get(openSlot, { body: { scheduleId: county.schedule, startsAt, minutes: 50, mode: 'on_site' } });
    return slot.id;
  };

  async function bodyOf(act: Act): Promise<object> {
    const { body = {}, needsSlot } = contracts[act];
    if (act === 'redirect') return { ...body, serviceId: county.otherService };
    return needsSlot ? { ...body, slotId: await opensSlot() } : body;
  }

  async function does(living: Living, act: Act, side = sideThatDoes(act), body?: object): Promise<Done> {
    const given = { params: { id: living.id }, version: living.version, body: { ...(await bodyOf(act)), ...body } };
    const { status, answer, problem } = await callers[side].call(contracts[act].contract, given);
    if (status >= 300) return { status, code: problem.code };
    const moved = answer as { state: ReferralState; version: number };
    living.version = moved.version;
    return { status, state: moved.state };
  }

  async function inState(state: ReferralState): Promise<Living> {
    const living = await draft();
    for (const act of pathTo[state]) {
      await prepare(living, act);
      const { code } = await does(living, act);
      if (code) throw new Error(`${act} on the way to ${state}: ${code}`);
    }
    return living;
  }

  return {
    database,
    county,
    server,
    draft,
    in: inState,
    does,
    offersInRound: offeringInRounds(database, county, callers.clinic),
    prepare,
    look: ({ id }, side) => callers[side].get(readReferral, { params: { id } }),
    acts: async ({ id }, side) => {
      const { items } = await callers[side].get(readReferralActs, { params: { id } });
      return new Map(items.map(({ act, allowed, problem }) => [act, { allowed, code: problem?.code }]));
    },
    orphans: () => database.query<{ why: string }>(orphans),
  };
}
