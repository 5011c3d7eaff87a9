import type { Settings } from '@lotse/server-kit/settings';
import type { Logger } from '@lotse/server-kit/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { createApi } from '../../apps/api/src/create-api';
import { asIfEarlier } from './as-if-earlier';
import { checkDemo } from './check-demo';
import { writeCounties } from './county/write-counties';
import { writeRankRules } from './county/write-rank-rules';
import { planDemo, type DemoPlan } from './histories/plan-demo';
import { parseRegionPackage } from './load-region';
import { loerrachPackage, waldshutPackage } from './regions/packages';
import { CalendarBesides } from './besides/calendar-besides';
import { BesidesHistories } from './besides/besides-histories';
import { OffersBesides } from './besides/offers-besides';
import { SlotsForTheCounty } from './besides/slots-for-the-county';
import { SlotThatFitsNobody } from './besides/slot-that-fits-nobody';
import { Caller } from './replay/caller';
import { Replay, seedKeys } from './replay/replay';
import { markBegun, markFinished, readRunMarks } from './run-marks';
import { undoAttempt } from './undo-attempt';

export interface SeedOptions {
  /** The owner's address: sets up the counties and moves histories into the past. Everything else is done by the application's role. */
  ownerUrl: string;
  settings: Settings;
  log: Logger;
  onProgress(done: number, total: number, what: string): void;
}

/**
 * Fills the two demo counties with invented people and what has become of them, through the acts themselves. Does nothing when it has
 * been done before; takes an interrupted attempt back and begins again. Runs before anything else opens.
 */
export async function seedDemo({ ownerUrl, settings, log, onProgress }: SeedOptions): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { begunAt, isFinished } = await readRunMarks(owner);
    if (isFinished) return;
    if (begunAt) await undoAttempt(owner, begunAt);
    const now = new Date();
    const regions = { loerrach: parseRegionPackage(loerrachPackage), waldshut: parseRegionPackage(waldshutPackage) };
    await writeCounties(owner, [regions.loerrach, regions.waldshut], now);
    await writeRankRules(owner, now);
    const plan = planDemo(regions, now);
    const begun = await markBegun(owner);
    const api = await createApi(quick(settings), log);
    try {
      await fill(owner, api, begun, plan, regions.loerrach.settings, onProgress);
    } finally {
      await api.close();
    }
    const { counts, violations } = await checkDemo(owner);
    for (const violation of violations) log.error({ violation }, 'the demo breaks a promise');
    log.info({ counts }, 'the demo counties are filled');
  } finally {
    await owner.end();
  }
}

/** The seed needs no client, and nothing is lost that matters when the machine fails in the middle: it would begin again. */
function quick(settings: Settings): Settings {
  const url = new URL(settings.DATABASE_URL);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return { ...settings, CLIENT_DIRECTORY: undefined, RATE_LIMITS: 0, DATABASE_URL: url.toString() };
}

async function fill(
  owner: Client,
  api: NestFastifyApplication,
  begunAt: string,
  plan: DemoPlan,
  settings: Parameters<typeof asIfEarlier>[0]['settings'],
  onProgress: SeedOptions['onProgress'],
): Promise<void> {
  const caller = new Caller(api);
  const replay = new Replay(caller);
  const total = plan.past.length + plan.today.length + plan.fresh.length + 1;
  let done = 0;
  const onDone = () => onProgress(++done, total, `${plan.people.length} invented people and their histories`);
  await replay.all(plan.past, onDone);
  await asIfEarlier({ owner, begunAt, deeds: plan.past, replay, settings });
  await replay.all(plan.today, onDone);
  await new BesidesHistories(caller, replay, plan, new Date()).run(owner);
  await new OffersBesides(caller, new Date()).run(owner);
  await new CalendarBesides(caller, new Date()).run(owner);
  await new SlotsForTheCounty(caller, new Date()).run(owner);
  const declineSlot = await new SlotThatFitsNobody(caller, new Date()).run();
  // Nobody is to be told about what the demo begins with, except about what follows.
  await owner.query(
    'update outbox_event set relayed_at = created_at, done_at = created_at where done_at is null and region_id in (select id from region where is_demo)',
  );
  await replay.all(plan.fresh, onDone);
  await declineSlot();
  await caller.signOutAll();
  await owner.query(`delete from stored_answer where key like $1`, [`${seedKeys}%`]);
  await markFinished(owner);
  onDone();
}
