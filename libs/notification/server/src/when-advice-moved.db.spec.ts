import {
  addAdviceInfo,
  adviceMoved,
  answerAdvice,
  askAdvice,
  askAdviceAgain,
  askBackAdvice,
  askCapacity,
  cancelAdvice,
  closeAdvice,
  readEnquiry,
  type AdviceMoved,
} from '@lotse/advice/model';
import { AdviceModule } from '@lotse/advice/server';
import { createPerson, recordRelease, revokeRelease } from '@lotse/people/model';
import { readNotices, toldAboutAdvice } from '@lotse/notification/model';
import type { ToldEvent } from '@lotse/server-kit/jobs';
import type { Caller } from '@lotse/server-kit/testing';
import { noticeStory, type NoticeStory } from './testing/notice-story';
import { WhenAdviceMoved } from './when-advice-moved';

const words = { text: 'Geheimnisvoll: so ist es.', isChecked: true };
const answerBy = '2099-12-31';

describe('notices of what is asked before a referral', () => {
  let story: NoticeStory;
  beforeAll(async () => void (story = await noticeStory({}, [AdviceModule])));
  afterAll(() => story.server.stop());

  const practice = () => story.server.as(story.county.gp);
  const clinic = () => story.server.as(story.county.intake);
  const otherClinic = () => story.server.as(story.county.otherIntake);
  const otherPractice = () => story.server.as(story.county.otherGp);

  /** Every event twice at once, as a stumbling queue brings them. */
  async function tell(): Promise<void> {
    const events = await story.database.query<ToldEvent<AdviceMoved>>(
      `select id, name, region_id as "regionId", payload from outbox_event where name = $1 order by sequence`,
      [adviceMoved],
    );
    for (const event of events) await Promise.all([1, 2].map(() => story.server.app.get(WhenAdviceMoved).react(event)));
  }
  const kindsFor = async (enquiryId: string, by: Caller) =>
    (await by.get(readNotices)).items.filter((notice) => notice.enquiryId === enquiryId).map(({ kind }) => kind);
  async function act(enquiryId: string, by: Caller, contract: typeof closeAdvice, body: object = {}): Promise<void> {
    const [thread] = (await by.get(readEnquiry, { params: { id: enquiryId } })).threads;
    await by.get(contract, { params: { id: thread!.id }, version: thread!.version, body: body as Record<string, never> });
  }
  const asks = async (personId: string | null = null) => {
    const body = {
      serviceId: story.county.service,
      personId,
      question: 'Geheimnisvoll: reicht das?',
      diagnosis: 'F32.2',
      answerBy,
      isChecked: true,
    };
    return (await practice().get(askAdvice, { body })).id;
  };

  it('each step tells the side whose turn it is then, once, and nobody else', async () => {
    const id = await asks();
    await act(id, clinic(), askBackAdvice as never, words);
    await act(id, practice(), addAdviceInfo as never, words);
    await act(id, clinic(), answerAdvice as never, { ...words, recommendation: 'advice_only' });
    await act(id, practice(), askAdviceAgain as never, words);
    await act(id, clinic(), answerAdvice as never, { ...words, recommendation: 'advice_only' });
    await act(id, practice(), closeAdvice);
    await tell();
    expect((await kindsFor(id, clinic())).sort()).toEqual(['advice_asked', 'advice_asked', 'advice_asked', 'advice_ended']);
    expect((await kindsFor(id, practice())).sort()).toEqual(['advice_answered', 'advice_answered', 'advice_info_wanted']);
    expect([await kindsFor(id, otherClinic()), await kindsFor(id, otherPractice())]).toEqual([[], []]);
    expect(Object.keys(toldAboutAdvice).sort()).toEqual(['add_info', 'answer', 'ask', 'ask_again', 'ask_back', 'cancel', 'close']);
  });

  it('what is no longer needed is over for the service; of several services each hears of its own', async () => {
    const about = { age: 42, diagnosis: 'F33.1', category: 'day_clinic' as const, postcode: '79539', urgency: 'soon' as const };
    const body = { ...about, serviceIds: [story.county.service, story.county.otherService], answerBy };
    const { id } = await practice().get(askCapacity, { body });
    await act(id, clinic(), answerAdvice as never, { verdict: 'no' });
    const { threads } = await practice().get(readEnquiry, { params: { id } });
    const waiting = threads.find(({ serviceId }) => serviceId === story.county.otherService)!;
    await practice().get(cancelAdvice, { params: { id: waiting.id }, version: waiting.version, body: {} });
    await tell();
    expect(await kindsFor(id, clinic())).toEqual(['advice_asked']);
    expect((await kindsFor(id, otherClinic())).sort()).toEqual(['advice_asked', 'advice_ended']);
    expect(await kindsFor(id, practice())).toEqual(['advice_answered']);
  });

  it('promise 5 and 6: nothing is told to a service that may not see it any more, and no notice names anybody', async () => {
    const person = await practice().get(createPerson, { body: { familyName: 'Geheimnisvoll', givenName: 'Ida', birthDate: '1971-02-03' } });
    const terms = {
      purpose: 'Beratung',
      coversHealthData: true as const,
      form: 'written' as const,
      givenOn: '2026-01-02',
      validUntil: answerBy,
    };
    const release = await practice().get(recordRelease, {
      params: { id: person.id },
      body: { ...terms, recipientOrganisationId: story.county.clinic, dataParts: ['identity', 'diagnosis'] },
    });
    const id = await asks(person.id);
    await practice().get(revokeRelease, { params: { id: release.id }, version: release.version, body: { how: 'phone' } });
    await tell();
    expect(await kindsFor(id, clinic())).toEqual([]);
    const rows = await story.database.query<{ text: string }>('select to_jsonb(n)::text as text from notice n');
    for (const { text } of rows) for (const secret of story.secrets) expect(text).not.toContain(secret);
  });
});
