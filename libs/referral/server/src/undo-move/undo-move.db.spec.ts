import { addCalendarDays, calendarDayOf, type Endpoint } from '@lotse/kernel';
import { revokeRelease } from '@lotse/people/model';
import {
  acceptReferral,
  declineReferral,
  provideInfo,
  readReferralActs,
  requestInfo,
  startTriage,
  undoMove,
  withdrawReferral,
  type Referral,
} from '@lotse/referral/model';
import { addStaff } from '@lotse/server-kit/testing';
import fc from 'fast-check';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

const inAWeek = addCalendarDays(calendarDayOf(new Date()), 7);
const decline = { reason: 'no_capacity', wayForward: 'Tagesklinik' };
const ask = { question: 'Welche Medikamente?', dueOn: inAWeek };

/** Everything that taking back must restore. */
const essence = ({ state, custody, openQuestion, clockStartedAt, recipient, serviceName, appointment, content }: Referral) => ({
  state,
  custody,
  openQuestion,
  clockStartedAt,
  recipient,
  serviceName,
  appointment,
  content,
});

describe('taking back a step', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory()));
  afterAll(() => story.stop());

  const undo = (sent: Sent, by = story.clinic) => story.does(sent, undoMove, {}, by);

  it.each([
    ['accepting', 'accept', acceptReferral, { note: 'Gern' }],
    ['returning', 'decline', declineReferral, decline],
    ['asking back', 'request_info', requestInfo, ask],
    ['beginning triage', 'start_triage', startTriage, {}],
  ] as [string, string, Endpoint, object][])(
    '%s: everything is as it was, for both sides, and the history keeps both',
    async (_, act, contract, body) => {
      const sent = await story.received();
      const before = essence(await story.look(sent));
      await story.does(sent, contract, body);
      expect((await story.look(sent)).undo).toMatchObject({ act, byName: 'Person intake' });
      const undone = await undo(sent);
      expect(undone).toMatchObject({ status: 200, answer: { state: 'received', version: sent.version } });
      const [ours, theirs] = [await story.look(sent), await story.look(sent, story.practice)];
      expect([essence(ours), essence(theirs)]).toEqual([before, before]);
      const [second, last] = ours.steps.slice(-2);
      expect(second).toMatchObject({ act, undone: true });
      expect(last).toMatchObject({ act: 'undo', fromState: second!.toState, toState: 'received', undone: false });
      expect(ours.undo).toBeNull();
    },
  );

  it('the question that was open before is open again', async () => {
    const sent = await story.received();
    await story.does(sent, requestInfo, ask);
    const before = essence(await story.look(sent));
    expect(before.openQuestion).toEqual({ text: ask.question, dueOn: ask.dueOn });
    await story.does(sent, declineReferral, decline);
    expect((await story.look(sent)).openQuestion).toBeNull();
    await undo(sent);
    expect(essence(await story.look(sent))).toEqual(before);
  });

  it('restores a due date to the microsecond, past or not', async () => {
    const sent = await story.received();
    await story.database.query(`update referral set due_at = '2026-01-02 03:04:05.678901+01' where id = $1`, [sent.id]);
    await story.does(sent, acceptReferral);
    await undo(sent);
    const [row] = await story.database.query<{ due: string }>(
      `select to_char(due_at at time zone 'Europe/Berlin', 'HH24:MI:SS.US') as due from referral where id = $1`,
      [sent.id],
    );
    expect(row!.due).toBe('03:04:05.678901');
  });

  it('is for the organisation that took the step', async () => {
    const sent = await story.received();
    await story.does(sent, provideInfo, { answer: 'x' }, story.practice);
    const refused = await undo(sent, story.practice);
    expect(refused).toMatchObject({ status: 403, problem: { code: 'not-permitted' } });
    const both = await addStaff(story.database, story.county.practice, ['referrer', 'intake', 'triager']);
    expect(await undo(sent, story.server.as(both))).toMatchObject({
      status: 403,
      problem: { code: 'undo-not-yours', context: { act: 'acknowledge' } },
    });
    expect((await undo(sent, story.server.as(story.county.otherIntake))).status).toBe(404);
  });

  it('not once the other side has acted', async () => {
    const sent = await story.received();
    await story.does(sent, requestInfo, ask);
    await story.does(sent, provideInfo, { answer: 'Keine' }, story.practice);
    expect(await undo(sent)).toMatchObject({ status: 403, problem: { code: 'undo-not-yours', context: { act: 'provide_info' } } });
    expect((await story.look(sent)).undo).toBeNull();
  });

  it('only the last step, and only one that can go back', async () => {
    const sent = await story.received();
    expect(await undo(sent)).toMatchObject({ status: 422, problem: { code: 'undo-not-possible', context: { act: 'acknowledge' } } });
    await story.does(sent, startTriage);
    await story.does(sent, acceptReferral);
    expect((await undo(sent)).status).toBe(200);
    expect(await undo(sent)).toMatchObject({ status: 422, problem: { code: 'undo-not-possible', context: { act: 'undo' } } });
  });

  it('an old version is refused: somebody has been there meanwhile', async () => {
    const sent = await story.received();
    await story.does(sent, startTriage);
    const stale = { ...sent, version: sent.version - 1 };
    expect(await undo(stale)).toMatchObject({ status: 409, problem: { code: 'version-stale', context: { state: 'in_triage' } } });
    expect((await story.clinic.call(undoMove, { params: { id: sent.id } })).problem.code).toBe('version-missing');
  });

  it('not when something changed without a step', async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    await story.database.query('update referral set version = version + 1 where id = $1', [sent.id]);
    sent.version += 1;
    expect(await undo(sent)).toMatchObject({ status: 409, problem: { code: 'undo-overtaken' } });
    expect((await story.look(sent)).undo).toBeNull();
  });

  it('not after a day', async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    const age = (hours: number) =>
      story.database.query(`update referral_step set at = now() - make_interval(hours => $2) where referral_id = $1 and act = 'accept'`, [
        sent.id,
        hours,
      ]);
    await story.database.query(`update referral_step set at = at - interval '3 days' where referral_id = $1`, [sent.id]);
    await age(25);
    expect(await undo(sent)).toMatchObject({ status: 422, problem: { code: 'undo-too-late', context: { hours: 24 } } });
    expect((await story.look(sent)).undo).toBeNull();
    await age(23);
    expect((await story.look(sent)).undo).not.toBeNull();
    expect((await undo(sent)).status).toBe(200);
  });

  it('is for those who may do the step itself', async () => {
    const sent = await story.received();
    await story.does(sent, declineReferral, decline);
    const intakeOnly = story.server.as(story.colleague);
    expect((await story.look(sent, intakeOnly)).undo).toBeNull();
    expect(await undo(sent, intakeOnly)).toMatchObject({ status: 403, problem: { context: { permission: 'referral.decline' } } });
    const triager = story.server.as(await addStaff(story.database, story.county.clinic, ['triager']));
    expect((await undo(sent, triager)).status).toBe(200);
  });

  it('not when the person has revoked the release', async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    const [release] = await story.database.query<{ id: string }>('select id from release where person_id = $1', [sent.personId]);
    await story.practice.get(revokeRelease, { params: { id: release!.id }, version: 1, body: { how: 'phone' } });
    expect((await undo(sent)).status).toBe(404);
  });

  it('repeated, it is done once; two at once, one of them hears that it was overtaken', async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    const call = () => story.clinic.call(undoMove, { params: { id: sent.id }, version: sent.version, key: `undo-${sent.id}` });
    const [first, second] = await Promise.all([call(), call()]);
    expect([first.status, second.answer]).toEqual([200, first.answer]);
    const other = await story.received();
    await story.does(other, acceptReferral);
    const racing = await Promise.all([1, 2].map(() => story.clinic.call(undoMove, { params: { id: other.id }, version: other.version })));
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('promises 1 to 3: after any history a step taken back leaves everything as if it had not been', async () => {
    const moves: [Endpoint, object, 'clinic' | 'practice'][] = [
      [startTriage, {}, 'clinic'],
      [requestInfo, ask, 'clinic'],
      [provideInfo, { answer: 'Keine' }, 'practice'],
      [acceptReferral, {}, 'clinic'],
      [declineReferral, decline, 'clinic'],
      [withdrawReferral, { reason: 'recovered' }, 'practice'],
    ];
    let takenBack = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ which: fc.nat({ max: moves.length - 2 }), undoes: fc.boolean() }), { maxLength: 10 }),
        async (steps) => {
          const sent = await story.received();
          for (const { which, undoes } of steps) {
            const [contract, body, side] = moves[which]!;
            const before = await story.look(sent);
            const called = await story.does(sent, contract, body, story[side]);
            if (called.status !== 200 || !undoes) continue;
            const offered = (await story.look(sent)).undo !== null;
            const { status } = await undo(sent);
            expect(status === 200).toBe(offered);
            if (!offered) continue;
            takenBack++;
            const after = await story.look(sent);
            expect(essence(after)).toEqual(essence(before));
            expect(after.steps).toHaveLength(before.steps.length + 2);
          }
          const { custody, sentAt, steps: history } = await story.look(sent);
          expect(custody.organisationId === null).toBe(custody.custodian === 'nobody');
          expect(sentAt).not.toBeNull();
          history.slice(1).forEach((step, index) => expect(step.fromState).toBe(history[index]!.toState));
        },
      ),
      // What must have happened is told first; nothing hangs on what chance brings.
      {
        numRuns: 15,
        examples: [[[0, 1, 3, 4].map((which) => ({ which, undoes: true }))], [[0, 3, 1].map((which) => ({ which, undoes: true }))]],
      },
    );
    expect(takenBack).toBeGreaterThan(5);
  }, 60_000);

  it('the history says who took back what, and the chronicle too', async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    await undo(sent);
    const lines = await story.database.query<{ verb: string }>(
      'select verb from chronicle_entry where subject_id = $1 and kind = $2 order by id',
      [sent.id, 'act'],
    );
    expect(lines.slice(-2).map(({ verb }) => verb)).toEqual(['referral.accept', 'referral.undo']);
    const { items } = await story.clinic.get(readReferralActs, { params: { id: sent.id } });
    expect(items.filter(({ allowed }) => allowed).map(({ act }) => act)).toContain('accept');
  });
});
