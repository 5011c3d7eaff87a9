import { join, resolve } from 'node:path';
import { daysAfter } from '@lotse/kernel';
import { declineOffer, offerSlot, readCandidates, readOffers, type SlotOffer } from '@lotse/waiting-list/model';
import { Client } from 'pg';
import { freePort } from '../../start/embedded-database';
import type { Given } from '../against-floor';
import { callerOf, type Call } from '../caller';
import { compare, percentile, type Line } from '../figure';
import { runToEnd, startServer } from '../processes';
import { putOnWaitingList } from '../lists/waiting-entries';
import { addSchedule, openSlotAt } from '../slots/open-slot';
import { startWorker } from '../walls/start-worker';

const built = resolve(import.meta.dirname, '..');
const declines = 60;
const blocks = 3;
const patience = 30_000;

type Offer = Pick<SlotOffer, 'id' | 'version' | 'slot'>;

/**
 * From the answer to somebody who declines, to the moment at which a colleague elsewhere is told by the stream and reads the next offer of
 * that slot: outbox, relay, queue, choosing who is next, offering, stream and a look at the list. Against one hop of a bare queue.
 */
export async function measureCascade(given: Given, ownerUrl: string): Promise<Line[]> {
  const { databaseUrl, county, say } = given;
  say(`P5 a slot that is declined ${declines} times`);
  const env = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '12', LOG_LEVEL: 'warn', RATE_LIMITS: '0' };
  const api = await startServer({ name: 'Lotse', script: join(built, 'api/main.mjs'), port: await freePort(), env });
  const worker = startWorker(join(built, 'worker/main.mjs'), env);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const clinic = callerOf(api.url, county.intakes[0]!);
  const times: number[] = [];
  const colleague = await listener(api.url, county.intakes[1]!);
  try {
    await putOnWaitingList(owner, county.serviceId, { waitlisted: declines + 10 });
    times.push(...(await declineAll(await firstOffer(owner, clinic, county.serviceId), clinic, colleague)));
  } finally {
    colleague.hangUp();
    await Promise.all([owner.end(), api.stop(), worker.stop()]);
  }
  // The worker has ended: it would take the bare queue's events as well.
  const queue = { DATABASE_URL: databaseUrl, BENCH_EVENTS: '100', BENCH_BURST: '10', BENCH_ROUNDS: '1' };
  const { idle } = await runToEnd<{ idle: { bare: { p95: number }[] } }>('The queue', join(built, 'bench/queue.mjs'), queue);
  const size = declines / blocks;
  const ours = Array.from({ length: blocks }, (_, block) => percentile(times.slice(block * size, (block + 1) * size), 0.95));
  const floor = idle.bare.slice(0, blocks).map(({ p95 }) => p95);
  return [compare({ figure: 'P5', name: 'slot declined -> next offer seen elsewhere, p95', unit: 'ms', ours, floor, note })];
}

/** Milliseconds from each answer to the next offer on a colleague's screen. */
async function declineAll(first: Offer, clinic: Call, colleague: Colleague): Promise<number[]> {
  const times: number[] = [];
  let offer = first;
  for (let count = 0; count < declines; count++) {
    const next = colleague.sees((offers) => offers.find(({ id, slot }) => slot.id === offer.slot.id && id !== offer.id));
    await clinic(declineOffer, { id: offer.id, body: { reason: 'time' }, version: offer.version });
    const began = performance.now();
    const seen = await next;
    times.push(seen.at - began);
    offer = seen.offer;
  }
  return times;
}

const note =
  'the last line has no target: it is a whole cascade, from one answer over HTTP to the next offer on another screen, against one bare hop.';

async function firstOffer(owner: Client, clinic: Call, serviceId: string): Promise<Offer> {
  const slot = await openSlotAt(clinic, await addSchedule(owner, serviceId), daysAfter(Date.now(), 20));
  const { candidates } = await clinic(readCandidates, { id: slot.id });
  return clinic(offerSlot, { id: slot.id, body: { entryId: candidates[0]!.id, cascade: true }, version: slot.version });
}

type Colleague = Awaited<ReturnType<typeof listener>>;

/** Somebody whose page is open: told by the stream, they read the running offers. */
async function listener(url: string, token: string) {
  const line = new AbortController();
  const call = callerOf(url, token);
  const told: (() => void)[] = [];
  const response = await fetch(`${url}/api/events`, { headers: { cookie: `lotse_session=${token}` }, signal: line.signal });
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream()))
      if (chunk.includes('data:')) told.splice(0).forEach((tell) => tell());
  };
  void read().catch(() => undefined);

  async function sees(isIt: (offers: Offer[]) => Offer | undefined): Promise<{ offer: Offer; at: number }> {
    const until = performance.now() + patience;
    for (;;) {
      const next = new Promise<void>((tell) => told.push(tell));
      const { items } = await call(readOffers, { query: { state: 'running', limit: '20' } });
      const offer = isIt(items);
      if (offer) return { offer, at: performance.now() };
      if (performance.now() > until) throw new Error(`No next offer within ${patience} ms.`);
      await Promise.race([next, new Promise((late) => setTimeout(late, 5_000))]);
    }
  }
  return { sees, hangUp: () => line.abort() };
}
