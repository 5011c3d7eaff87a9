import { inject, Service, signal } from '@angular/core';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import type { DataPart } from '@lotse/people/model';
import {
  attachmentPartBytes,
  finishAttachment,
  removeAttachment,
  sendAttachmentPart,
  startAttachment,
  type Attachment,
} from '@lotse/referral/model';

/** One file on its way. */
export interface Upload {
  readonly key: string;
  readonly referralId: string;
  readonly file: File;
  /** What it was chosen for; another choice meanwhile is for the next one. */
  readonly part: DataPart;
  /** The question it answers; the list of all attachments otherwise. */
  readonly threadId?: string;
  /** Known once the server has heard of it. */
  readonly id?: string;
  readonly uploaded: number;
  readonly state: 'sending' | 'waiting' | 'failed';
  readonly problem?: ApiProblem;
}

/** After a broken line: at once when the browser is online again, at the latest after so long. */
const pauses = [1_000, 2_000, 5_000, 10_000, 20_000];

/** Base64 of some bytes, without a text as long as the whole file. */
async function inBase64(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_190) text += String.fromCharCode(...bytes.subarray(at, at + 8_190));
  return btoa(text);
}

const onlineOrAfter = (milliseconds: number): Promise<void> =>
  new Promise((goOn) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      goOn();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
  });

/** Files on their way, also while somebody goes on to another page. A broken line is waited out; what has arrived is not sent again. */
@Service()
export class Uploads {
  private readonly api = inject(Api);
  private readonly all = signal<readonly Upload[]>([]);
  /** Counts what has arrived, so that lists are read again. */
  readonly arrived = signal(0);

  of(referralId: string | undefined, threadId?: string): readonly Upload[] {
    return this.all().filter((upload) => upload.referralId === referralId && upload.threadId === threadId);
  }

  /** Begins, or goes on with what an earlier visit has begun. */
  async add(referralId: string, file: File, part: DataPart, begun?: Attachment, threadId?: string): Promise<void> {
    const key = crypto.randomUUID();
    this.all.update((all) => [
      ...all,
      { key, referralId, threadId, file, part, id: begun?.id, uploaded: begun?.uploaded ?? 0, state: 'sending' },
    ]);
    await this.run(key);
  }

  /** Tries once more from where it stopped. */
  async again(key: string): Promise<void> {
    this.change(key, { state: 'sending', problem: undefined });
    await this.run(key);
  }

  async cancel(key: string): Promise<void> {
    const upload = this.find(key);
    this.all.update((all) => all.filter((one) => one.key !== key));
    if (!upload?.id) return;
    await this.api.send(removeAttachment, { params: { id: upload.id }, body: {} }).catch(() => undefined);
    this.arrived.update((count) => count + 1);
  }

  private async run(key: string): Promise<void> {
    try {
      await this.begin(key);
      while ((this.find(key)?.uploaded ?? 0) < (this.find(key)?.file.size ?? 0)) await this.sendNext(key);
      const id = this.find(key)?.id;
      if (!id) return;
      await this.patiently(key, () => this.api.send(finishAttachment, { params: { id }, body: {} }));
      this.all.update((all) => all.filter((one) => one.key !== key));
    } catch (thrown) {
      this.change(key, { state: 'failed', problem: apiProblemOf(thrown) });
    } finally {
      this.arrived.update((count) => count + 1);
    }
  }

  private async begin(key: string): Promise<void> {
    const { id, referralId, threadId, file, part } = this.find(key)!;
    if (id) return;
    const body = { name: file.name.normalize('NFC'), size: file.size, part, ...(threadId ? { threadId } : {}) };
    const begun = await this.patiently(key, () => this.api.send(startAttachment, { params: { id: referralId }, body, key }));
    this.change(key, { id: begun.id });
  }

  private async sendNext(key: string): Promise<void> {
    const { id, file, uploaded: offset } = this.find(key)!;
    const data = await inBase64(file.slice(offset, offset + attachmentPartBytes));
    const uploaded = await this.patiently(key, () => this.part(id!, offset, data));
    this.change(key, { uploaded });
  }

  /** The server knows best how much has arrived. */
  private async part(id: string, offset: number, data: string): Promise<number> {
    try {
      return (await this.api.send(sendAttachmentPart, { params: { id }, body: { offset, data } })).uploaded;
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      const uploaded = problem.context['uploaded'];
      if (problem.code === 'attachment-offset' && typeof uploaded === 'number') return uploaded;
      throw problem;
    }
  }

  private async patiently<Answer>(key: string, call: () => Promise<Answer>): Promise<Answer> {
    for (const pause of pauses) {
      try {
        const answer = await call();
        this.change(key, { state: 'sending' });
        return answer;
      } catch (thrown) {
        const { status } = apiProblemOf(thrown);
        if (!this.find(key) || (status !== 0 && status !== 429 && status < 500)) throw thrown;
        this.change(key, { state: 'waiting' });
        await onlineOrAfter(pause);
      }
    }
    return call();
  }

  private find(key: string): Upload | undefined {
    return this.all().find((upload) => upload.key === key);
  }

  private change(key: string, change: Partial<Upload>): void {
    this.all.update((all) => all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }
}
