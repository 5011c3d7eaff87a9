import { markNoticeRead, readNotices } from '@lotse/notification/model';
import { revokeRelease } from '@lotse/people/model';
import { acceptReferral, acknowledgeReferral } from '@lotse/referral/model';
import { acceptOffer, declineOffer } from '@lotse/waiting-list/model';
import { noticeStory, type NoticeStory } from '../testing/notice-story';

describe('notices', () => {
  let story: NoticeStory;
  beforeEach(async () => void (story = await noticeStory()));
  afterEach(() => story.server.stop());

  const clinic = () => story.server.as(story.county.intake);
  const practice = () => story.server.as(story.county.gp);

  it('promise 5: are written once, however often and however simultaneously an event is delivered', async () => {
    const { id, reference } = await story.sends();
    await story.tell(5);
    await story.tell(2);
    const { items, unread } = await clinic().get(readNotices);
    expect(items).toMatchObject([{ kind: 'referral_received', reference, referralId: id, readAt: null }]);
    expect(unread).toBe(1);
    expect((await practice().get(readNotices)).items).toEqual([]);
  });

  it('tell the referrer what they want to know, and nothing of what is routine', async () => {
    const { id } = await story.sends();
    await clinic().get(acknowledgeReferral, { params: { id }, version: 2 });
    await clinic().get(acceptReferral, { params: { id }, version: 3 });
    await story.tell();
    expect((await practice().get(readNotices)).items).toMatchObject([{ kind: 'referral_moved', act: 'accept' }]);
  });

  it('tell the practice of a slot to phone about, and the clinic of the answer', async () => {
    const declined = await story.offers();
    const accepted = await story.offers();
    await practice().get(declineOffer, { params: { id: declined.offer.id }, version: 1, body: { reason: 'time' } });
    await clinic().get(acceptOffer, { params: { id: accepted.offer.id }, version: 1 });
    await story.tell();
    const kindsOf = (items: { kind: string; referralId: string | null }[], referralId: string) =>
      items.filter((item) => item.referralId === referralId).map(({ kind }) => kind);
    const [ours, theirs] = [(await practice().get(readNotices)).items, (await clinic().get(readNotices)).items];
    expect(kindsOf(ours, declined.referralId)).toEqual(['slot_offered', 'referral_moved', 'referral_moved']);
    expect(kindsOf(theirs, declined.referralId)).toEqual(['offer_declined', 'referral_received']);
    expect(kindsOf(ours, accepted.referralId)).toEqual(['offer_accepted', 'slot_offered', 'referral_moved', 'referral_moved']);
    expect(kindsOf(theirs, accepted.referralId)).toEqual(['referral_received']);
  });

  it('tell a receiver once that it may see somebody no more, by a reference and nothing else', async () => {
    const { id, reference } = await story.sends();
    const [given] = await story.database.query<{ id: string }>(
      'select x.id from release x join referral r using (person_id) where r.id = $1',
      [id],
    );
    await practice().get(revokeRelease, { params: { id: given!.id }, version: 1, body: { how: 'letter' } });
    await story.tell(3);
    const { items } = await clinic().get(readNotices);
    expect(items.filter(({ kind }) => kind === 'release_revoked')).toMatchObject([{ reference, referralId: null, act: null }]);
    expect((await practice().get(readNotices)).items.filter(({ kind }) => kind === 'release_revoked')).toEqual([]);
  });

  it('are read for the whole organisation, and by nobody else', async () => {
    await story.sends();
    await story.tell();
    const [notice] = (await clinic().get(readNotices)).items;
    const params = { id: notice!.id };
    expect((await practice().call(markNoticeRead, { params })).status).toBe(404);
    await story.server.as(story.county.clinician).get(markNoticeRead, { params });
    const { items, unread } = await clinic().get(readNotices, { query: { unread: 'true' } });
    expect({ items, unread }).toEqual({ items: [], unread: 0 });
    const again = await clinic().get(markNoticeRead, { params });
    expect(again.readAt).not.toBeNull();
    const told = await story.database.query<{ audience: string[] }>(`select audience from outbox_event where name = 'NoticeWritten'`);
    expect(told.map(({ audience }) => audience)).toEqual([[story.county.clinic], [story.county.clinic]]);
  });

  it('come in pages, newest first, each once', async () => {
    for (let count = 0; count < 5; count++) await story.sends();
    await story.tell();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await clinic().get(readNotices, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ reference }) => reference!));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('promise 6: carry identifiers and a reference, never a name or a diagnosis', async () => {
    await story.offers();
    await story.tell();
    const rows = await story.database.query<{ text: string }>(
      'select to_jsonb(notice)::text as text from notice union all select payload::text from outbox_event',
    );
    for (const { text } of rows) for (const secret of story.secrets) expect(text).not.toContain(secret);
  });
});
