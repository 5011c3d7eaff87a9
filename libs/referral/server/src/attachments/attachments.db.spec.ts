import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { DataPart } from '@lotse/people/model';
import {
  createReferral,
  downloadAttachment,
  finishAttachment,
  previewReferral,
  readAttachments,
  removeAttachment,
  sendAttachmentPart,
  startAttachment,
  withdrawReferral,
} from '@lotse/referral/model';
import { addStaff, type Caller, type TestStaff } from '@lotse/server-kit/testing';
import { ReferralWorkerModule } from '../referral-worker.module';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';
import { TidyAttachmentsSweep } from './tidy-attachments.sweep';

const letter = Buffer.from(`%PDF-1.7\n${'Kanarie im Arztbrief. '.repeat(20_000)}\n%%EOF\n`);
const eicar = ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$EIC', 'AR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const part = 180 * 1024;

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
const listen = (server: Server | ReturnType<typeof createHttpServer>) =>
  new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));

/** Answers as clamd does: everything is fine that does not carry the sample every scanner knows. */
const clamd = createServer((socket) => {
  let said = '';
  socket.on('data', (data: Buffer) => {
    said += data.toString('latin1');
    if (said.endsWith('\0\0\0\0')) socket.end(said.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  });
});

/** Storage as S3 offers it: objects under a bucket, for requests that are signed. */
const objects = new Map<string, Buffer>();
const storage = createHttpServer((request, response) => {
  const body: Buffer[] = [];
  request.on('data', (chunk: Buffer) => body.push(chunk));
  request.on('end', () => {
    const isSigned = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=lotse/');
    const found = objects.get(request.url!);
    if (isSigned && request.method === 'PUT') objects.set(request.url!, Buffer.concat(body));
    if (isSigned && request.method === 'DELETE') objects.delete(request.url!);
    const status = !isSigned ? 403 : request.method === 'GET' && !found ? 404 : 200;
    response.writeHead(status).end(request.method === 'GET' ? found : undefined);
  });
});

describe('attachments of a referral', () => {
  let story: ReferralStory;
  let sent: Sent;

  beforeAll(async () => {
    await listen(clamd);
    await listen(storage);
    story = await referralStory({ CLAMD_URL: `tcp://127.0.0.1:${portOf(clamd)}` }, [ReferralWorkerModule]);
    sent = await story.sends();
  });
  afterAll(async () => {
    await story.stop();
    clamd.close();
    storage.close();
  });

  const start = (by: Caller, name: string, size: number, more: object = {}) =>
    by.call(startAttachment, { params: { id: sent.id }, body: { name, size, ...more } });
  const send = (by: Caller, id: string, offset: number, bytes: Buffer) =>
    by.call(sendAttachmentPart, { params: { id }, body: { offset, data: bytes.toString('base64') } });
  const finish = (by: Caller, id: string) => by.call(finishAttachment, { params: { id }, body: {} });
  const list = (by: Caller) => by.get(readAttachments, { params: { id: sent.id } });

  async function attach(by: Caller, name: string, bytes: Buffer, more: object = {}) {
    const { answer } = await start(by, name, bytes.length, more);
    for (let at = 0; at < bytes.length; at += part) await send(by, answer.id, at, bytes.subarray(at, at + part));
    return (await finish(by, answer.id)).answer;
  }

  const download = (staff: TestStaff, id: string) =>
    story.server.app.inject({ url: `/api/attachments/${id}/file`, headers: { cookie: `lotse_session=${staff.token}` } });

  // @req ASVS 5.0.0-3.2.1, 5.0.0-5.4.1, 5.0.0-5.4.2, 5.0.0-5.3.1
  it('come in parts, go on after a broken line, and are given out as they came', async () => {
    const { answer: begun } = await start(story.practice, 'Arztbrief Müller.pdf', letter.length);
    expect(begun).toMatchObject({ state: 'uploading', uploaded: 0, kind: null, mayRemove: true });
    expect((await send(story.practice, begun.id, 0, letter.subarray(0, part))).answer).toEqual({ uploaded: part });
    // The answer was lost: the same part once more does no harm, another place is told where to go on.
    expect((await send(story.practice, begun.id, 0, letter.subarray(0, part))).answer).toEqual({ uploaded: part });
    const gap = await send(story.practice, begun.id, 2 * part, letter.subarray(2 * part));
    expect([gap.status, gap.problem.code, gap.problem.context]).toEqual([409, 'attachment-offset', { uploaded: part }]);
    expect((await list(story.clinic)).received.letters).toEqual([]);
    for (let at = part; at < letter.length; at += part) await send(story.practice, begun.id, at, letter.subarray(at, at + part));
    const { answer: kept } = await finish(story.practice, begun.id);
    expect(kept).toMatchObject({ state: 'clean', kind: 'application/pdf', uploaded: letter.length, size: letter.length });
    const answer = await download(story.county.gp, begun.id);
    expect(answer.rawPayload.equals(letter)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="attachment"; filename*=UTF-8''Arztbrief%20M%C3%BCller.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  // @req ASVS 5.0.0-8.2.2
  it('are cut by release: who was not given this kind of information learns that it is hidden, and no more', async () => {
    const { id } = (await list(story.practice)).own[0]!;
    const seen = await list(story.clinic);
    expect(seen.hidden).toContain('letters');
    expect(JSON.stringify(seen)).not.toContain('Arztbrief');
    expect((await download(story.county.intake, id)).statusCode).toBe(404);
    await story.database.query(`update access_grant set parts = parts || '{letters}' where person_id = $1 and basis = 'release'`, [
      sent.personId,
    ]);
    expect((await list(story.clinic)).received.letters).toMatchObject([{ name: 'Arztbrief Müller.pdf', mayRemove: false }]);
    expect((await download(story.county.intake, id)).rawPayload.equals(letter)).toBe(true);
    expect((await download(story.county.otherIntake, id)).statusCode).toBe(404);
    const removed = await story.practice.call(removeAttachment, { params: { id }, body: {} });
    expect(removed.problem.code).toBe('attachment-stays');
    expect((await story.clinic.call(removeAttachment, { params: { id }, body: {} })).status).toBe(404);
  });

  // @req ASVS 5.0.0-11.3.3
  it('lie in the database sealed, part by part, and open only where they belong', async () => {
    const rows = await story.database.query<{ sealed: Buffer }>('select sealed from file_part order by number');
    expect(rows.length).toBe(Math.ceil(letter.length / part));
    for (const { sealed } of rows) expect(sealed.includes('Kanarie')).toBe(false);
    const { id } = (await list(story.practice)).own[0]!;
    const swap = 'update file_part set number = case number when 0 then 1 when 1 then 0 else number end where file_id = $1';
    await story.database.query('alter table file_part drop constraint file_part_pkey');
    await story.database.query(swap, [id]);
    expect((await download(story.county.gp, id)).statusCode).toBe(500);
    await story.database.query(swap, [id]);
    expect((await download(story.county.gp, id)).statusCode).toBe(200);
  });

  // @req ASVS 5.0.0-5.4.3
  it('with harmful code are locked for everybody, also past the application, and can be taken away', async () => {
    const bad = await attach(story.practice, 'Brief.txt', Buffer.from(`Sehr geehrte Kollegin ${eicar}`));
    expect([bad.state, bad.mayRemove]).toEqual(['infected', true]);
    expect((await download(story.county.gp, bad.id)).json().code).toBe('attachment-locked');
    expect(JSON.stringify(await list(story.clinic))).not.toContain('Brief.txt');
    expect(
      await story.server.database.asOrganisation(
        { organisationId: story.county.practice, regionId: story.county.regionId },
        (transaction) => transaction.rows('test.locked', 'select 1 as one from file_part where file_id = $1', [bad.id]),
      ),
    ).toEqual([]);
    const [line] = await story.database.query(`select result from chronicle_entry where verb = 'attachment.lock'`);
    expect(line).toEqual({ result: 'done' });
    const work = () => story.database.query(`select kind, organisation_id, state from task where kind like 'infected_file%'`);
    const task = { kind: 'infected_file_of_referrer', organisation_id: story.county.practice };
    expect(await work()).toEqual([{ ...task, state: 'ready' }]);
    await story.practice.get(removeAttachment, { params: { id: bad.id }, body: {} });
    expect(await story.database.query('select from file_part where file_id = $1', [bad.id])).toEqual([]);
    expect(await work()).toEqual([{ ...task, state: 'dropped' }]);
  });

  // @req ASVS 5.0.0-5.2.2
  it('are what their bytes say: anything else is refused and nothing of it is kept', async () => {
    const refused = await attach(story.practice, 'Befund.pdf', Buffer.from('MZ\x90\0 ein Programm'));
    expect(refused).toMatchObject({ state: 'refused', finding: 'not-allowed', mayRemove: true });
    expect(await story.database.query('select from file_part where file_id = $1', [refused.id])).toEqual([]);
    const cut = await start(story.practice, 'Halb.txt', 20);
    await send(story.practice, cut.answer.id, 0, Buffer.from('nur halb'));
    expect((await finish(story.practice, cut.answer.id)).answer).toMatchObject({ state: 'refused', finding: 'incomplete' });
  });

  // @req ASVS 5.0.0-5.2.1, 5.0.0-5.3.2
  it('have limits: of a file, of a referral, of a name, and of a life', async () => {
    expect((await start(story.practice, 'Groß.pdf', 21 * 1024 * 1024)).problem.code).toBe('attachment-too-large');
    for (const name of ['../Brief.pdf', 'a/b.pdf', 'a\\b.pdf', 'a\u202Efdp.exe', 'a\n.pdf', '..', '']) {
      expect([name, (await start(story.practice, name, 10)).status]).toEqual([name, 422]);
    }
    const small = await start(story.practice, 'Klein.txt', 4);
    expect((await send(story.practice, small.answer.id, 0, Buffer.from('zu viel'))).problem.code).toBe('attachment-too-large');
    for (const size of [20, 20, 19]) await start(story.practice, 'Viel.pdf', size * 1024 * 1024);
    expect((await start(story.practice, 'Viel.pdf', 20 * 1024 * 1024)).problem.code).toBe('attachments-too-many');
    await story.database.query(`update attachment set created_at = now() - interval '3 days' where state = 'uploading'`);
    await story.server.app.get(TidyAttachmentsSweep).run();
    expect((await list(story.practice)).own.every(({ state }) => state !== 'uploading')).toBe(true);
    const reader = await addStaff(story.database, story.county.practice, ['org_admin']);
    expect((await story.server.as(reader).call(readAttachments, { params: { id: sent.id } })).status).toBe(403);
  });

  it('can come from the other side too, and both sides leave a trace of each look and act', async () => {
    const answered = await attach(story.clinic, 'Rückfrage.txt', Buffer.from('Bitte um Vorbefunde'), { part: 'diagnosis' });
    expect((await list(story.practice)).received.diagnosis).toMatchObject([{ id: answered.id, organisationName: 'Klinik Eins' }]);
    const verbs = await story.database.query<{ verb: string }>(
      `select distinct verb from chronicle_entry where person_id = $1 and verb like '%attachment%' order by verb`,
      [sent.personId],
    );
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'attachment.add',
      'attachment.lock',
      'attachment.refuse',
      'attachment.remove',
      'attachment.start',
      'attachments/:id/file',
      'referrals/:id/attachments',
    ]);
    const ended = await story.sends();
    await story.does(ended, withdrawReferral, { reason: 'recovered' }, story.practice);
    const late = await story.practice.call(startAttachment, { params: { id: ended.id }, body: { name: 'a.txt', size: 1 } });
    expect(late.problem.code).toBe('attachment-referral-over');
  });

  it('lie sealed in storage that speaks S3, without a scanner are said not to have been checked, and leave no trace there', async () => {
    const address = `http://127.0.0.1:${portOf(storage)}/lotse`;
    const environment = { S3_URL: address, S3_ACCESS_KEY: 'lotse', S3_SECRET_KEY: 'sehr geheim und lang' };
    const other = await referralStory(environment, [ReferralWorkerModule]);
    try {
      const { id: referral } = await other.sends();
      const begun = await other.practice.get(startAttachment, {
        params: { id: referral },
        body: { name: 'Brief.pdf', size: letter.length },
      });
      const params = { id: begun.id };
      for (let at = 0; at < letter.length; at += part) {
        const data = letter.subarray(at, at + part).toString('base64');
        await other.practice.get(sendAttachmentPart, { params, body: { offset: at, data } });
      }
      expect((await other.practice.get(finishAttachment, { params, body: {} })).state).toBe('unscanned');
      expect(objects.size).toBe(Math.ceil(letter.length / part));
      for (const sealed of objects.values()) expect(sealed.includes('Kanarie')).toBe(false);
      const answer = await other.server.app.inject({
        url: `/api/attachments/${begun.id}/file`,
        headers: { cookie: `lotse_session=${other.county.gp.token}` },
      });
      expect(answer.rawPayload.equals(letter)).toBe(true);
      expect(await other.database.query('select from file_part')).toEqual([]);
      await other.database.query('delete from attachment');
      await other.server.app.get(TidyAttachmentsSweep).run();
      expect(objects.size).toBe(0);
      expect((await other.practice.call(downloadAttachment, { params })).status).toBe(404);
    } finally {
      await other.stop();
    }
  });

  it('stand in the preview of a draft, with whether they go along', async () => {
    const { id } = await story.practice.get(createReferral, {
      body: {
        personId: sent.personId,
        serviceId: story.county.service,
        reason: 'low_mood',
        question: 'Bitte um Abklärung',
        urgency: 'soon',
      },
    });
    const put = async (name: string, part: DataPart, text: string) => {
      const bytes = Buffer.from(text);
      const begun = await story.practice.get(startAttachment, { params: { id }, body: { name, size: bytes.length, part } });
      await story.practice.get(sendAttachmentPart, { params: { id: begun.id }, body: { offset: 0, data: bytes.toString('base64') } });
      await story.practice.get(finishAttachment, { params: { id: begun.id }, body: {} });
    };
    await put('Diagnose.txt', 'diagnosis', 'Ein Befund');
    await put('Mittel.txt', 'medication', 'Ein Plan');
    await put('Schlecht.txt', 'diagnosis', `Noch einer ${eicar}`);
    const { attachments } = await story.practice.get(previewReferral, { params: { id } });
    expect(attachments).toMatchObject([
      { name: 'Diagnose.txt', part: 'diagnosis', isDelivered: true },
      { name: 'Mittel.txt', part: 'medication', isDelivered: false },
    ]);
  });
});
