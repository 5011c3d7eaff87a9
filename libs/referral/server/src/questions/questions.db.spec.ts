import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import {
  acceptReferral,
  answerQuestion,
  askQuestion,
  closeQuestion,
  followUpQuestion,
  keepQuestionTemplates,
  provideInfo,
  questionDue,
  readOpenQuestions,
  readQuestions,
  readQuestionTemplates,
  requestInfo,
  sendMessage,
  takeBackMessage,
  undoMove,
  type QuestionThread,
} from '@lotse/referral/model';
import { Regions } from '@lotse/region/server';
import { LOG } from '@lotse/server-kit/telemetry';
import { Tasks } from '@lotse/task/server';
import { findOwnServices } from '@lotse/directory/model';
import { addStaff } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';
import { RemindOfQuestions } from './remind-of-questions';

const today = calendarDayOf(new Date());
const dueOn = addCalendarDays(today, 4);
const points = [
  { piece: 'phone' as const, text: 'Wie ist die Person erreichbar?' },
  { piece: 'medication' as const, text: 'Welche Medikamente nimmt sie?' },
  { piece: 'other' as const, text: 'Kann sie allein kommen?' },
];

describe('questions about a referral', () => {
  let story: ReferralStory;
  beforeAll(async () => void (story = await referralStory({ NOTICE_HOLD_SECONDS: '10' })));
  afterAll(() => story.stop());

  const threadsOf = async ({ id }: Sent, by = story.practice) => (await by.get(readQuestions, { params: { id } })).items;
  const last = async (sent: Sent, by = story.practice) => (await threadsOf(sent, by)).at(-1)!;
  const answers = (thread: QuestionThread, ...texts: string[]) =>
    thread.points.filter(({ settledIn }) => settledIn === null).slice(0, texts.length).map(({ id }, index) => ({ pointId: id, text: texts[index]! })); // prettier-ignore
  const answer = (thread: QuestionThread, body: object, by = story.practice) =>
    by.call(answerQuestion, { params: { id: thread.id }, version: thread.version, body: body as { answers: [] } });
  const asked = async () => {
    const sent = await story.received();
    await story.does(sent, requestInfo, { points, dueOn });
    return sent;
  };
  const accepted = async () => {
    const sent = await story.received();
    await story.does(sent, acceptReferral);
    return sent;
  };
  const boxOf = async (by = story.practice, box: 'to-answer' | 'asked' = 'to-answer') =>
    (await by.get(readOpenQuestions, { query: { box, limit: 100 } })).items;

  it('several points in one message: partly answered, the rest stays open and the referral with the referrer', async () => {
    const sent = await asked();
    const thread = await last(sent);
    expect(thread).toMatchObject({ kind: 'question', movesReferral: true, isOpen: true, dueOn, points });
    const partly = await answer(thread, { answers: answers(thread, '07622 1', 'keine') });
    expect(partly.answer).toMatchObject({ isOpen: true });
    expect((await story.look(sent)).state).toBe('info_requested');
    expect((await boxOf()).find(({ id }) => id === thread.id)).toMatchObject({ points: 3, openPoints: 1, text: points[2]!.text });
    const rest = await last(sent);
    expect((await answer(rest, { answers: answers(rest, 'Ja'), note: 'Danke!' })).answer.isOpen).toBe(false);
    const now = await story.look(sent);
    expect(now).toMatchObject({ state: 'in_triage', openQuestion: null });
    expect(now.steps.filter(({ act }) => act === 'provide_info').length).toBe(1);
    expect((await boxOf()).map(({ id }) => id)).not.toContain(thread.id);
    // What was answered is cut where it was not released, not spread by the history.
    expect(JSON.stringify(now)).not.toContain('07622 1');
  });

  it('promise 7: both see one thread; the receiver gets of an answer what was released, and is told what is hidden', async () => {
    const sent = await asked();
    const thread = await last(sent);
    await answer(thread, { answers: answers(thread, 'Kanarie 4711', 'Kanarienmittel', 'Ja, allein') });
    const [own, theirs] = await Promise.all([story.practice, story.clinic].map((by) => by.get(readQuestions, { params: { id: sent.id } })));
    expect(JSON.stringify(own)).toContain('Kanarie 4711');
    expect(JSON.stringify(theirs)).not.toContain('Kanarie');
    expect([own!.withheld, theirs!.withheld]).toEqual([['contact', 'medication', 'risk', 'letters', 'notes'], []]);
    expect(theirs!.hidden).toEqual(['contact', 'medication', 'risk', 'letters', 'notes']);
    expect(theirs!.items[0]!.points[2]!.answer).toMatchObject({ diagnosis: 'Ja, allein', contact: null });
    expect(theirs!.items[0]!.points.map(({ part, settledIn }) => [part, settledIn !== null])).toEqual([
      ['contact', true],
      ['medication', true],
      ['diagnosis', true],
    ]);
    expect((await story.server.as(story.county.otherIntake).call(readQuestions, { params: { id: sent.id } })).status).toBe(404);
    expect(await boxOf(story.server.as(story.county.otherGp))).toEqual([]);
  });

  it('the bodies of before are still taken: one text is one point, one answer settles all', async () => {
    const sent = await story.received();
    await story.does(sent, requestInfo, { question: 'Seit wann?', dueOn });
    expect((await last(sent)).points).toMatchObject([{ piece: 'other', text: 'Seit wann?' }]);
    expect((await story.look(sent)).openQuestion).toEqual({ text: 'Seit wann?', dueOn });
    expect((await story.does(sent, provideInfo, { answer: 'Seit Mai' }, story.practice)).answer.state).toBe('in_triage');
    expect((await last(sent)).points[0]!.answer).toMatchObject({ diagnosis: 'Seit Mai' });
    const many = await asked();
    await story.does(many, provideInfo, { answer: 'Alles im Brief' }, story.practice);
    expect(await last(many)).toMatchObject({ isOpen: false, messages: [{ kind: 'asked' }, { kind: 'answered', text: 'Alles im Brief' }] });
  });

  it('a follow-up stays in the thread and hands the referral back once more', async () => {
    const sent = await asked();
    const thread = await last(sent);
    await answer(thread, { answers: answers(thread, 'a', 'b', 'c') });
    const { id, version } = await last(sent);
    const more = { points: [{ text: 'Und seit wann?' }], dueOn };
    expect((await story.practice.call(followUpQuestion, { params: { id }, version, body: more })).status).toBe(403);
    await story.clinic.get(followUpQuestion, { params: { id }, version, body: more });
    expect((await story.look(sent)).state).toBe('info_requested');
    expect((await threadsOf(sent)).length).toBe(1);
    const again = await last(sent);
    expect(again).toMatchObject({ isOpen: true, points: [{}, {}, {}, { text: 'Und seit wann?', settledIn: null }] });
    await answer(again, { answers: answers(again, 'Seit Juni') });
    expect((await story.look(sent)).state).toBe('in_triage');
  });

  it('taking back the step takes its question back', async () => {
    const sent = await asked();
    await story.does(sent, undoMove);
    expect(await threadsOf(sent)).toEqual([]);
    expect((await boxOf()).some(({ referralId }) => referralId === sent.id)).toBe(false);
  });

  it('in other states a question moves nothing; either side asks, the other one answers', async () => {
    const sent = await accepted();
    const params = { id: sent.id };
    await story.practice.get(askQuestion, { params, body: { points: [{ text: 'Wann etwa?' }], dueOn } });
    const thread = await last(sent, story.clinic);
    expect(thread).toMatchObject({ movesReferral: false, asker: { organisationId: story.county.practice } });
    expect((await boxOf(story.clinic)).map(({ id }) => id)).toContain(thread.id);
    expect((await boxOf(story.practice, 'asked')).map(({ id }) => id)).toContain(thread.id);
    expect((await answer(thread, { answers: answers(thread, 'x') })).problem.code).toBe('not-your-turn');
    await answer(thread, { answers: answers(thread, 'In drei Wochen') }, story.clinic);
    expect(await story.look(sent)).toMatchObject({ state: 'accepted', version: sent.version });
    await story.practice.get(sendMessage, { params, body: { text: 'Die Person zieht um.' } });
    expect(await last(sent, story.clinic)).toMatchObject({
      kind: 'information',
      isOpen: false,
      messages: [{ text: 'Die Person zieht um.' }],
    });
  });

  it('what was sent can be taken back for a moment; an answer opens its points again', async () => {
    const sent = await accepted();
    const params = { id: sent.id };
    const { id, version } = await story.clinic.get(askQuestion, { params, body: { points, dueOn } });
    const thread = await last(sent);
    await answer(thread, { answers: answers(thread, 'falsch') });
    const open = await last(sent);
    expect(open.takeBackUntil).not.toBeNull();
    expect((await last(sent, story.clinic)).takeBackUntil).toBeNull();
    expect((await story.clinic.call(takeBackMessage, { params: { id }, version: open.version })).status).toBe(403);
    await story.practice.get(takeBackMessage, { params: { id }, version: open.version });
    expect((await last(sent)).points.every(({ settledIn, answer }) => settledIn === null && answer === null)).toBe(true);
    await story.clinic.get(takeBackMessage, { params: { id }, version: version + 2 });
    expect(await threadsOf(sent)).toEqual([]);
    const later = await story.clinic.get(askQuestion, { params, body: { points, dueOn } });
    await story.database.query(`update question_message set at = now() - interval '11 seconds' where id = $1`, [later.messageId]);
    const late = await story.clinic.call(takeBackMessage, { params: { id: later.id }, version: later.version });
    expect(late.problem.code).toBe('take-back-too-late');
  });

  it('promise 10: bad answers and bad days get a clear answer, and nothing changes', async () => {
    const sent = await asked();
    const thread = await last(sent);
    const [first] = answers(thread, 'x');
    for (const [body, code] of [
      [{ answers: [] }, 'nothing-answered'],
      [{ answers: [first, first] }, 'unknown-point'],
      [{ answers: [{ pointId: sent.id, text: 'x' }] }, 'unknown-point'],
    ] as const)
      expect((await answer(thread, body)).problem.code).toBe(code);
    expect((await answer({ ...thread, version: 9 }, { answers: [first] })).problem.code).toBe('version-stale');
    const early = { points, dueOn: addCalendarDays(today, -1) };
    expect((await story.clinic.call(askQuestion, { params: { id: sent.id }, body: early })).problem.code).toBe('due-date-in-past');
    expect(await last(sent)).toEqual(thread);
    const close = { params: { id: thread.id }, version: thread.version, body: {} };
    expect((await story.clinic.call(closeQuestion, close)).problem.code).toBe('answer-moves-referral');
  });

  it('whoever asked may do without an answer', async () => {
    const sent = await accepted();
    const { id, version } = await story.clinic.get(askQuestion, { params: { id: sent.id }, body: { points, dueOn } });
    const closed = await story.clinic.get(closeQuestion, { params: { id }, version, body: { note: 'Hat sich geklärt.' } });
    expect(closed.isOpen).toBe(false);
    const thread = await last(sent);
    expect(thread.messages.at(-1)).toMatchObject({ kind: 'closed', text: 'Hat sich geklärt.' });
    expect((await answer(thread, { answers: [] })).problem.code).toBe('question-settled');
  });

  it('a service keeps its usual questions; nobody else does it for it', async () => {
    const items = [{ piece: 'reports' as const, text: 'Bitte Vorbefunde mitgeben.' }];
    const params = { id: story.county.service };
    await story.clinic.get(keepQuestionTemplates, { params, body: { items: [...items, ...items] } });
    expect((await story.clinic.get(keepQuestionTemplates, { params, body: { items } })).items).toEqual(items);
    expect((await story.clinic.get(readQuestionTemplates, { params })).items).toEqual(items);
    // Whoever administers the organisation writes them as well, and sees no question of anybody.
    const admin = story.server.as(await addStaff(story.database, story.county.clinic, ['org_admin']));
    expect((await admin.get(findOwnServices)).items.map(({ name }) => name)).toEqual(['Ambulanz', 'Gruppe']);
    expect((await admin.get(readQuestionTemplates, { params })).items).toEqual(items);
    expect((await admin.get(keepQuestionTemplates, { params, body: { items } })).items).toEqual(items);
    expect((await admin.call(readOpenQuestions)).status).toBe(403);
    const stranger = story.server.as(story.county.otherIntake);
    expect((await stranger.get(findOwnServices)).items.map(({ name }) => name)).toEqual(['Tagesklinik']);
    expect((await stranger.call(keepQuestionTemplates, { params, body: { items } })).status).toBe(404);
    expect((await stranger.get(readQuestionTemplates, { params })).items).toEqual([]);
  });

  it('promise 1: who has to answer is reminded before the day and on it, once each, and nothing is ended', async () => {
    const sent = await story.received();
    await story.does(sent, requestInfo, { points, dueOn: addCalendarDays(today, 10) });
    const thread = await last(sent);
    const remind = new RemindOfQuestions(
      story.server.database,
      story.server.app.get(Regions),
      story.server.app.get(Tasks),
      story.server.app.get(LOG),
    );
    for (const ahead of [5, 6, 7, 8, 9, 9, 10, 10, 11, 400]) await remind.run(addCalendarDays(today, ahead));
    const events = await story.database.query(`select from outbox_event where name = $1 and payload ->> 'threadId' = $2`, [
      questionDue,
      thread.id,
    ]);
    expect(events.length).toBe(2);
    const tasks = () =>
      story.database.query<{ state: string; kind: string }>('select state, kind from task where key like $1', [`question:${thread.id}:%`]);
    expect(await tasks()).toEqual([{ state: 'ready', kind: 'question_due' }]);
    expect((await last(sent)).isOpen).toBe(true);
    await answer(await last(sent), { answers: answers(thread, '07622 1', 'keine', 'ja') });
    expect(await tasks()).toEqual([{ state: 'done', kind: 'question_due' }]);
  });
});
