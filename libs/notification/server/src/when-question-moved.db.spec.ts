import { addCalendarDays, calendarDayOf } from '@lotse/kernel';
import { readNotices } from '@lotse/notification/model';
import {
  askQuestion,
  answerQuestion,
  questionDue,
  readQuestions,
  sendMessage,
  takeBackMessage,
  type QuestionEvent,
} from '@lotse/referral/model';
import { ReferralWorkerModule, RemindOfQuestions } from '@lotse/referral/server';
import type { ToldEvent } from '@lotse/server-kit/jobs';
import { noticeStory, type NoticeStory } from './testing/notice-story';
import { WhenQuestionMoved } from './when-question-moved';

const today = calendarDayOf(new Date());
const points = [{ text: 'Geheimnisvoll: seit wann?' }, { text: 'Wie oft?' }];

describe('notices of questions', () => {
  let story: NoticeStory;
  beforeAll(async () => void (story = await noticeStory({ NOTICE_HOLD_SECONDS: '10' }, [ReferralWorkerModule])));
  afterAll(() => story.server.stop());

  const practice = () => story.server.as(story.county.gp);
  const clinic = () => story.server.as(story.county.intake);
  const tell = async () => {
    const events = await story.database.query<ToldEvent<QuestionEvent>>(
      `select id, name, region_id as "regionId", payload from outbox_event where subject = 'question' order by sequence`,
    );
    for (const event of events) await Promise.all([1, 2].map(() => story.server.app.get(WhenQuestionMoved).react(event)));
  };
  const kindsFor = async (referralId: string, by = practice()) =>
    (await by.get(readNotices)).items.filter((notice) => notice.referralId === referralId).map(({ kind }) => kind);
  const asks = async (dueOn = addCalendarDays(today, 20)) => {
    const { id } = await story.sends();
    const asked = await clinic().get(askQuestion, { params: { id }, body: { points, dueOn } });
    return { id, asked };
  };

  it('promise 5 and 6: the other side is told once, by a reference; the event waits for the moment in which it can be taken back', async () => {
    const { id, asked } = await asks();
    const [event] = await story.database.query<{ held: boolean; text: string }>(
      `select due_at > clock_timestamp() as held, payload::text as text from outbox_event where payload ->> 'threadId' = $1`,
      [asked.id],
    );
    expect(event!.held).toBe(true);
    await tell();
    expect(await kindsFor(id)).toEqual(['question_open']);
    const { items } = await practice().get(readQuestions, { params: { id } });
    const answers = [{ pointId: items[0]!.points[0]!.id, text: 'Seit Mai' }];
    await practice().get(answerQuestion, { params: { id: asked.id }, version: asked.version, body: { answers } });
    await practice().get(sendMessage, { params: { id }, body: { text: 'Noch etwas.' } });
    await tell();
    expect(await kindsFor(id, clinic())).toEqual(['message_received', 'answer_received']);
    const rows = await story.database.query<{ text: string }>('select to_jsonb(n)::text as text from notice n');
    for (const { text } of rows) for (const secret of story.secrets) expect(text).not.toContain(secret);
  });

  it('what was taken back in time nobody is told of', async () => {
    const { id, asked } = await asks();
    await clinic().get(takeBackMessage, { params: { id: asked.id }, version: asked.version });
    await tell();
    expect(await kindsFor(id)).toEqual([]);
  });

  it('promise 1: who has to answer is reminded before the day and on it, once each, and nothing is ended', async () => {
    const { id, asked } = await asks(addCalendarDays(today, 10));
    const remind = story.server.app.get(RemindOfQuestions);
    const days = [5, 6, 7, 8, 9, 9, 10, 10, 11, 400];
    for (const ahead of days) await remind.run(addCalendarDays(today, ahead));
    const events = await story.database.query(`select from outbox_event where name = $1 and payload ->> 'threadId' = $2`, [
      questionDue,
      asked.id,
    ]);
    expect(events.length).toBe(2);
    const tasks = () =>
      story.database.query<{ state: string; kind: string }>('select state, kind from task where key like $1', [`question:${asked.id}:%`]);
    expect(await tasks()).toEqual([{ state: 'ready', kind: 'question_due' }]);
    await tell();
    expect((await kindsFor(id)).sort()).toEqual(['question_due', 'question_due', 'question_open']);
    const thread = (await practice().get(readQuestions, { params: { id } })).items[0]!;
    expect(thread.isOpen).toBe(true);
    const answers = thread.points.map((point) => ({ pointId: point.id, text: 'So.' }));
    await practice().get(answerQuestion, { params: { id: thread.id }, version: thread.version, body: { answers } });
    expect(await tasks()).toEqual([{ state: 'done', kind: 'question_due' }]);
  });
});
