import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { attachmentPartBytes } from '@lotse/referral/model';
import { Uploads } from './uploads';

const tick = () => new Promise((resolve) => setTimeout(resolve, 10));
const referralId = '01890000-0000-7000-8000-000000000001';
const id = '01890000-0000-7000-8000-000000000002';
const begun = {
  id,
  name: 'Brief.pdf',
  part: 'letters',
  kind: null,
  size: 9,
  uploaded: 0,
  state: 'uploading',
  finding: null,
  at: '2026-11-22T09:00:00.000Z',
  staffName: 'Ida Neu',
  organisationName: 'Praxis Eins',
  mayRemove: true,
  withAnswer: null,
  threadId: null,
};

/** A file whose slices say which bytes they are of. */
function fileOf(size: number): File {
  const bytes = new Uint8Array(size).map((_, at) => at % 251);
  const blobOf = (part: Uint8Array) => ({ arrayBuffer: () => Promise.resolve(part.slice().buffer) });
  return { name: 'Brief.pdf', size, slice: (from: number, to: number) => blobOf(bytes.subarray(from, to)) } as unknown as File;
}

describe('Uploads', () => {
  let http: HttpTestingController;
  let uploads: Uploads;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    http = TestBed.inject(HttpTestingController);
    uploads = TestBed.inject(Uploads);
  });
  afterEach(() => http.verify());

  /** Reading a part of a file takes as long as it takes. */
  const asked = async (path: string) => {
    for (;;) {
      const [found] = http.match(`/api/${path}`);
      if (found) return found;
      await tick();
    }
  };
  const answer = async (path: string, body: object) => {
    const request = await asked(path);
    request.flush(body);
    await tick();
    return request.request.body as { offset: number; data: string };
  };
  const breakLine = async (path: string) => {
    (await asked(path)).error(new ProgressEvent('error'));
    await tick();
  };

  it('sends part after part, waits while the line is broken, and goes on where it was', async () => {
    const size = attachmentPartBytes * 2 + 5;
    const done = uploads.add(referralId, fileOf(size), 'letters');
    await answer(`referrals/${referralId}/attachments`, begun);
    const first = await answer(`attachments/${id}/parts`, { uploaded: attachmentPartBytes });
    expect([first.offset, atob(first.data).length]).toEqual([0, attachmentPartBytes]);
    await breakLine(`attachments/${id}/parts`);
    expect(uploads.of(referralId)[0]).toMatchObject({ state: 'waiting', uploaded: attachmentPartBytes });
    dispatchEvent(new Event('online'));
    const second = await answer(`attachments/${id}/parts`, { uploaded: attachmentPartBytes * 2 });
    expect(second.offset).toBe(attachmentPartBytes);
    const last = await answer(`attachments/${id}/parts`, { uploaded: size });
    expect(atob(last.data).length).toBe(5);
    await answer(`attachments/${id}/finish`, { ...begun, state: 'clean' });
    await done;
    expect(uploads.of(referralId)).toEqual([]);
  });

  it('believes the server about what has arrived', async () => {
    const done = uploads.add(referralId, fileOf(attachmentPartBytes + 3), 'letters');
    await answer(`referrals/${referralId}/attachments`, begun);
    await tick();
    const problem = {
      type: 'x',
      title: 'x',
      status: 409,
      code: 'attachment-offset',
      fields: [],
      context: { uploaded: attachmentPartBytes },
    };
    (await asked(`attachments/${id}/parts`)).flush(problem, { status: 409, statusText: 'Conflict' });
    const rest = await answer(`attachments/${id}/parts`, { uploaded: attachmentPartBytes + 3 });
    expect(rest.offset).toBe(attachmentPartBytes);
    await answer(`attachments/${id}/finish`, { ...begun, state: 'clean' });
    await done;
  });

  it('says why something is refused, and lets it be taken away', async () => {
    const done = uploads.add(referralId, fileOf(9), 'letters');
    const problem = { type: 'x', title: 'x', status: 422, code: 'attachments-too-many', fields: [] };
    (await asked(`referrals/${referralId}/attachments`)).flush(problem, { status: 422, statusText: 'Refused' });
    await done;
    const [failed] = uploads.of(referralId);
    expect([failed!.state, failed!.problem!.code]).toEqual(['failed', 'attachments-too-many']);
    await uploads.cancel(failed!.key);
    expect(uploads.of(referralId)).toEqual([]);
  });
});
