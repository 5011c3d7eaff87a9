import { readNotices } from '@lotse/notification/model';
import { acceptReferral, acknowledgeReferral, declineReferral, startTriage, undoMove } from '@lotse/referral/model';
import { JobsModule } from '@lotse/server-kit/jobs';
import { LiveEvents, type LiveEvent } from '@lotse/server-kit/http';
import { mailCatcher, type MailCatcher } from '@lotse/server-kit/testing';
import { noticeStory, type NoticeStory } from './testing/notice-story';

const until = async (holds: () => Promise<boolean>) => {
  for (let left = 400; left > 0 && !(await holds()); left--) await new Promise((wait) => setTimeout(wait, 25));
};

describe(`steps of triage that wait before anybody is told (${process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL'})`, () => {
  let story: NoticeStory;
  let catcher: MailCatcher;

  /** Everything in one process, as `npm start` has it: acts, relay, queue, reactions, mails. */
  const begin = async (seconds: number) => {
    catcher = await mailCatcher();
    const environment = { SMTP_URL: catcher.url, PUBLIC_URL: 'https://lotse.example.org', NOTICE_HOLD_SECONDS: String(seconds) };
    story = await noticeStory(environment, [JobsModule]);
  };
  afterEach(async () => {
    await story.server.stop();
    await catcher.stop();
  });

  const clinic = () => story.server.as(story.county.intake);
  const told = async () => (await story.server.as(story.county.gp).get(readNotices)).items.map(({ kind, act }) => [kind, act]);
  const notDone = () =>
    story.database.query<{ act: string; held: boolean }>(
      `select payload ->> 'act' as act, due_at > clock_timestamp() as held from outbox_event where done_at is null and name = 'ReferralMoved' order by sequence`,
    );
  /** Waits until everything that is due has been dealt with. */
  const quiet = () => until(async () => (await notDone()).every(({ held }) => held));
  const settledMails = () =>
    until(async () => (await story.database.query(`select 1 from delivery where state in ('queued', 'sending')`)).length === 0);
  const mailsToPractice = () =>
    story.database.query<{ kind: string; act: string; state: string; remark: string | null }>(
      `select n.kind, n.act, d.state, d.remark from delivery d join notice n on n.id = d.notice_id where n.organisation_id = $1
       order by n.created_at`,
      [story.county.practice],
    );
  /** As if the time had passed; the relay's polling finds what no alarm was set for. */
  const timePasses = () => story.database.query(`update outbox_event set due_at = now() where relayed_at is null`);
  const received = async () => {
    const { id } = await story.sends();
    await clinic().get(acknowledgeReferral, { params: { id }, version: 2 });
    return id;
  };

  it('promise 5: taken back within the moment, nobody is ever told, neither of the one nor of the other', async () => {
    await begin(60);
    const id = await received();
    await clinic().get(acceptReferral, { params: { id }, version: 3 });
    await quiet();
    expect(await notDone()).toEqual([{ act: 'accept', held: true }]);
    expect(await told()).toEqual([]);
    await clinic().get(undoMove, { params: { id }, version: 4 });
    await quiet();
    await timePasses();
    await until(async () => (await notDone()).length === 0);
    await settledMails();
    expect(await notDone()).toEqual([]);
    expect(await told()).toEqual([]);
    expect(await mailsToPractice()).toEqual([]);
  });

  it('a step that nobody took back is told once, when the moment is over and not before', async () => {
    await begin(1);
    const id = await received();
    const before = Date.now();
    await clinic().get(acceptReferral, { params: { id }, version: 3 });
    await until(async () => (await told()).length > 0);
    expect(Date.now() - before).toBeGreaterThanOrEqual(990);
    await quiet();
    expect(await told()).toEqual([['referral_moved', 'accept']]);
  });

  it('promise 5: taken back after the other side was told, it is told that too, once', async () => {
    await begin(0);
    const id = await received();
    await clinic().get(declineReferral, { params: { id }, version: 3, body: { reason: 'no_capacity', wayForward: 'Tagesklinik' } });
    await quiet();
    await settledMails();
    await clinic().get(undoMove, { params: { id }, version: 4 });
    await quiet();
    await settledMails();
    expect(await told()).toEqual([
      ['move_undone', 'decline'],
      ['referral_moved', 'decline'],
    ]);
    expect(await mailsToPractice()).toMatchObject([
      { kind: 'referral_moved', state: 'sent' },
      { kind: 'move_undone', act: 'decline', state: 'sent' },
    ]);
    for (const mail of catcher.mails) for (const secret of story.secrets) expect(mail.replaceAll(/^To: .*$/gm, '')).not.toContain(secret);
  });

  it('promise 5: a mail that waits for its server is not sent once the step was taken back', async () => {
    await begin(0);
    const id = await received();
    catcher.refuses = true;
    await clinic().get(acceptReferral, { params: { id }, version: 3 });
    await quiet();
    await until(async () => (await mailsToPractice()).some(({ remark }) => remark !== null));
    await clinic().get(undoMove, { params: { id }, version: 4 });
    await quiet();
    catcher.refuses = false;
    await story.database.query(`update delivery set claimed_at = now() - interval '2 hours'`);
    await settledMails();
    expect(await mailsToPractice()).toMatchObject([
      { kind: 'referral_moved', state: 'suppressed', remark: 'taken-back' },
      { kind: 'move_undone', act: 'accept', state: 'sent' },
    ]);
  });

  it('what nobody is told of leaves nothing to take back', async () => {
    await begin(0);
    const id = await received();
    await clinic().get(startTriage, { params: { id }, version: 3 });
    await quiet();
    await clinic().get(undoMove, { params: { id }, version: 4 });
    await quiet();
    expect(await told()).toEqual([]);
  });

  it('promise 5: however the two events overtake one another, either both are told or neither', async () => {
    await begin(60);
    for (let round = 0; round < 5; round++) {
      const id = await received();
      await clinic().get(acceptReferral, { params: { id }, version: 3 });
      await Promise.all([clinic().get(undoMove, { params: { id }, version: 4 }), timePasses()]);
      await until(async () => (await notDone()).length === 0);
    }
    const pairs = await story.database.query<{ kinds: string[] }>(
      `select array_agg(kind order by kind) as kinds from notice where organisation_id = $1 group by referral_id`,
      [story.county.practice],
    );
    for (const { kinds } of pairs) expect(kinds).toEqual(['move_undone', 'referral_moved']);
  });

  it('screens are told at once all the same', async () => {
    await begin(60);
    const id = await received();
    const seen: LiveEvent[] = [];
    const stop = story.server.app
      .get(LiveEvents)
      .subscribe(story.county.practice, (event) => typeof event === 'object' && seen.push(event));
    await clinic().get(acceptReferral, { params: { id }, version: 3 });
    const ofAccept = () => seen.filter(({ subjectId, version }) => subjectId === id && version === 4);
    await until(() => Promise.resolve(ofAccept().length > 0));
    stop();
    expect(ofAccept()).toHaveLength(1);
    expect(await notDone()).toContainEqual({ act: 'accept', held: true });
  });
});
