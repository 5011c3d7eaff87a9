import { readNotices } from '@lotse/notification/model';
import { openBreakGlass, type BreakGlassOpened } from '@lotse/people/model';
import type { ToldEvent } from '@lotse/server-kit/jobs';
import { addStaff } from '@lotse/server-kit/testing';
import { noticeStory, type NoticeStory } from './testing/notice-story';
import { WhenBreakGlassOpened } from './when-break-glass-opened';

describe('access in an emergency', () => {
  let story: NoticeStory;
  beforeAll(async () => void (story = await noticeStory()));
  afterAll(() => story.server.stop());

  it('is told once to whose person it was and to the officer who reviews it, without a word about anybody', async () => {
    const { county, database, server, secrets } = story;
    const officer = await addStaff(database, county.administrator.organisationId, ['dpo']);
    await story.sends();
    const who = { familyName: 'Geheimnisvoll', birthDate: '1970-05-03' };
    const body = { reason: 'on_call' as const, explanation: 'Notdienst: Person nicht ansprechbar.', parts: ['contact' as const], who };
    const { opened } = await server.as(county.otherIntake).get(openBreakGlass, { body });
    const [event] = await database.query<ToldEvent<BreakGlassOpened>>(
      `select id, region_id as "regionId", payload from outbox_event where name = 'BreakGlassOpened'`,
    );
    const reaction = server.app.get(WhenBreakGlassOpened);
    await Promise.all([1, 2, 3].map(() => reaction.react(event!)));

    const noticesOf = async (staff: typeof officer) =>
      (await server.as(staff).get(readNotices)).items.map(({ kind, reference }) => [kind, reference]);
    expect(await noticesOf(county.gp)).toEqual([['break_glass_opened', opened!.reference]]);
    expect(await noticesOf(officer)).toEqual([['break_glass_to_review', opened!.reference]]);
    expect(await noticesOf(county.otherGp)).toEqual([]);
    const rows = await database.query<{ text: string }>(`select to_jsonb(n)::text as text from notice n where kind like 'break_glass%'`);
    for (const { text } of rows) for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
