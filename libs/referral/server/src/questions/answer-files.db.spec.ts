import {
  answerQuestion,
  askQuestion,
  finishAttachment,
  readAttachments,
  readQuestions,
  removeAttachment,
  sendAttachmentPart,
  startAttachment,
  takeBackMessage,
} from '@lotse/referral/model';
import type { Caller } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

const letter = Buffer.from('%PDF-1.7\nKanarienbrief\n%%EOF\n');

describe('files that are sent with an answer', () => {
  let story: ReferralStory;
  beforeAll(async () => (story = await referralStory({ NOTICE_HOLD_SECONDS: '10' })));
  afterAll(() => story.stop());

  async function asked(): Promise<{ sent: Sent; threadId: string; pointId: string }> {
    const sent = await story.received();
    const points = [{ piece: 'reports' as const, text: 'Bitte den letzten Arztbrief.' }];
    await story.clinic.get(askQuestion, { params: { id: sent.id }, body: { points, dueOn: '2099-01-02' } });
    const [thread] = (await questions(sent, story.practice)).items;
    return { sent, threadId: thread!.id, pointId: thread!.points[0]!.id };
  }
  const questions = ({ id }: Sent, by: Caller) => by.get(readQuestions, { params: { id } });
  const list = ({ id }: Sent, by: Caller) => by.get(readAttachments, { params: { id } });
  const allOf = ({ own, received }: Awaited<ReturnType<typeof list>>) => [...own, ...Object.values(received).flat()];

  async function attach({ id }: Sent, threadId: string, part: 'letters' | 'diagnosis', by = story.practice) {
    const begun = await by.get(startAttachment, { params: { id }, body: { name: 'Kanarie.pdf', size: letter.length, part, threadId } });
    await by.get(sendAttachmentPart, { params: { id: begun.id }, body: { offset: 0, data: letter.toString('base64') } });
    return by.get(finishAttachment, { params: { id: begun.id }, body: {} });
  }
  async function answer(sent: Sent, pointId: string, fileIds: string[]) {
    const [thread] = (await questions(sent, story.practice)).items;
    const body = { answers: [{ pointId, text: 'Liegt bei.' }], fileIds };
    return story.practice.call(answerQuestion, { params: { id: thread!.id }, version: thread!.version, body });
  }

  it('wait for it, come with it, and go back with it', async () => {
    const { sent, threadId, pointId } = await asked();
    const { id, withAnswer, mayRemove } = await attach(sent, threadId, 'diagnosis');
    expect([withAnswer, mayRemove]).toEqual(['held', true]);
    expect(allOf(await list(sent, story.clinic))).toEqual([]);
    expect((await answer(sent, pointId, [id])).status).toBe(200);
    const [thread] = (await questions(sent, story.clinic)).items;
    expect(thread!.messages.at(-1)!.files.received.diagnosis).toMatchObject([{ id, name: 'Kanarie.pdf' }]);
    expect((await questions(sent, story.practice)).items[0]!.messages.at(-1)!.files.own).toMatchObject([{ id }]);
    expect(allOf(await list(sent, story.clinic))).toMatchObject([{ id, withAnswer: 'sent', mayRemove: false }]);
    expect((await story.practice.call(removeAttachment, { params: { id }, body: {} })).problem.code).toBe('attachment-stays');
    const own = (await questions(sent, story.practice)).items[0]!;
    await story.practice.get(takeBackMessage, { params: { id: threadId }, version: own.version, body: {} });
    expect(allOf(await list(sent, story.clinic))).toEqual([]);
    expect(allOf(await list(sent, story.practice))).toMatchObject([{ id, withAnswer: 'held', mayRemove: true }]);
  });

  // @req ASVS 5.0.0-8.2.2
  it('are cut by release on the side that gets them', async () => {
    const { sent, threadId, pointId } = await asked();
    const { id } = await attach(sent, threadId, 'letters');
    await answer(sent, pointId, [id]);
    const seen = await questions(sent, story.clinic);
    expect(JSON.stringify(seen)).not.toContain('Kanarie');
    expect(seen.hidden).toContain('letters');
  });

  it('are refused when they belong elsewhere or are not whole, and nothing is answered then', async () => {
    const [one, other] = [await asked(), await asked()];
    const { id } = await attach(other.sent, other.threadId, 'diagnosis');
    expect((await answer(one.sent, one.pointId, [id])).problem.code).toBe('file-not-ready');
    expect((await questions(one.sent, story.practice)).items[0]!.isOpen).toBe(true);
    const foreign = await story.clinic.call(startAttachment, {
      params: { id: one.sent.id },
      body: { name: 'x.pdf', size: 9, threadId: one.threadId },
    });
    expect(foreign.status).toBe(404);
  });

  it('are told to whoever looks again as something new, once the answer is there', async () => {
    const { sent, threadId, pointId } = await asked();
    const noted = () =>
      story.database.query<{ field: string }>(`select field from referral_change where referral_id = $1 and field = 'attachment'`, [
        sent.id,
      ]);
    const { id } = await attach(sent, threadId, 'diagnosis');
    expect(await noted()).toHaveLength(0);
    await answer(sent, pointId, [id]);
    expect(await noted()).toHaveLength(1);
  });
});
