import { attemptsAtMost, markNoticeRead, readNotices } from '@lotse/notification/model';
import { JobsModule } from '@lotse/server-kit/jobs';
import { mailCatcher, type MailCatcher } from '@lotse/server-kit/testing';
import { declineOffer } from '@lotse/waiting-list/model';
import { noticeStory, type NoticeStory } from '../testing/notice-story';
import { DeliverNotices } from './deliver-notices';

interface Row {
  id: string;
  kind: string;
  state: string;
  attempts: number;
  remark: string | null;
}

describe('delivery by e-mail', () => {
  let story: NoticeStory;
  let catcher: MailCatcher;
  beforeEach(async () => {
    catcher = await mailCatcher();
    story = await noticeStory({ SMTP_URL: catcher.url, PUBLIC_URL: 'https://lotse.example.org' });
  });
  afterEach(async () => {
    await story.server.stop();
    await catcher.stop();
  });

  const deliveries = () =>
    story.database.query<Row>(
      'select d.id, n.kind, d.state, d.attempts, d.remark from delivery d join notice n on n.id = d.notice_id order by n.created_at, n.id',
    );
  const deliver = () => story.server.app.get(DeliverNotices).run();
  const makeDue = () => story.database.query(`update delivery set claimed_at = now() - interval '2 hours'`);

  /** Waits until nothing is under way, and answers what became of everything. */
  async function settled(): Promise<Row[]> {
    for (let round = 0; round < 200; round++) {
      const rows = await deliveries();
      if (rows.every(({ state, remark }) => state !== 'sending' && (state !== 'queued' || remark !== null))) return rows;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error('Deliveries did not settle.');
  }

  it('promise 5: rings once for each notice, however many deliver at the same time', async () => {
    const sent = [await story.sends(), await story.sends(), await story.sends()];
    await story.tell(3);
    await Promise.all([deliver(), deliver(), deliver(), deliver()]);
    const rows = await settled();
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([1, 2, 3].map(() => ['sent', 1]));
    expect(catcher.mails).toHaveLength(3);
    for (const { reference } of sent) expect(catcher.mails.filter((mail) => mail.includes(reference))).toHaveLength(1);
    for (const { id } of rows) expect(catcher.mails.filter((mail) => mail.includes(`<${id}@lotse>`))).toHaveLength(1);
  });

  it('promise 6: carries a bell and a reference, never a name, a diagnosis or the word psychiatry', async () => {
    await story.offers();
    await story.tell();
    await settled();
    expect(catcher.mails.length).toBeGreaterThan(0);
    for (const mail of catcher.mails) {
      const words = mail.replaceAll(/^To: .*$/gm, '');
      for (const secret of story.secrets) expect(words.toLowerCase()).not.toContain(secret.toLowerCase());
      expect(words).toMatch(/^Subject: Lotse: Neue Mitteilung \/ New notice \(Z-\d+\)/m);
      expect(words).toContain('https://lotse.example.org');
    }
  });

  it('promise 5: is not sent when the notice was read meanwhile', async () => {
    catcher.refuses = true;
    await story.sends();
    await story.tell();
    await settled();
    const clinic = story.server.as(story.county.intake);
    const [notice] = (await clinic.get(readNotices)).items;
    await clinic.get(markNoticeRead, { params: { id: notice!.id } });
    catcher.refuses = false;
    await makeDue();
    await deliver();
    expect(await settled()).toMatchObject([{ state: 'suppressed', remark: 'read' }]);
    expect(catcher.mails).toEqual([]);
  });

  it('promise 5: is not sent when the offer has ended meanwhile', async () => {
    catcher.refuses = true;
    const { offer } = await story.offers();
    await story.tell();
    await settled();
    await story.server.as(story.county.gp).get(declineOffer, { params: { id: offer.id }, version: 1, body: { reason: 'ill' } });
    catcher.refuses = false;
    await makeDue();
    await deliver();
    const rows = await settled();
    expect(rows.find(({ kind }) => kind === 'slot_offered')).toMatchObject({ state: 'suppressed', remark: 'offer-over' });
    expect(rows.find(({ kind }) => kind === 'referral_received')).toMatchObject({ state: 'suppressed', remark: 'moved-on' });
  });

  // @req ASVS 5.0.0-16.5.2
  it('is tried again when the mail server refuses, and not before its pause is over', async () => {
    catcher.refuses = true;
    await story.sends();
    await story.tell();
    expect(await settled()).toMatchObject([{ state: 'queued', attempts: 1, remark: 'EENVELOPE 451' }]);
    catcher.refuses = false;
    await deliver();
    expect(await settled()).toMatchObject([{ state: 'queued', attempts: 1 }]);
    await makeDue();
    await deliver();
    expect(await settled()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(catcher.mails).toHaveLength(1);
  });

  it('is given up after many attempts, while the notice stays on its list', async () => {
    catcher.refuses = true;
    await story.sends();
    await story.tell();
    await settled();
    for (let attempt = 1; attempt < attemptsAtMost; attempt++) {
      await makeDue();
      await deliver();
      await settled();
    }
    expect(await settled()).toMatchObject([{ state: 'dead', attempts: attemptsAtMost }]);
    expect((await story.server.as(story.county.intake).get(readNotices)).unread).toBe(1);
  });

  it('takes over what a process that died had claimed, and leaves alone what another one works on', async () => {
    catcher.refuses = true;
    await story.sends();
    await story.sends();
    await story.tell();
    const [dead, alive] = await settled();
    catcher.refuses = false;
    const claim = `update delivery set state = 'sending', claimed_at = now() - make_interval(secs => $2) where id = $1`;
    await story.database.query(claim, [dead!.id, 61]);
    await story.database.query(claim, [alive!.id, 5]);
    await deliver();
    expect((await deliveries()).map(({ id, state }) => [id, state])).toEqual([
      [dead!.id, 'sent'],
      [alive!.id, 'sending'],
    ]);
    expect(catcher.mails).toHaveLength(1);
    expect(catcher.mails[0]).toContain(`<${dead!.id}@lotse>`);
  });

  it('rings nobody who gave no address', async () => {
    await story.database.query('update organisation set notification_email = null');
    await story.sends();
    await story.tell();
    expect(await deliveries()).toEqual([]);
    expect((await story.server.as(story.county.intake).get(readNotices)).unread).toBe(1);
  });
});

describe('from an act to a mail', () => {
  it('goes through outbox, queue, notice and delivery by itself, once', async () => {
    const catcher = await mailCatcher();
    const story = await noticeStory({ SMTP_URL: catcher.url }, [JobsModule]);
    try {
      const { reference } = await story.sends();
      for (let round = 0; round < 400 && catcher.mails.length === 0; round++) await new Promise((done) => setTimeout(done, 25));
      await new Promise((done) => setTimeout(done, 500));
      expect(catcher.mails).toHaveLength(1);
      expect(catcher.mails[0]).toContain(reference);
    } finally {
      await story.server.stop();
      await catcher.stop();
    }
  });
});
