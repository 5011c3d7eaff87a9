import {
  addAdviceInfo,
  adviceCustodianOf,
  adviceLifecycle,
  answerAdvice,
  askAdvice,
  askAdviceAgain,
  askBackAdvice,
  askCapacity,
  cancelAdvice,
  closeAdvice,
  closeEnquiry,
  convertAdvice,
  countEnquiries,
  readEnquiries,
  readEnquiry,
  sideOfAdviceAct,
  type AdviceAct,
  type AdviceState,
} from '@lotse/advice/model';
import { retireOrganisation } from '@lotse/identity/model';
import { revokeRelease } from '@lotse/people/model';
import { readReferral } from '@lotse/referral/model';
import { addStaff, type Caller } from '@lotse/server-kit/testing';
import fc from 'fast-check';
import { adviceStory, capacity, type AdviceStory } from './testing/advice-story';
import { RemindOfAdvice } from './remind-of-advice/remind-of-advice';

const contracts = {
  answer: answerAdvice,
  ask_back: askBackAdvice,
  add_info: addAdviceInfo,
  ask_again: askAdviceAgain,
  close: closeAdvice,
  cancel: cancelAdvice,
  convert: convertAdvice,
} as const;

describe('asked before anybody is referred', () => {
  let story: AdviceStory;
  let patient: { id: string; releaseId: string };
  beforeAll(async () => {
    story = await adviceStory();
    patient = await story.person();
  });
  afterAll(() => story.stop());

  const bodyOf = (act: AdviceAct) =>
    act === 'close' || act === 'cancel' ? {} : act === 'convert' ? { personId: patient.id } : { text: 'So ist es.' };
  const sideFor = (act: AdviceAct) => (sideOfAdviceAct[act] === 'referrer' ? story.practice : story.clinic);
  const threadOf = async (enquiryId: string, by = story.practice, serviceId = story.county.service) =>
    (await story.look(enquiryId, by)).threads.find((thread) => thread.serviceId === serviceId)!;
  const act = async (
    enquiryId: string,
    name: AdviceAct,
    body: object = bodyOf(name),
    by: Caller = sideFor(name),
    service = story.county.service,
  ) => {
    const { id, version } = await threadOf(enquiryId, by, service);
    return by.call(contracts[name] as typeof closeAdvice, { params: { id }, version, body: body as Record<string, never> });
  };
  /** The acts that lead to a state, in order. */
  const ways: Record<AdviceState, AdviceAct[]> = {
    provider_to_answer: [],
    referrer_to_add_info: ['ask_back'],
    referrer_to_review: ['answer'],
    closed: ['answer', 'close'],
    converted: ['answer', 'convert'],
    cancelled: ['cancel'],
  };
  const inState = async (state: AdviceState) => {
    const id = await story.asksAdvice(patient.id);
    for (const name of ways[state]) expect((await act(id, name)).status).toBe(200);
    return id;
  };
  const boxOf = async (box: 'sent' | 'received', by: Caller, ended: 'true' | 'false' = 'false') =>
    (await by.get(readEnquiries, { query: { box, ended, limit: 100 } })).items;

  it.each(adviceLifecycle.states)(
    '%s: every act of the life is done, every other one refused with state and act',
    async (state) => {
      for (const name of adviceLifecycle.acts) {
        const id = await inState(state);
        const called = await act(id, name);
        if (!adviceLifecycle.allows(state, name)) {
          expect([name, called.status, called.problem]).toMatchObject([
            name,
            422,
            { code: 'invalid-state', context: { state, act: name } },
          ]);
          continue;
        }
        expect([name, called.status]).toEqual([name, 200]);
        const thread = await threadOf(id);
        const to = adviceLifecycle.next(state, name)!;
        expect(thread).toMatchObject({ state: to, custodian: adviceCustodianOf[to] });
        expect(thread.dueAt === null).toBe(adviceCustodianOf[to] === 'nobody');
      }
    },
    60_000,
  );

  it('promise 1 and 2: whatever the two sides do, what is open stands on exactly one worklist as theirs, until a day', async () => {
    const history = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(history, async (choices) => {
        const id = await story.asksAdvice(patient.id);
        let state: AdviceState = 'provider_to_answer';
        for (const choice of choices) {
          const acts: AdviceAct[] = adviceLifecycle.actsFrom(state);
          if (acts.length === 0) break;
          const name = acts[choice % acts.length]!;
          expect((await act(id, name)).status).toBe(200);
          state = adviceLifecycle.next(state, name)!;
          const [sent, received] = [await boxOf('sent', story.practice), await boxOf('received', story.clinic)].map((rows) =>
            rows.find(({ enquiryId }) => enquiryId === id),
          );
          const custodian = adviceCustodianOf[state];
          expect([sent?.turn, received?.turn]).toEqual(
            custodian === 'nobody' ? [undefined, undefined] : custodian === 'referrer' ? ['mine', 'theirs'] : ['theirs', 'mine'],
          );
        }
      }),
      { numRuns: 6, examples: [[[1, 0, 0, 0, 1, 0, 0, 1]], [[0, 2]]] },
    );
  }, 60_000);

  it('promise 7: a service gets what was released of what was asked, and is told what is hidden', async () => {
    const id = await story.asksAdvice(patient.id);
    const [own, theirs] = [await story.look(id), await story.look(id, story.clinic)];
    expect(own).toMatchObject({ hidden: [], content: { medication: 'Kanarienmittel 50 mg' }, personName: 'Kanarienvogel, Ida' });
    expect(theirs.hidden).toEqual(['contact', 'medication', 'notes']);
    expect(JSON.stringify(theirs)).not.toContain('Kanarienmittel');
    expect(JSON.stringify(theirs)).not.toContain('Kanarienversuch');
    const list = JSON.stringify(await boxOf('received', story.clinic));
    expect(list).not.toContain('Kanarienmittel');
  });

  it('promise 7: without a release nobody is named, and revoking one ends it at once', async () => {
    const other = await story.person();
    await story.practice.get(revokeRelease, { params: { id: other.releaseId }, version: 1, body: { how: 'phone' } });
    const refused = await story.practice.call(askAdvice, {
      body: { serviceId: story.county.service, personId: other.id, question: 'x', answerBy: '2099-12-31' },
    });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'advice-needs-release', fields: [{ field: 'personId' }] } });
    const third = await story.person();
    const id = await story.asksAdvice(third.id);
    await story.practice.get(revokeRelease, { params: { id: third.releaseId }, version: 1, body: { how: 'phone' } });
    expect((await story.clinic.call(readEnquiry, { params: { id } })).status).toBe(404);
    expect((await boxOf('received', story.clinic)).map(({ enquiryId }) => enquiryId)).not.toContain(id);
    expect((await act(id, 'cancel')).status).toBe(200);
    const [told] = await story.database.query<{ audience: string[] }>(
      `select audience from outbox_event where name = 'AdviceMoved' and subject_id = $1 order by sequence desc limit 1`,
      [id],
    );
    expect(told!.audience).toEqual([story.county.practice]);
  });

  it('becomes a referral with everything that was written, linked to where it came from', async () => {
    const id = await inState('referrer_to_review');
    const { answer } = await act(id, 'convert', { personId: null });
    const { referralId } = answer as unknown as { referralId: string };
    const referral = await story.practice.get(readReferral, { params: { id: referralId } });
    const { reference } = await story.look(id);
    expect(referral).toMatchObject({
      state: 'draft',
      personId: patient.id,
      origin: { enquiryId: id, reference, organisationId: story.county.clinic },
      content: {
        serviceId: story.county.service,
        question: 'Reicht eine ambulante Behandlung?',
        diagnosis: 'F33.1',
        certainty: 'V',
        medication: 'Kanarienmittel 50 mg',
        triedSoFar: 'Kanarienversuch im Mai',
        urgency: 'soon',
      },
    });
    expect((await story.look(id)).referralId).toBe(referralId);
    expect((await story.look(id, story.clinic)).referralId).toBeNull();
  });

  it('capacity: several services are asked without a person; answers stand side by side in the order of what fits', async () => {
    const id = await story.asksCapacity();
    const [one, other] = [await story.look(id, story.clinic), await story.look(id, story.otherClinic)];
    expect([one.threads.length, other.threads.length]).toEqual([1, 1]);
    expect(one).toMatchObject({
      personId: null,
      personName: null,
      content: { age: 42, postcode: '79539', diagnosis: 'F33.1' },
      hidden: [],
    });
    await act(id, 'answer', { verdict: 'waiting_list', weeks: 6 });
    await act(id, 'answer', { verdict: 'yes', fromDay: '2026-12-01' }, story.otherClinic, story.county.otherService);
    const { threads } = await story.look(id);
    expect(threads.map(({ verdict }) => verdict)).toEqual(['yes', 'waiting_list']);
    expect((await boxOf('sent', story.practice)).find(({ enquiryId }) => enquiryId === id)).toMatchObject({
      asked: 2,
      answered: 2,
      turn: 'mine',
    });
    const service = story.county.otherService;
    expect((await act(id, 'convert', { personId: null }, story.practice, service)).problem.code).toBe('person-to-convert');
    const converted = await act(id, 'convert', { personId: patient.id }, story.practice, service);
    expect(converted.status).toBe(200);
    const after = await story.look(id);
    expect(after.threads.map(({ state }) => state).sort()).toEqual(['closed', 'converted']);
    // What was asked without a person stays without one.
    expect((await story.look(id, story.otherClinic)).personId).toBeNull();
    const rows = await story.database.query(`select from advice_thread where enquiry_id = $1 and person_id is not null`, [id]);
    expect(rows).toEqual([]);
  });

  it('one click closes the rest', async () => {
    const id = await story.asksCapacity();
    await act(id, 'answer', { verdict: 'no', text: 'Aber ab März.' });
    const { version } = await story.look(id);
    expect((await story.clinic.call(closeEnquiry, { params: { id }, version, body: {} })).status).toBe(403);
    await story.practice.get(closeEnquiry, { params: { id }, version, body: {} });
    expect((await story.look(id)).threads.map(({ state }) => state).sort()).toEqual(['cancelled', 'closed']);
    expect((await boxOf('sent', story.practice, 'true')).map(({ enquiryId }) => enquiryId)).toContain(id);
  });

  it.each([
    [{ ...capacity, needs: 'Frau Müller, nur vormittags' }, 'looks-like-a-person'],
    [{ ...capacity, diagnosis: 'A123456780', isChecked: true }, 'looks-like-a-person'],
    [{ ...capacity, answerBy: '2020-01-01' }, 'answer-by-in-past'],
  ])('promise 10: what names somebody, or a day that is over, gets a clear answer', async (body, code) => {
    const refused = await story.practice.call(askCapacity, { body: { ...body, serviceIds: [story.county.service] } });
    expect(refused).toMatchObject({ status: 422, problem: { code } });
  });

  it('nobody asks themselves; another county neither asks, is asked, nor sees anything', async () => {
    const own = await story.clinic.call(askCapacity, { body: { ...capacity, serviceIds: [story.county.service] } });
    expect(own.problem.code).toBe('own-service');
    const stranger = story.server.as(story.elsewhere.intake);
    const across = await stranger.call(askCapacity, { body: { ...capacity, serviceIds: [story.county.service] } });
    expect(across.problem.code).toBe('unknown-service');
    const id = await story.asksCapacity();
    const thread = await threadOf(id);
    expect((await stranger.call(readEnquiry, { params: { id } })).status).toBe(404);
    const reach = { params: { id: thread.id }, version: thread.version };
    expect((await stranger.call(answerAdvice, { ...reach, body: { text: 'x' } })).status).toBe(404);
    expect([...(await boxOf('sent', stranger)), ...(await boxOf('received', stranger))]).toEqual([]);
    expect(await stranger.get(countEnquiries)).toEqual({ sentMine: 0, receivedMine: 0, overdue: 0 });
  });

  it('lists come in pages, each row once, what waits here first', async () => {
    const seen: { id: string; turn: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await story.practice.get(readEnquiries, { query: { box: 'sent', limit: 3, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const turns = seen.map(({ turn }) => turn);
    expect(turns).toEqual([...turns].sort());
    expect(turns).toContain('mine');
  });

  it('promise 1: what is due becomes work of whoever has it, once, and ends with the act', async () => {
    const id = await story.asksAdvice(patient.id);
    const { id: thread } = await threadOf(id);
    const remind = story.server.app.get(RemindOfAdvice);
    for (const day of ['2100-01-02', '2100-02-02']) await remind.run(new Date(day));
    const tasks = () =>
      story.database.query<{ kind: string; state: string }>(`select kind, state from task where key like $1`, [`advice:${thread}:%`]);
    expect(await tasks()).toEqual([{ kind: 'advice_to_answer', state: 'ready' }]);
    await act(id, 'answer');
    expect(await tasks()).toEqual([{ kind: 'advice_to_answer', state: 'done' }]);
  });

  it('promise 1: an organisation that still owes an answer is not closed', async () => {
    const id = await story.asksAdvice(null);
    const region = story.server.as(await addStaff(story.database, story.county.administrator.organisationId, ['region_admin']));
    const close = () => region.call(retireOrganisation, { params: { id: story.county.clinic }, version: 1, body: {} });
    const { problem } = await close();
    expect(problem.code).toBe('organisation-has-work');
    const before = problem.context!['count'] as number;
    await story.practice.get(closeEnquiry, { params: { id }, version: (await story.look(id)).version, body: {} });
    expect((await close()).problem.context!['count']).toBe(before - 1);
  });
});
