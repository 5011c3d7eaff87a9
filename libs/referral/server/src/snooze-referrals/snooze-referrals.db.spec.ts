import { addCalendarDays, calendarDayOf, instantAt } from '@lotse/kernel';
import {
  acceptReferral,
  assignReferrals,
  comesBackAt,
  countReferrals,
  provideInfo,
  readReferrals,
  requestInfo,
  snoozeReferrals,
} from '@lotse/referral/model';
import fc from 'fast-check';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

const today = calendarDayOf(new Date());
const tomorrow = addCalendarDays(today, 1);

describe('putting referrals aside', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const list = async (snoozed: 'only' | 'hidden', box: 'inbox' | 'sent' = 'inbox') =>
    (await (box === 'inbox' ? story.clinic : story.practice).get(readReferrals, { query: { box, snoozed, limit: 100 } })).items.map(
      ({ id }) => id,
    );
  const snooze = (sent: Sent, until: string | null, by = story.clinic) => by.get(snoozeReferrals, { body: { ids: [sent.id], until } });
  /** Due dates are computed from working days; here it is only about what is asked for. */
  const dueOn = ({ id }: Sent, day: string) =>
    story.database.query('update referral set due_at = $2 where id = $1', [id, instantAt(day, '17:00')]);
  /** A referral that is due in a week. */
  const received = async () => {
    const sent = await story.received();
    await dueOn(sent, addCalendarDays(today, 7));
    return sent;
  };

  it('until eight in the morning, and it is on the list of what was put aside and on no other', async () => {
    const sent = await received();
    const { done, notDone } = await snooze(sent, tomorrow);
    expect([done, notDone]).toEqual([[{ id: sent.id, snoozedUntil: instantAt(tomorrow, '08:00').toISOString() }], []]);
    expect(await list('only')).toContain(sent.id);
    expect(await list('hidden')).not.toContain(sent.id);
    expect((await story.look(sent)).snoozedUntil).toBe(done[0]!.snoozedUntil);
    expect((await story.look(sent, story.practice)).snoozedUntil).toBeNull();
    expect(await list('hidden', 'sent')).toContain(sent.id);
  });

  it('comes back by itself, to the same owner', async () => {
    const sent = await received();
    await story.clinic.get(assignReferrals, { body: { ids: [sent.id], staffId: story.colleague.id } });
    await snooze(sent, tomorrow);
    await story.database.query(`update referral_desk set snoozed_until = now() - interval '1 second' where referral_id = $1`, [sent.id]);
    expect(await list('only')).not.toContain(sent.id);
    expect(await list('hidden')).toContain(sent.id);
    expect(await story.look(sent)).toMatchObject({ snoozedUntil: null, assignee: { id: story.colleague.id } });
  });

  it('promise 2: never past its due date, which is said for each', async () => {
    const [early, late] = [await received(), await received()];
    await dueOn(early, today);
    const answer = await story.clinic.get(snoozeReferrals, { body: { ids: [early.id, late.id], until: tomorrow } });
    expect(answer.done.map(({ id }) => id)).toEqual([late.id]);
    expect(answer.notDone).toEqual([
      { id: early.id, code: 'snooze-past-due', context: { dueAt: instantAt(today, '17:00').toISOString() } },
    ]);
  });

  it('refuses a day that has begun', async () => {
    const sent = await received();
    for (const until of [addCalendarDays(today, -1), '2020-02-29']) {
      const refused = await story.clinic.call(snoozeReferrals, { body: { ids: [sent.id], until } });
      expect(refused).toMatchObject({ status: 422, problem: { code: 'snooze-not-ahead', fields: [{ field: 'until' }] } });
    }
  });

  it('promise 1: whatever happens to it brings it back, on whichever side it happens', async () => {
    const [moved, answered] = [await received(), await received()];
    await story.does(answered, requestInfo, { question: 'Welche Medikamente?', dueOn: addCalendarDays(today, 5) });
    await snooze(moved, tomorrow);
    await snooze(answered, tomorrow);
    expect(await list('only')).toEqual(expect.arrayContaining([moved.id, answered.id]));
    await story.does(moved, acceptReferral);
    await story.does(answered, provideInfo, { answer: 'Keine' }, story.practice);
    for (const { id } of [moved, answered]) {
      expect(await list('only')).not.toContain(id);
      expect(await list('hidden')).toContain(id);
    }
  });

  it('is taken back by hand, and by whoever looks for the name', async () => {
    const sent = await received();
    await snooze(sent, tomorrow);
    const found = await story.clinic.get(readReferrals, { query: { box: 'inbox', text: 'muster', limit: 100 } });
    expect(found.items.map(({ id }) => id)).toContain(sent.id);
    expect((await snooze(sent, null)).done).toEqual([{ id: sent.id, snoozedUntil: null }]);
    expect(await list('hidden')).toContain(sent.id);
  });

  it('counts neither as new nor as waiting, and says when the next one comes back', async () => {
    const before = await story.clinic.get(countReferrals);
    const sent = await story.sends();
    await dueOn(sent, addCalendarDays(today, 7));
    await snooze(sent, tomorrow);
    const after = await story.clinic.get(countReferrals);
    expect(after).toEqual({ ...before, snoozed: before.snoozed + 1, nextSnoozed: comesBackAt(tomorrow).toISOString() });
    expect((await story.practice.get(countReferrals)).sentSnoozed).toBe(0);
  });

  it('promise 1: after any assigning, putting aside, taking back and going on, each is on exactly one of the two lists', async () => {
    const all = [await received(), await received(), await received()];
    const step = fc.record({
      which: fc.nat({ max: all.length - 1 }),
      what: fc.constantFrom('assign', 'snooze', 'far', 'back', 'ask', 'answer', 'passes'),
      days: fc.integer({ min: 1, max: 12 }),
    });
    const acts: Record<string, (sent: Sent, days: number) => Promise<unknown>> = {
      assign: (sent) => story.clinic.get(assignReferrals, { body: { ids: [sent.id], staffId: story.colleague.id } }),
      snooze: (sent, days) => snooze(sent, addCalendarDays(today, days)),
      far: (sent) => snooze(sent, addCalendarDays(today, 300)),
      back: (sent) => snooze(sent, null),
      ask: (sent) => story.does(sent, requestInfo, { question: 'Seit wann?', dueOn: addCalendarDays(today, 5) }),
      answer: (sent) => story.does(sent, provideInfo, { answer: 'Seit Mai' }, story.practice),
      passes: ({ id }) =>
        story.database.query('update referral_desk set snoozed_until = now() where referral_id = $1 and snoozed_until is not null', [id]),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        for (const { which, what, days } of steps) {
          await acts[what]!(all[which]!, days);
          const [hidden, only] = [await list('hidden'), await list('only')];
          for (const { id } of all) expect(Number(hidden.includes(id)) + Number(only.includes(id))).toBe(1);
          const late = await story.database.query(
            `select 1 from referral_desk d join referral r on r.id = d.referral_id where d.snoozed_version = r.version and d.snoozed_until > r.due_at`,
          );
          expect(late).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });
});
