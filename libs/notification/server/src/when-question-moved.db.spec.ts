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
import type { ToldEvent } from '@lotse/server-kit/jobs';
import { noticeStory, type NoticeStory } from './testing/notice-story';
import { WhenQuestionMoved } from './when-question-moved';

const today = calendarDayOf(new Date());
const points = [{ text: 'Geheimnisvoll: seit wann?' }, { text: 'Wie oft?' }];

describe('notices of questions', () => {
  let story: NoticeStory;
  beforeAll(async () => void (story = await noticeStory({ NOTICE_HOLD_SECONDS: '10' })));
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

  it('promise 1: whoever is reminded is told each time, once', async () => {
    const { id, asked } = await asks();
    // What the worker tells on the working day before and on the day itself.
    const remind = () =>
      story.database.query(
        `insert into outbox_event (id, region_id, name, subject, subject_id, version, audience, payload)
         select gen_random_uuid(), region_id, $2, subject, subject_id, version, array[$3::uuid],
           payload || jsonb_build_object('organisationId', $3::text, 'messageId', null)
         from outbox_event where payload ->> 'threadId' = $1 order by sequence limit 1`,
        [asked.id, questionDue, story.county.practice],
      );
    await remind();
    await remind();
    await tell();
    expect((await kindsFor(id)).sort()).toEqual(['question_due', 'question_due', 'question_open']);
  });
});
