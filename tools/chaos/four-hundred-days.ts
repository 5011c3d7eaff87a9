import { setTimeout as pause } from 'node:timers/promises';
import type { ReferralState } from '@lotse/referral/model';
import type { StartedProcess } from '../../apps/client-e2e/src/setup/started-process';
import { DaysThatPass } from './days-pass';
import { EveryState } from './every-state';
import { findings, settled } from './findings';
import type { Given, Outcome, Scenario } from './scenario';

const wholeTime = 400;
/** How many days pass at once: one in the whole form, more in a short one. A release that ends is seen two weeks before. */
const strides = [1, 2, 5, 10, 20];
const leastSteps = 20;
/** So many days from the beginning a release ends that nobody renews. */
const releaseEnds = 110;
const sweptWithin = 60_000;

const rounds = 3;
/** The sweeps that look at the time; each has to come round after the days have passed. */
const sweeps = [
  'attachments',
  'escalate-tasks',
  'expire-offers',
  'keep-series-ahead',
  'list-rounds',
  'referral-tasks',
  'remind-of-advice',
  'remind-of-questions',
  'retention',
  'run-imports',
  'run-out-releases',
];

/** A worker whose intervals are short: what comes round once an hour comes round ten times a second. */
const inAHurry = `const usual = globalThis.setInterval;
  globalThis.setInterval = (work, every, ...rest) => usual(work, Math.min(every ?? 0, 100), ...rest);`;
