import { referralLifecycle, type ReferralState } from '@lotse/referral/model';
import type { Living } from './drafting';
import { contracts, type Act } from './life-paths';
import { lifeStory, type LifeStory, type Side } from './life-story';

const sides: readonly Side[] = ['practice', 'clinic'];
const acts = Object.keys(contracts) as Act[];
/** After it was received both sides have to call it an error, so one of them alone moves nothing. */
const staysUntilBoth = (state: ReferralState, act: Act): boolean => act === 'mark_error' && state !== 'draft' && state !== 'requested';

describe('the whole life of a referral', () => {
  let story: LifeStory;

  beforeAll(async () => {
    story = await lifeStory();
  });
  afterAll(() => story.server.stop());

  const seenBy = (state: ReferralState): readonly Side[] =>
    ['draft', 'entered_in_error', 'withdrawn'].includes(state) ? ['practice'] : sides;

  /** Where an act leads from a state, by the life; beside it nothing moves. */
  function leadsTo(state: ReferralState, act: Act): ReferralState {
    if (!referralLifecycle.acts.includes(act as never) || staysUntilBoth(state, act)) return state;
    return referralLifecycle.next(state, act as never, 'waitlisted')!;
  }

  /** Offered acts are done, each on a referral of its own. */
  async function doOffered(state: ReferralState, side: Side, offered: readonly Act[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const act of offered) {
      const living = await story.in(state);
      const done = await story.does(living, act, side);
      if (done.state !== leadsTo(state, act)) wrong.push(`${side} ${act} in ${state}: ${done.code ?? done.state}`);
    }
    return wrong;
  }

  it.each(referralLifecycle.states)(
    '%s: what is offered succeeds, what is withheld is refused with the reason that was given',
    async (state) => {
      const wrong: string[] = [];
      const living = await story.in(state);
      for (const side of seenBy(state)) {
        const told = await story.acts(living, side);
        expect([...told.keys()].sort()).toEqual([...acts].sort());
        for (const act of acts.filter((one) => !told.get(one)!.allowed)) {
          const { code } = await story.does(living, act, side);
          if (code !== told.get(act)!.code) wrong.push(`${side} ${act} in ${state}: told ${told.get(act)!.code}, got ${code}`);
        }
        wrong.push(
          ...(await doOffered(
            state,
            side,
            acts.filter((one) => told.get(one)!.allowed),
          )),
        );
      }
      expect(wrong).toEqual([]);
      expect(await story.orphans()).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['booked', 'no_show', 'dna_review'],
    ['dna_review', 'hand_back', 'returned'],
    ['dna_review', 'back_to_list', 'waitlisted'],
    ['outcome_sent', 'close_unacknowledged', 'closed'],
  ] as const)('%s: %s when what it asks for is there', async (state, act, to) => {
    const living = await story.in(state);
    await story.prepare(living, act);
    expect(await story.does(living, act)).toMatchObject({ state: to });
    expect(await story.orphans()).toEqual([]);
  });

  it('an error takes both sides once it was received', async () => {
    const living = await story.in('accepted');
    expect(await story.does(living, 'mark_error', 'practice')).toMatchObject({ state: 'accepted' });
    expect(await story.does(living, 'mark_error', 'practice')).toMatchObject({ code: 'other-side-must-confirm' });
    expect(await story.does(living, 'mark_error', 'clinic')).toMatchObject({ state: 'entered_in_error' });
  });

  it('a return without anything instead takes two people', async () => {
    const living = await story.in('in_triage');
    const nothing = { way: 'none', wayForward: 'Zurzeit gibt es nichts' };
    expect(await story.does(living, 'decline', 'clinic', nothing)).toMatchObject({ state: 'in_triage' });
    expect(await story.does(living, 'decline', 'clinic', nothing)).toMatchObject({ code: 'second-person-needed' });
    const other = story.server.as(story.county.intake);
    const { contract, body } = contracts['decline'];
    const { answer } = await other.call(contract, { params: { id: living.id }, version: living.version, body: { ...body, ...nothing } });
    expect(answer).toMatchObject({ state: 'returned' });
  });

  it('a cancellation that is refused leads back to where it was, with everything that was there', async () => {
    for (const state of [
      'accepted',
      'waitlisted',
      'suspended',
      'offered',
      'booked',
      'rebook_required',
      'dna_review',
      'in_service',
    ] as const) {
      const living = await story.in(state);
      expect(await story.does(living, 'request_cancel')).toMatchObject({ state: 'cancel_requested' });
      expect(await story.does(living, 'refuse_cancel')).toMatchObject({ state });
      expect(await story.orphans()).toEqual([]);
    }
  }, 30_000);

  it('what was arranged ends with a return: place, offer, appointment, in one step', async () => {
    const counts = ({ id }: Living) =>
      story.database.query(
        `select (select count(*)::int from slot_offer where referral_id = $1 and state = 'sent') as offers,
          (select count(*)::int from appointment where referral_id = $1 and cancelled_at is null) as appointments,
          (select count(*)::int from waiting_list_entry where referral_id = $1 and state <> 'removed') as places`,
        [id],
      );
    const booked = await story.in('booked');
    expect(await counts(booked)).toEqual([{ offers: 0, appointments: 1, places: 1 }]);
    await story.does(booked, 'hand_back');
    expect(await counts(booked)).toEqual([{ offers: 0, appointments: 0, places: 0 }]);
    const offered = await story.in('offered');
    await story.does(offered, 'record_death', 'practice');
    expect(await counts(offered)).toEqual([{ offers: 0, appointments: 0, places: 0 }]);
    const listed = await story.in('waitlisted');
    expect(await story.does(listed, 'redirect')).toMatchObject({ state: 'requested' });
    expect(await counts(listed)).toEqual([{ offers: 0, appointments: 0, places: 0 }]);
  });
});
