import { join, resolve } from 'node:path';
import { Client, Pool } from 'pg';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { callerOf, type Call } from '../caller';
import { compare, type Line } from '../figure';
import { profiling, startServer } from '../processes';
import { addSchedule, openSlotAt } from './open-slot';

const built = resolve(import.meta.dirname, '..');
const slots = 1_000;
const clients = 50;
const hour = 3_600_000;

interface Waiting {
  id: string;
  version: number;
}

/** Where bookings go: answers whether this one was made, or somebody else was faster. */
type Book = (client: number, slotId: string, waiting: Waiting) => Promise<boolean>;

/** P7: a thousand free slots and fifty clients who book whichever they see, over HTTP; against the same locks and writes with nothing around them. */
export async function measureBooking(given: Given, ownerUrl: string): Promise<Line[]> {
  const { databaseUrl, county, options, say } = given;
  const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '12', LOG_LEVEL: 'warn', RATE_LIMITS: '0' };
  const api = await startServer({
    name: 'Lotse',
    script: join(built, 'api/main.mjs'),
    port: await freePort(),
    env,
    flags: profiling(options),
  });
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const clinic = callerOf(api.url, county.intakes[0]!);
  const bare = new Pool({ connectionString: databaseUrl.replace(/\/\/[^@]*@/, ownerUrl.match(/\/\/[^@]*@/)![0]), max: clients });
  try {
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < Math.min(options.rounds, 3); round++) {
      say(`P7 ${slots} slots, ${clients} clients, round ${round + 1}`);
      const waiting = await acceptedReferrals(owner, county.serviceId);
      const opened = await openSlots(clinic, await addSchedule(owner, county.serviceId));
      ours.push(slots / (await bookAll(opened, waiting, overHttp(api.url, county.intakes))));
      await expectAllBooked(owner, opened);
      floor.push(slots / (await bookAll(await bareSlots(owner), waiting, withoutAnything(bare))));
    }
    const note =
      `${clients} clients take any slot that they believe to be free, and the next when somebody was faster; each slot was booked exactly once and ` +
      'nothing answered 5xx, otherwise there is no figure. The floor locks, writes and commits in PostgreSQL from this process, as pgbench would.';
    return [
      compare({
        figure: 'P7',
        name: `${slots} slots booked by ${clients} clients`,
        unit: 'slots/s',
        ours,
        floor,
        goal: { is: 'at-least', target: 0.3 },
        note,
      }),
    ];
  } finally {
    await Promise.all([bare.end(), owner.end(), api.stop()]);
  }
}

/** Everybody takes slots until none is left. Answers the seconds. */
async function bookAll(all: readonly string[], waiting: readonly Waiting[], book: Book): Promise<number> {
  const free = [...all];
  const people = [...waiting];
  const began = performance.now();
  const client = async (index: number): Promise<void> => {
    let person = people.pop();
    while (free.length > 0 && person) {
      const slot = free[Math.floor(Math.random() * free.length)]!;
      const isMine = await book(index, slot, person);
      const at = free.indexOf(slot);
      if (at >= 0) free.splice(at, 1);
      if (isMine) person = people.pop();
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return (performance.now() - began) / 1_000;
}

const overHttp =
  (url: string, tokens: readonly string[]): Book =>
  async (client, slotId, { id, version }) => {
    const answer = await fetch(`${url}/api/referrals/${id}/book`, {
      method: 'POST',
      headers: {
        cookie: `lotse_session=${tokens[client % tokens.length]}`,
        'content-type': 'application/json',
        'if-match': `"${version}"`,
      },
      body: JSON.stringify({ slotId }),
    });
    const { code } = (await answer.json()) as { code?: string };
    if (answer.ok) return true;
    if (code === 'slot-gone') return false;
    throw new Error(`Booking answers ${answer.status} ${code}.`);
  };

const withoutAnything =
  (pool: Pool): Book =>
  async (_, slotId, { id }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ state: string }>({
        name: 'slot',
        text: 'select state from bench_slot where id = $1 for update',
        values: [slotId],
      });
      await client.query({ name: 'referral', text: 'select state from bench_referral where id = $1 for update', values: [id] });
      const isFree = rows[0]!.state === 'open';
      if (isFree) {
        await client.query({
          name: 'take',
          text: `update bench_slot set state = 'taken', holder_id = $2 where id = $1`,
          values: [slotId, id],
        });
        await client.query({
          name: 'move',
          text: `update bench_referral set state = 'booked', version = version + 1 where id = $1`,
          values: [id],
        });
        await client.query({
          name: 'book',
          text: `insert into bench_booking (slot_id, referral_id) values ($1, $2)`,
          values: [slotId, id],
        });
      }
      await client.query('commit');
      return isFree;
    } finally {
      client.release();
    }
  };

async function acceptedReferrals(owner: Client, serviceId: string): Promise<Waiting[]> {
  const { rows } = await owner.query<Waiting>(
    `update referral set state = 'accepted' where id in (select id from referral where service_id = $1 and state in ('accepted', 'waitlisted', 'in_triage')
       limit $2) returning id, version`,
    [serviceId, slots + clients],
  );
  if (rows.length < slots + clients) throw new Error('The county has too few referrals for P7: give --referrals 4000 or more.');
  return rows;
}

async function openSlots(clinic: Call, scheduleId: string): Promise<string[]> {
  const opened: string[] = [];
  const first = Math.ceil(Date.now() / hour) * hour + 24 * hour;
  for (let from = 0; from < slots; from += 10) {
    const batch = Array.from({ length: 10 }, (_, index) => openSlotAt(clinic, scheduleId, new Date(first + (from + index) * hour)));
    opened.push(...(await Promise.all(batch)).map(({ id }) => id));
  }
  return opened;
}

async function bareSlots(owner: Client): Promise<string[]> {
  await owner.query(`drop table if exists bench_slot, bench_referral, bench_booking`);
  await owner.query(
    `create table bench_slot (id uuid primary key default gen_random_uuid(), state text not null default 'open', holder_id uuid)`,
  );
  await owner.query(`create table bench_referral as select id, state, version from referral`);
  await owner.query(`alter table bench_referral add primary key (id)`);
  await owner.query(`create table bench_booking (slot_id uuid not null unique, referral_id uuid not null unique)`);
  const { rows } = await owner.query<{ id: string }>(`insert into bench_slot select from generate_series(1, $1) returning id`, [slots]);
  return rows.map(({ id }) => id);
}

async function expectAllBooked(owner: Client, opened: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ bookings: number; slots: number; people: number }>(
    `select count(*)::int as bookings, count(distinct slot_id)::int as slots, count(distinct referral_id)::int as people
     from appointment where slot_id = any ($1) and cancelled_at is null`,
    [opened],
  );
  const { bookings, slots: distinct, people } = rows[0]!;
  if (bookings !== slots || distinct !== slots || people !== slots) {
    throw new Error(`${slots} slots have ${bookings} bookings, of ${distinct} slots and ${people} people.`);
  }
}