const hurried = { LOG_LEVEL: 'debug', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(inAHurry)}` };

/** R16: four hundred days pass while the workers run and nobody else does anything. Time makes work; it ends, hides and deletes nothing. */
export const fourHundredDays: Scenario = {
  figure: 'R16',
  name: `${wholeTime} days pass, and nobody does anything but the worker`,
  weight: 3,
  run: async (given: Given): Promise<Outcome> => {
    const { lotse, say, size } = given;
    const time = new DaysThatPass(lotse.owner);
    const begun = await everybody(given, time);
    await hurry(lotse);
    const before = await stepsOf(lotse.owner);
    const deleted = await deletions(lotse.owner);
    const steps = size(wholeTime, leastSteps);
    const stride = strides.find((days) => wholeTime / days <= steps) ?? strides.at(-1)!;
    say(`${begun.size} referrals, ${wholeTime} days in steps of ${stride}`);
    const anomalies: string[] = [];
    for (let day = 0; day < wholeTime && anomalies.length === 0; day += stride) {
      await time.pass(stride);
      anomalies.push(...(await quiet(lotse.workers)), ...(await settled(lotse.owner)));
      anomalies.push(...(await findings(lotse)).map((found) => `after ${day + stride} days: ${found}`));
    }
    anomalies.push(...(await changed(lotse.owner, before)), ...(await missing(lotse.owner, begun)));
    anomalies.push(...(await vanished(lotse.owner, deleted)), ...sweepsThatFailed(lotse.workers));
    const tasks = await countsOf(lotse.owner, 'select kind as what, count(*)::int as count from task group by kind');
    return { operations: begun.size, faults: wholeTime / stride, answers: tasks, anomalies };
  },
};

type Owner = Given['lotse']['owner'];

/** A referral in every state, one whose appointment was missed, and one whose release ends on the way. */
async function everybody(given: Given, time: DaysThatPass): Promise<Map<ReferralState | 'release', string>> {
  given.say('a referral comes to be in every state');
  const life = await EveryState.with(given);
  const booked = await life.in('booked');
  await time.pass(12);
  const begun = new Map<ReferralState | 'release', string>([['dna_review', (await life.does('no_show', booked)).id]]);
  for (const [state, id] of await life.all()) begun.set(state, id);
  const { id } = await life.in('waitlisted');
  await given.lotse.owner.query(
    `with ending as (update release set valid_until = current_date + $2::integer from referral r where r.id = $1 and release.person_id = r.person_id)
     update access_grant set valid_until = (current_date + $2::integer + 1)::timestamp at time zone 'Europe/Berlin' where person_id = (select person_id from referral where id = $1)`,
    [id, releaseEnds],
  );
  return begun.set('release', id);
}

async function hurry(lotse: Given['lotse']): Promise<void> {
  for (const [index, worker] of lotse.workers.entries()) {
    await worker.stop(10_000);
    lotse.workers[index] = await lotse.startWorker(hurried);
  }
}

/** Waits until every sweep of every worker has come round since the days have passed; the first word of it may be of the time before. */
async function quiet(workers: readonly StartedProcess[]): Promise<string[]> {
  const offsets = workers.map((worker) => worker.said().length);
  const until = Date.now() + sweptWithin;
  for (;;) {
    const missing = workers.flatMap((worker, index) => notYetRound(worker.said().slice(offsets[index])));
    if (missing.length === 0) return [];
    if (Date.now() > until) return [`these did not come round in ${sweptWithin / 1000} s: ${missing.join(', ')}`];
    await pause(20);
  }
}

function notYetRound(said: string): string[] {
  const lines = said.split('\n').filter((line) => line.includes('"swept"'));
  return sweeps.filter((sweep) => lines.filter((line) => line.includes(`"sweep":"${sweep}"`)).length < rounds);
}

const sweepsThatFailed = (workers: readonly StartedProcess[]): string[] => {
  const failed = workers.flatMap((worker) =>
    worker
      .said()
      .split('\n')
      .filter((line) => line.includes('sweep will try again')),
  );
  return failed.length > 0 ? [`${failed.length} times a sweep failed, at first: ${failed[0]!.slice(0, 300)}`] : [];
};

interface Step {
  id: string;
  referral: string;
  act: string;
}

const stepsOf = async (owner: Owner): Promise<Step[]> =>
  (await owner.query<Step>('select id, referral_id as referral, act from referral_step')).rows;

/** What time may do with a referral: a hold ends, the slot goes to the next person, a release runs out. */
const byTime = ['offer', 'end_offer', 'release_ran_out'];

/** Referrals that are gone, and steps that nobody took. */
async function changed(owner: Owner, before: readonly Step[]): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select id from referral');
  const there = new Set(rows.map(({ id }) => id));
  const gone = new Set(before.map(({ referral }) => referral).filter((id) => !there.has(id)));
  const known = new Set(before.map(({ id }) => id));
  const unasked = (await stepsOf(owner)).filter(({ id, act }) => !known.has(id) && !byTime.includes(act));
  return [...[...gone].map((id) => `${id} is gone`), ...unasked.map(({ referral, act }) => `${referral}: ${act}, and nobody did it`)];
}

/** The work that time has to make of somebody who is forgotten. */
const work: readonly [ReferralState | 'release', kind: string][] = [
  ['draft', 'draft_forgotten'],
  ['suspended', 'suspension_to_review'],
  ['returned', 'way_forward_check'],
  ['outcome_sent', 'outcome_to_chase'],
  ['release', 'release_ends'],
];

async function missing(owner: Owner, begun: ReadonlyMap<ReferralState | 'release', string>): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; kind: string; count: number }>(
    'select subject_id as id, kind, count(*)::int as count from task where ended_at is null group by 1, 2',
  );
  const missed = work.filter(([whose, kind]) => !rows.some((row) => row.id === begun.get(whose) && row.kind === kind));
  const twice = rows.filter(({ count, kind }) => count > 1 && kind !== 'task_overdue');
  const { rows: idle } = await owner.query<{ id: string; state: string }>(
    `select id, state from referral where state not in ('closed', 'withdrawn', 'entered_in_error') and due_at > now()`,
  );
  return [
    ...missed.map(([whose, kind]) => `of the one in ${whose} there is no task ${kind}`),
    ...twice.map(({ id, kind, count }) => `${count} tasks ${kind} about ${id} are open`),
    ...idle.map(({ id, state }) => `${id} (${state}) is due only in the future`),
  ];
}

/** What may be forgotten after a while, because it says what the rest says. */
const forgotten = ['event_reaction', 'outbox_event', 'session', 'stored_answer'];

const deletions = (owner: Owner): Promise<Record<string, number>> =>
  countsOf(owner, `select relname as what, n_tup_del::int as count from pg_stat_user_tables where schemaname = 'public' and n_tup_del > 0`);

async function vanished(owner: Owner, before: Readonly<Record<string, number>>): Promise<string[]> {
  const now = await deletions(owner);
  return Object.entries(now)
    .filter(([table, count]) => count > (before[table] ?? 0) && !forgotten.includes(table))
    .map(([table, count]) => `${count - (before[table] ?? 0)} rows of ${table} were deleted`);
}

async function countsOf(owner: Owner, statement: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ what: string; count: number }>(statement);
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}
