import { createPerson, recordRelease, revokeRelease } from '@lotse/people/model';
import {
  actThroughLink,
  createReferral,
  lookThroughLink,
  makeReceiverLink,
  openReceiverLink,
  printThroughLink,
  readReceiverLinks,
  readReferral,
  revokeReceiverLink,
  submitReferral,
} from '@lotse/referral/model';
import { hashOf } from '@lotse/server-kit/http';
import { birthDates, mailCatcher, readPdf, type MailCatcher } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory } from '../testing/referral-story';

const name = 'Frau Extern';

describe('a link for a receiver without an account', () => {
  let story: ReferralStory;
  let mails: MailCatcher;
  let receiver: string;
  let service: string;
  const bornOn = birthDates();

  beforeAll(async () => {
    mails = await mailCatcher();
    story = await referralStory({ SMTP_URL: mails.url, PUBLIC_URL: 'http://lotse.example' });
    [receiver, service] = [crypto.randomUUID(), crypto.randomUUID()];
    await story.database.query(
      `insert into organisation (id, region_id, name, kind, legal_regime, without_account) values ($1, $2, 'Ergopraxis Extern', 'practice', 'gdpr', true)`,
      [receiver, story.county.regionId],
    );
    await story.database.query(
      `insert into staff (id, organisation_id, email, display_name, roles) values (gen_random_uuid(), $1, $2, 'Lotse', '{system}')`,
      [receiver, `system@${receiver}`],
    );
    await story.database.query(
      `insert into service select (jsonb_populate_record(s, jsonb_build_object('id', $1::text, 'organisation_id', $2::text, 'name', 'Ergotherapie'))).*
       from service s where s.id = $3`,
      [service, receiver, story.county.service],
    );
  });
  afterAll(async () => {
    await story.stop();
    await mails.stop();
  });

  async function sent() {
    const who = { familyName: 'Kanaria', givenName: 'Ida', birthDate: bornOn(), phone: '07622 4711' };
    const person = await story.practice.get(createPerson, { body: who });
    const params = { id: person.id };
    const release = await story.practice.get(recordRelease, { params, body: { ...terms, recipientOrganisationId: receiver } });
    const content = { reason: 'low_mood', question: 'Bitte um Ergotherapie', urgency: 'soon' as const, medication: 'Kanarienmittel' };
    const { id } = await story.practice.get(createReferral, { body: { personId: person.id, serviceId: service, ...content } });
    await story.practice.get(submitReferral, { params: { id }, version: 1 });
    const made = await story.practice.get(makeReceiverLink, { params: { id }, body: { email: 'extern@example.org' } });
    return { ...made, linkId: made.id, id, personId: person.id, release, token: made.link.split('#')[1]! };
  }
  const anyone = () => story.server.as({ id: '', organisationId: '', token: '' });
  const opens = (token: string, code: string) => anyone().call(openReceiverLink, { body: { token, code, name } });
  async function opened() {
    const made = await sent();
    const { session } = (await opens(made.token, made.code)).answer;
    return { ...made, session };
  }

  const linkTasks = async (id: string) =>
    (await story.database.query<{ state: string }>(`select state from task where kind = 'link_unanswered' and subject_id = $1`, [id])).map(
      ({ state }) => state,
    );
  /** What is open about it of the sender's work of this kind, after time has looked. */
  async function openTasksNow(id: string): Promise<string[]> {
    await story.server.database.asSystem((transaction) => transaction.rows('test.tasks', 'select open_referral_tasks()'));
    const rows = await story.database.query<{ kind: string }>(
      `select kind from task where kind = 'link_unanswered' and subject_id = $1 and organisation_id = $2 and ended_at is null`,
      [id, story.county.practice],
    );
    return rows.map(({ kind }) => kind);
  }

  it('goes by mail with a bell and nothing else; the code is on a sheet that names nobody', async () => {
    const made = await sent();
    expect(made.mail).toBe('sent');
    const mail = mails.mails.at(-1)!;
    expect(JSON.stringify(mail)).not.toMatch(/Kanaria|Ergo|Praxis|Klinik|Z-\d/);
    expect(JSON.stringify(mail)).not.toContain(made.code);
    const sheet = readPdf(Buffer.from(made.sheet, 'base64'));
    expect(sheet.text).toContain(made.code);
    expect(sheet.text).not.toContain('Kanaria');
    expect(sheet.text).not.toContain(made.token);
    const kept = await story.database.query<{ text: string }>('select l::text as text from receiver_link l where id = $1', [made.linkId]);
    expect(JSON.stringify(kept)).not.toContain(made.token);
  });

  it('shows exactly what was released, and every look is known to the sender', async () => {
    const { session, id, personId } = await opened();
    const seen = await anyone().get(lookThroughLink, { body: { session } });
    expect(seen).toMatchObject({
      personName: 'Kanaria, Ida',
      named: name,
      acts: ['acknowledge'],
      content: { question: 'Bitte um Ergotherapie' },
    });
    expect(seen.hidden).toContain('medication');
    expect(JSON.stringify(seen)).not.toMatch(/Kanarienmittel|07622 4711/);
    const { document } = await anyone().get(printThroughLink, { body: { session } });
    const { text } = readPdf(Buffer.from(document, 'base64'));
    expect(text).toContain('Bitte um Ergotherapie');
    expect(text).not.toMatch(/Kanarienmittel|4711/);
    const lines = await story.database.query<{ verb: string }>(
      `select verb from chronicle_entry where person_id = $1 and organisation_id = $2 order by id`,
      [personId, receiver],
    );
    expect(lines.map(({ verb }) => verb)).toEqual(['receiver-links/look', 'receiver-links/print']);
    const { items } = await story.practice.get(readReceiverLinks, { params: { id } });
    expect(items[0]).toMatchObject({ state: 'opened', lookedAt: [{ named: name }] });
  });

  it('lets the receiver confirm, ask and decide; the history says whose word it was', async () => {
    const { session, id } = await opened();
    const act = (version: number, body: object) => anyone().call(actThroughLink, { body: { session, version, ...body } as never });
    expect((await act(2, { act: 'acknowledge' })).status).toBe(200);
    expect((await act(2, { act: 'accept' })).problem?.code).toBe('version-stale');
    expect((await act(3, { act: 'decline', text: 'Bitte woanders' })).status).toBe(422);
    expect((await act(3, { act: 'accept' })).status).toBe(200);
    const { steps, state } = await story.practice.get(readReferral, { params: { id } });
    expect(state).toBe('accepted');
    expect(steps.at(-1)).toMatchObject({ act: 'accept', voice: { saidBy: name, through: 'link', organisationName: 'Ergopraxis Extern' } });
    expect(await linkTasks(id)).toEqual(['done']);
  });

  it('lets the receiver tell how it ended, or give it back, with the reasons of the county', async () => {
    const { session, id } = await opened();
    const act = async (body: object) => {
      const { version } = await anyone().get(lookThroughLink, { body: { session } });
      return anyone().call(actThroughLink, { body: { session, version, ...body } as never });
    };
    await act({ act: 'acknowledge' });
    await act({ act: 'accept' });
    const seen = await anyone().get(lookThroughLink, { body: { session } });
    expect(seen.acts).toEqual(['send_outcome', 'hand_back']);
    expect(seen.reasons).toContainEqual(expect.objectContaining({ list: 'outcome', code: 'helped', de: 'Hilfe gelungen' }));
    expect((await act({ act: 'hand_back', reason: 'other', text: 'Bitte woanders' })).problem?.code).toBe('comment-missing');
    expect((await act({ act: 'send_outcome', text: 'Ohne Ergebnis' })).status).toBe(422);
    expect((await act({ act: 'send_outcome', reason: 'helped', text: 'Sechs Einheiten, gut.' })).status).toBe(200);
    const { outcome, state, custody } = await story.practice.get(readReferral, { params: { id } });
    expect({ state, outcome, custody }).toMatchObject({
      state: 'outcome_sent',
      outcome: { outcome: 'helped', report: 'Sechs Einheiten, gut.' },
      custody: { custodian: 'referrer' },
    });
    expect(await openTasksNow(id)).toEqual([]);
  });

  it('what lies with somebody who has no worklist is work of the sender: one task at a time, and again some days later', async () => {
    const { session, id, linkId } = await opened();
    expect(await openTasksNow(id)).toEqual(['link_unanswered']);
    await story.practice.get(revokeReceiverLink, { params: { id }, body: { linkId } });
    expect(await openTasksNow(id)).toEqual(['link_unanswered']);
    const other = await opened();
    for (const [version, act] of [
      [2, 'acknowledge'],
      [3, 'accept'],
    ] as const) {
      expect((await anyone().call(actThroughLink, { body: { session: other.session, version, act } })).status).toBe(200);
      expect(await openTasksNow(other.id)).toEqual(['link_unanswered']);
    }
    const end = `update task set state = 'done', ended_at = now() - $2::interval, result = 'reached' where subject_id = $1 and ended_at is null`;
    await story.database.query(end, [other.id, '2 days']);
    expect(await openTasksNow(other.id)).toEqual([]);
    await story.database.query(`update task set ended_at = now() - interval '8 days' where subject_id = $1`, [other.id]);
    expect(await openTasksNow(other.id)).toEqual(['link_unanswered']);
    expect(session).not.toBe(other.session);
  });

  // @req ASVS 5.0.0-8.2.2, 5.0.0-6.6.2
  it('opens one referral and no other of the same receiver', async () => {
    const [first, second] = [await opened(), await opened()];
    const seen = await anyone().get(lookThroughLink, { body: { session: first.session } });
    expect(seen.id).toBe(first.id);
    const rows = await story.server.database.asPublic(async (transaction) => {
      await transaction.select('select * from enter_receiver_link($1)', [hashOf(first.session)]);
      const [referrals, people, releases] = [
        await transaction.select('select id from referral', []),
        await transaction.select('select id from person', []),
        await transaction.select('select id from release', []),
      ];
      return [referrals.length, people.length, releases.length];
    });
    expect(rows).toEqual([1, 1, 0]);
    expect(second.session).not.toBe(first.session);
  });

  it('answers the same to whatever is wrong: made up, wrong code, taken back, over', async () => {
    const wordsOf = async (token: string, code: string) => {
      const { instance: _, ...words } = (await opens(token, code)).problem as { instance?: string };
      return words;
    };
    const [good, revoked, over] = [await sent(), await sent(), await sent()];
    await story.practice.get(revokeReceiverLink, { params: { id: revoked.id }, body: { linkId: revoked.linkId } });
    await story.database.query(
      `update receiver_link set created_at = now() - interval '20 days', expires_at = now() - interval '1 day' where id = $1`,
      [over.linkId],
    );
    const answers = [
      await wordsOf('a'.repeat(60), good.code),
      await wordsOf(good.token, 'AAAAAAAA'),
      await wordsOf(revoked.token, revoked.code),
      await wordsOf(over.token, over.code),
      await wordsOf(good.token, over.code),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await opens(good.token, good.code)).status).toBe(200);
  });

  // @req ASVS 5.0.0-6.6.3
  it('is over after five wrong codes, for the right one too', async () => {
    const { token, code } = await sent();
    for (let attempt = 0; attempt < 5; attempt++) expect((await opens(token, 'AAAAAAAA')).status).toBe(404);
    expect((await opens(token, code)).status).toBe(404);
  });

  // @req ASVS 5.0.0-8.3.2
  it('shows nothing from the moment on in which the release was revoked or the link was taken back', async () => {
    const [revoked, takenBack] = [await opened(), await opened()];
    const looks = async ({ session }: { session: string }) => (await anyone().call(lookThroughLink, { body: { session } })).status;
    expect([await looks(revoked), await looks(takenBack)]).toEqual([200, 200]);
    await story.practice.get(revokeRelease, { params: { id: revoked.release.id }, version: 1, body: { how: 'phone' } });
    expect(await looks(revoked)).toBe(404);
    await story.practice.get(revokeReceiverLink, { params: { id: takenBack.id }, body: { linkId: takenBack.linkId } });
    expect(await looks(takenBack)).toBe(404);
    expect((await opens(takenBack.token, takenBack.code)).status).toBe(404);
  });

  it('is made for those without an account only, and only by the sender', async () => {
    const { id } = await story.sends();
    const body = { email: null };
    expect((await story.practice.call(makeReceiverLink, { params: { id }, body })).problem?.code).toBe('receiver-has-account');
    expect((await story.server.as(story.county.otherGp).call(makeReceiverLink, { params: { id }, body })).status).toBe(404);
  });
});

const terms = {
  purpose: 'Mitbehandlung',
  dataParts: ['identity' as const, 'diagnosis' as const],
  coversHealthData: true as const,
  form: 'written' as const,
  givenOn: '2026-01-02',
  validUntil: '2099-12-31',
};
