import type { ReferralState } from '@lotse/referral/model';
import { offerModes, type OfferMode } from '@lotse/waiting-list/model';
import type { Living } from './drafting';
import { lifeActs, type Act } from './life-paths';
import { lifeStory, type LifeStory } from './life-story';
import { WhoSeesWhat } from './who-sees-what';

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
/** How often, beside the acts, a person takes back what they released, or releases it again. */
const turns = 0.08;
const actsOnList: readonly Act[] = ['offer', 'end_offer', 'accept_offer', 'cancel_appointment', 'back_to_list', 'suspend', 'resume'];

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

  /** Does what was chosen. It succeeds, unless it sends the referral to somebody to whom nothing is released any more. */
  async function act(living: Living, chosen: [Act, 'practice' | 'clinic'], eyes: WhoSeesWhat, random: () => number) {
    const mode = await modeFor(living, chosen[0], random);
    const isRefused = await eyes.sendsUnreleased(chosen[0], living);
    const done = mode === 'sequential' ? await story.does(living, ...chosen) : await story.offersInRound(living, mode);
    expect([chosen[0], done.code]).toEqual([chosen[0], isRefused ? expect.stringMatching(/^release-/) : undefined]);
    return { mode, done, isRefused };
  }

  /** A person thinks again: what was released to one of the clinics is taken back, or released anew. */
  async function thinksAgain(living: Living, eyes: WhoSeesWhat, random: () => number): Promise<void> {
    if (random() >= turns) return;
    const { clinic, otherClinic } = story.county;
    await eyes.turns(living, random() < 0.6 ? clinic : otherClinic, random);
  }

  it.each([
    { seed: 1, steps: actsInHistory, begins: 'draft', among: lifeActs, ways: 1 },
    // Around the list alone, so that slots are offered in every mode.
    { seed: 2, steps: 60, begins: 'waitlisted', among: actsOnList, ways: 3 },
  ] as const)(
    'history $seed from $begins: nothing is lost, one custodian, one clock, nobody sees what was not released (promises 1, 2, 3, 7)',
    async ({ seed, steps, begins, among, ways }) => {
      const random = numbersFrom(seed);
      const eyes = new WhoSeesWhat(story);
      const seen = new Set<ReferralState>();
      const modes = new Set<string>();
      // Others who wait are asked together with whoever the history is about.
      for (let others = 0; others < 4; others++) await story.in('waitlisted');
      const anew = async (): Promise<[Living, null]> => {
        const one = await story.in(begins);
        await eyes.sent(one);
        return [one, null];
      };
      let [living, clock]: [Living, string | null] = await anew();
      for (let step = 0; step < steps; step++) {
        const chosen = await next(living, random, among);
        if (!chosen) {
          [living, clock] = await anew();
          continue;
        }
        const { mode, done, isRefused } = await act(living, chosen, eyes, random);
        if (isRefused) continue;
        if (chosen[0] === 'offer') modes.add(mode);
        seen.add(done.state!);
        if (done.state === 'requested') await eyes.sent(living);
        await thinksAgain(living, eyes, random);
        const now = await standing(living);
        if (clock !== null) expect(now.clock).toBe(clock);
        clock = now.clock;
        expect([step, chosen[0], await eyes.wrong(living, step % 5 === 0)]).toEqual([step, chosen[0], []]);
        if (step % 20 === 0) expect(await story.orphans()).toEqual([]);
      }
      expect(await story.orphans()).toEqual([]);
      expect(seen.size).toBeGreaterThan(ways === 1 ? 9 : 2);
      expect(modes.size).toBeGreaterThanOrEqual(ways);
      expect(Math.min(eyes.seen.revoked, eyes.seen.shutOut, eyes.seen.words)).toBeGreaterThan(0);
    },
    120_000,
  );

  it('what covers somebody no longer, because its time is over, shows nobody anything (promise 7)', async () => {
    const living = await story.in('waitlisted');
    await story.database.query(`update access_grant set valid_until = now() where referral_id = $1`, [living.id]);
    await expect(story.look(living, 'clinic')).rejects.toThrow('404');
    expect((await story.does(living, 'suspend', 'clinic')).status).toBe(404);
    await story.database.query(`update access_grant set valid_until = null where referral_id = $1`, [living.id]);
  });
});
