import type { ReferralState } from '@lotse/referral/model';
import { offerModes, type OfferMode } from '@lotse/waiting-list/model';
import { lifeActs, type Act } from './life-paths';
import { lifeStory, type LifeStory, type Living } from './life-story';

/** Numbers that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Ends that nothing leads out of; a history goes on with a new referral. */
const ends: readonly Act[] = ['discard', 'withdraw', 'confirm_cancel', 'mark_error', 'record_death'];
const actsInHistory = 200;
const actsOnList: readonly Act[] = ['offer', 'end_offer', 'accept_offer', 'cancel_appointment', 'back_to_list', 'suspend', 'resume'];

/** Ages everything by some days, as if nobody had touched it: the database's own clock cannot be set. */
const age = `
  alter table referral disable trigger referral_keeps_clock;
  update referral set updated_at = updated_at - interval '400 days', due_at = due_at - interval '400 days',
    clock_started_at = clock_started_at - interval '400 days', leg_started_at = leg_started_at - interval '400 days',
    suspended_until = suspended_until - 400, closed_at = closed_at - interval '400 days';
  update referral_step set at = at - interval '20 days';
  update referral_deadline set starts_on = starts_on - 400, due_on = due_on - 400;
  update task set due_at = due_at - interval '400 days', snoozed_until = null;
  alter table referral enable trigger referral_keeps_clock;`;

describe('random histories', () => {
  let story: LifeStory;

  beforeAll(async () => {
    story = await lifeStory();
  });
  afterAll(() => story.server.stop());

  const standing = async ({ id }: Living) => {
    const [row] = await story.database.query<{ clock: string | null; custodians: number; recipient: boolean }>(
      `select clock_started_at::text as clock, (custodian <> 'nobody')::int as custodians from referral where id = $1`,
      [id],
    );
    return row!;
  };

  const isWaiting = async ({ id }: Living): Promise<boolean> =>
    (await story.database.query(`select id from waiting_list_entry where referral_id = $1 and state = 'waiting'`, [id])).length > 0;

  /** Whoever is on the list is offered a slot alone or with others; every other act is of one person. */
  async function modeFor(living: Living, act: Act, random: () => number): Promise<OfferMode> {
    const drawn = offerModes[Math.floor(random() * offerModes.length)]!;
    return act === 'offer' && (await isWaiting(living)) ? drawn : 'sequential';
  }

  /** One act that is offered to somebody, chosen by number; ends are chosen rarely, or no history would be long. */
  async function next(living: Living, random: () => number, among: readonly Act[]): Promise<[Act, 'practice' | 'clinic'] | undefined> {
    const offered: [Act, 'practice' | 'clinic'][] = [];
    for (const side of ['practice', 'clinic'] as const) {
      const told = await story.acts(living, side).catch(() => new Map<string, { allowed: boolean }>());
      for (const act of among) if (told.get(act)?.allowed && (!ends.includes(act) || random() < 0.02)) offered.push([act, side]);
    }
    return offered[Math.floor(random() * offered.length)];
  }

  it.each([
    { seed: 1, steps: actsInHistory, begins: 'draft', among: lifeActs, ways: 1 },
    // Around the list alone, so that slots are offered in every mode.
    { seed: 2, steps: 60, begins: 'waitlisted', among: actsOnList, ways: 3 },
  ] as const)(
    'history $seed from $begins: nothing is lost, one custodian, one clock (promises 1, 2, 3)',
    async ({ seed, steps, begins, among, ways }) => {
      const random = numbersFrom(seed);
      const seen = new Set<ReferralState>();
      const modes = new Set<string>();
      // Others who wait are asked together with whoever the history is about.
      for (let others = 0; others < 4; others++) await story.in('waitlisted');
      let living = await story.in(begins);
      let clock: string | null = null;
      for (let step = 0; step < steps; step++) {
        const chosen = await next(living, random, among);
        if (!chosen) {
          [living, clock] = [await story.in(begins), null];
          continue;
        }
        const mode = await modeFor(living, chosen[0], random);
        if (chosen[0] === 'offer') modes.add(mode);
        const done = mode === 'sequential' ? await story.does(living, ...chosen) : await story.offersInRound(living, mode);
        expect([chosen[0], done.code]).toEqual([chosen[0], undefined]);
        seen.add(done.state!);
        const now = await standing(living);
        if (clock !== null) expect(now.clock).toBe(clock);
        clock = now.clock;
        if (step % 20 === 0) expect(await story.orphans()).toEqual([]);
      }
      expect(await story.orphans()).toEqual([]);
      expect(seen.size).toBeGreaterThan(ways === 1 ? 9 : 2);
      expect(modes.size).toBeGreaterThanOrEqual(ways);
    },
    120_000,
  );

  it('what no longer covers somebody shows nobody anything (promise 7)', async () => {
    const living = await story.in('waitlisted');
    await story.database.query(`update access_grant set valid_until = now() where referral_id = $1`, [living.id]);
    await expect(story.look(living, 'clinic')).rejects.toThrow('404');
    expect((await story.does(living, 'suspend', 'clinic')).status).toBe(404);
    await story.database.query(`update access_grant set valid_until = null where referral_id = $1`, [living.id]);
  });

  it('after 400 days with the sweeps running nothing has vanished and nothing is orphaned', async () => {
    for (const state of ['draft', 'suspended', 'returned', 'outcome_sent', 'waitlisted', 'in_triage'] as const) await story.in(state);
    const states = `select id, state from referral order by id`;
    const before = await story.database.query(states);
    await story.database.query(age);
    const sweep = () => story.server.database.asSystem((transaction) => transaction.rows('sweep', 'select open_referral_tasks()'));
    await sweep();
    await sweep();
    expect(await story.database.query(states)).toEqual(before);
    expect(await story.orphans()).toEqual([]);
    const opened = await story.database.query<{ kind: string }>(`select distinct kind from task where ended_at is null order by kind`);
    expect(opened.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['draft_forgotten', 'outcome_to_chase', 'suspension_to_review', 'way_forward_check']),
    );
    const twice = await story.database.query(`select key from task group by key having count(*) > 1`);
    expect(twice).toEqual([]);
  });
});
