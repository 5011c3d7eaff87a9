import {
  acceptInvitation,
  askForNewAccess,
  inviteStaff,
  lookAtInvitation,
  lookAtNewAccess,
  readInvitations,
  readSession,
  resendInvitation,
  revokeInvitation,
  sendNewAccess,
  signIn,
  useNewAccess,
} from '@lotse/identity/model';
import {
  addStaff,
  mailCatcher,
  startTestServer,
  testCounty,
  testDatabase,
  type MailCatcher,
  type TestCounty,
  type TestDatabase,
  type TestServer,
  type TestStaff,
} from '@lotse/server-kit/testing';
import { IdentityModule } from '../identity.module';
import { Links } from './links';

const password = 'Regenschirm und Waldweg';
const healthWords = /psych|klinik|seelisch|krank|therap|patient|arzt|praxis|health|clinic|mental/i;

describe('being let in', () => {
  let database: TestDatabase;
  let county: TestCounty;
  let server: TestServer;
  let withoutMail: TestServer;
  let administrator: TestStaff;
  let box: MailCatcher;

  beforeAll(async () => {
    box = await mailCatcher();
    database = await testDatabase();
    county = await testCounty(database);
    administrator = await addStaff(database, county.clinic, ['org_admin']);
    server = await startTestServer(database, [IdentityModule], { SMTP_URL: box.url, PUBLIC_URL: 'https://lotse.example' });
    withoutMail = await startTestServer({ ...database, drop: async () => undefined }, [IdentityModule], {
      PUBLIC_URL: 'https://lotse.example',
    });
  });
  beforeEach(() => (box.refuses = false));
  afterAll(async () => {
    await withoutMail.stop();
    await server.stop();
    await box.stop();
  });

  const nobody = () => server.as(undefined);
  const invite = (email: string, roles: string[] = ['intake'], through = server) =>
    through.as(administrator).call(inviteStaff, { body: { email, displayName: 'Ida Neu', roles } });
  const mailTo = (email: string) => box.mails.filter((mail) => mail.includes(`To: ${email}`)).at(-1)!;
  const tokenIn = (text: string) => /#([\w-]{43})/.exec(text)![1]!;
  const accept = (token: string) => nobody().call(acceptInvitation, { body: { token, displayName: 'Dr. Ida Neu', password } });
  const comeIn = (email: string, given = password) => nobody().call(signIn, { body: { email, password: given } });
  const afterMails = () => server.app.get(Links).onApplicationShutdown();

  // @req ASVS 5.0.0-6.4.1
  it('by a mail that says nothing about health, with a token that only a hash is kept of', async () => {
    const { status, answer } = await invite('ida@neu.example');
    expect([status, answer.sent, answer.link]).toEqual([200, 'by_mail', null]);
    const mail = mailTo('ida@neu.example');
    expect(mail).toContain('https://lotse.example/einladung#');
    expect(mail.replace(/^(To|Message-ID):.*$/gim, '')).not.toMatch(healthWords);
    const token = tokenIn(mail);
    const rows = await database.query<{ row: string }>('select invitation::text as row from invitation');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    expect(await nobody().get(lookAtInvitation, { body: { token } })).toMatchObject({
      displayName: 'Ida Neu',
      organisation: 'Klinik Eins',
    });

    expect((await accept(token)).answer).toEqual({ email: 'ida@neu.example' });
    const { answer: session } = await comeIn('ida@neu.example');
    expect(session).toMatchObject({ staff: { displayName: 'Dr. Ida Neu', roles: ['intake'] }, organisation: { id: county.clinic } });
    const again = await accept(token);
    expect([again.status, again.problem.code]).toEqual([410, 'link-not-good']);
  });

  it('asks for a password that is not easy to guess, and keeps the link good', async () => {
    await invite('plain@neu.example');
    const token = tokenIn(mailTo('plain@neu.example'));
    const refused = await nobody().call(acceptInvitation, { body: { token, displayName: 'Ida', password: 'passwort1234' } });
    expect(refused.problem.code).toBe('password-too-plain');
    const stolen = await nobody().call(acceptInvitation, { body: { token, displayName: 'Ida', password: 'Sunshine123456!' } });
    expect(stolen.problem).toMatchObject({ code: 'password-leaked', fields: [{ field: 'password' }] });
    expect((await accept(token)).status).toBe(200);
  });

  // @req ASVS 5.0.0-6.4.1
  it('only the newest link is good; none is after it was taken back or ran out, and all say the same', async () => {
    const { answer } = await invite('link@neu.example');
    const first = tokenIn(mailTo('link@neu.example'));
    const resent = await server.as(administrator).get(resendInvitation, { params: { id: answer.id }, body: {} });
    const second = tokenIn(mailTo('link@neu.example'));
    const problemOf = async (token: string) => {
      const { problem } = await nobody().call(lookAtInvitation, { body: { token } });
      return { ...problem, instance: '' };
    };
    const unknown = await problemOf('x'.repeat(43));
    expect(unknown.code).toBe('link-not-good');
    expect(await problemOf(first)).toEqual(unknown);
    expect((await nobody().call(lookAtInvitation, { body: { token: second } })).status).toBe(200);
    await database.query(`update invitation set expires_at = now() - interval '1 minute' where id = $1`, [answer.id]);
    expect(await problemOf(second)).toEqual(unknown);
    const listed = (await server.as(administrator).get(readInvitations)).items.find(({ id }) => id === answer.id);
    expect(listed).toMatchObject({ state: 'expired', mailedAt: expect.any(String) });
    const third = await server.as(administrator).get(resendInvitation, { params: { id: answer.id }, body: {} });
    expect(third.version).toBe(resent.version + 1);
    await server.as(administrator).get(revokeInvitation, { params: { id: answer.id }, version: third.version, body: {} });
    expect(await problemOf(tokenIn(mailTo('link@neu.example')))).toEqual(unknown);
    expect((await accept(tokenIn(mailTo('link@neu.example')))).problem.code).toBe('link-not-good');
  });

  it('gives the link to whoever invites when there is no mail server, or when it fails', async () => {
    const copied = await invite('copy@neu.example', ['intake'], withoutMail);
    expect(copied.answer).toMatchObject({ sent: 'not_set_up', link: expect.stringContaining('/einladung#') });
    box.refuses = true;
    const failed = await invite('fails@neu.example');
    expect(failed.answer).toMatchObject({ sent: 'mail_failed', link: expect.stringContaining('/einladung#') });
    const listed = (await server.as(administrator).get(readInvitations)).items.find(({ email }) => email === 'fails@neu.example');
    expect(listed?.mailedAt).toBeNull();
    expect((await accept(tokenIn(copied.answer.link!))).status).toBe(200);
  });

  // @req ASVS 5.0.0-6.3.8
  it('does not say whether an address has an account elsewhere, except to whoever holds the mailbox', async () => {
    await database.query(`update staff set email = 'known@test.example' where id = $1`, [county.otherGp.id]);
    const [known, unknown] = [await invite('known@test.example'), await invite('unknown@test.example')];
    const shape = ({ answer, status }: typeof known) => ({ status, ...answer, id: '' });
    expect(shape(known)).toEqual(shape(unknown));
    expect((await accept(tokenIn(mailTo('known@test.example')))).problem.code).toBe('address-taken');
    await database.query(`update staff set email = 'colleague@test.example' where id = $1`, [county.clinician.id]);
    expect((await invite('Colleague@test.example')).problem.code).toBe('already-colleague');
  });

  // @req ASVS 5.0.0-15.4.2
  it('two who use one link at once make one account', async () => {
    await invite('race@neu.example');
    const token = tokenIn(mailTo('race@neu.example'));
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('invites to roles one may give, and to one’s own organisation only', async () => {
    expect((await invite('role@neu.example', ['region_admin'])).problem.code).toBe('role-not-givable');
    expect(
      (await server.as(county.intake).call(inviteStaff, { body: { email: 'a@b.example', displayName: 'A', roles: ['intake'] } })).status,
    ).toBe(403);
    const { answer } = await invite('mine@neu.example');
    const stranger = await addStaff(database, county.practice, ['org_admin']);
    expect((await server.as(stranger).call(resendInvitation, { params: { id: answer.id }, body: {} })).status).toBe(404);
    expect((await server.as(stranger).get(readInvitations)).items).toEqual([]);
  });

  // @req ASVS 5.0.0-6.3.8, 5.0.0-7.4.3
  it('again after forgetting the password: the same answer for everybody, a link for whoever is known, every session ended', async () => {
    await invite('forgot@neu.example');
    await accept(tokenIn(mailTo('forgot@neu.example')));
    const cookie = String((await comeIn('forgot@neu.example')).headers['set-cookie']).split(/[=;]/)[1]!;
    const ask = (email: string) => nobody().call(askForNewAccess, { body: { email } });
    const [known, unknown] = [await ask('forgot@neu.example'), await ask('never@neu.example')];
    expect([known.status, known.answer]).toEqual([unknown.status, unknown.answer]);
    await afterMails();
    expect(mailTo('never@neu.example')).toBeUndefined();
    const mail = mailTo('forgot@neu.example');
    expect(mail.replace(/^(To|Message-ID):.*$/gim, '')).not.toMatch(healthWords);
    const token = tokenIn(mail);
    const written = await database.query<{ staff_id: string | null }>('select staff_id from new_access order by asked_at');
    expect(written.map(({ staff_id }) => staff_id === null)).toEqual([false, true]);

    expect(await nobody().get(lookAtNewAccess, { body: { token } })).toEqual({ displayName: 'Dr. Ida Neu', email: 'forgot@neu.example' });
    const other = 'Kieselstein am Bachufer';
    expect((await nobody().call(useNewAccess, { body: { token, password: other } })).status).toBe(200);
    expect((await nobody().call(useNewAccess, { body: { token, password: other } })).status).toBe(410);
    const session = { id: '', organisationId: county.clinic, token: cookie };
    expect((await server.as(session).call(readSession)).status).toBe(401);
    expect((await comeIn('forgot@neu.example')).status).toBe(401);
    expect((await comeIn('forgot@neu.example', other)).status).toBe(200);
  });

  // @req ASVS 5.0.0-6.4.3
  it('a link to a new password lets nobody past a second factor', async () => {
    await invite('both@neu.example');
    await accept(tokenIn(mailTo('both@neu.example')));
    const [staff] = await database.query<{ id: string }>(`select id from staff where email = 'both@neu.example'`);
    await database.query(`insert into passkey (id, staff_id, credential_id, public_key, name) values ($1, $1, 'x', 'x', 'Diensthandy')`, [
      staff!.id,
    ]);
    await nobody().call(askForNewAccess, { body: { email: 'both@neu.example' } });
    await afterMails();
    const body = { token: tokenIn(mailTo('both@neu.example')), password: 'Kieselstein am Bachufer' };
    expect((await nobody().call(useNewAccess, { body })).status).toBe(200);
    expect((await comeIn('both@neu.example', body.password)).problem.code).toBe('second-factor-needed');
  });

  // @req ASVS 5.0.0-1.3.11
  it('an address that would write lines of a mail itself is none', async () => {
    const refused = await invite('ida@neu.example\r\nBcc: alle@elsewhere.example');
    expect([refused.status, refused.problem.fields[0]?.field]).toEqual([422, 'email']);
  });

  it('an administrator sends a colleague a link to a new password, three an hour and nobody else’s colleague', async () => {
    const colleague = await addStaff(database, county.clinic, ['intake']);
    const send = () => server.as(administrator).call(sendNewAccess, { params: { id: colleague.id }, body: {} });
    expect((await send()).answer).toEqual({ sent: 'by_mail', link: null });
    for (let count = 0; count < 2; count++) await send();
    expect((await send()).status).toBe(429);
    expect((await server.as(administrator).call(sendNewAccess, { params: { id: county.gp.id }, body: {} })).status).toBe(404);
  });

  // @req ASVS 5.0.0-16.2.5
  it('whatever was sent, no token is in the chronicle or among stored answers', async () => {
    const tokens = box.mails.flatMap((mail) => /#([\w-]{43})/.exec(mail)?.[1] ?? []);
    expect(tokens.length).toBeGreaterThan(8);
    const [kept] = await database.query<{ text: string }>(
      `select coalesce((select string_agg(c::text, ' ') from chronicle_entry c), '') || coalesce((select string_agg(s::text, ' ') from stored_answer s), '') as text`,
    );
    expect(tokens.filter((token) => kept!.text.includes(token))).toEqual([]);
  });
});
