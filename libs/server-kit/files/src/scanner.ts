import { connect, type Socket } from 'node:net';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable } from '@nestjs/common';

/** `unscanned`: nobody has looked, because there is no scanner or it did not answer. It is never taken for clean. */
export type ScanResult = { state: 'clean' | 'unscanned' } | { state: 'infected'; finding: string };

const chunkBytes = 64 * 1024;
const patience = 30_000;

const lengthOf = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

/** Asks clamd (its INSTREAM command) whether a file is harmful, when CLAMD_URL says where it is. */
@Injectable()
export class Scanner {
  private readonly address: URL | undefined;

  constructor(
    @Inject(SETTINGS) { CLAMD_URL }: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.address = CLAMD_URL ? new URL(CLAMD_URL) : undefined;
  }

  get isSetUp(): boolean {
    return this.address !== undefined;
  }

  async scan(bytes: Buffer): Promise<ScanResult> {
    if (!this.address) return { state: 'unscanned' };
    try {
      return resultOf(await this.ask(this.address, bytes));
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'a file could not be scanned');
      return { state: 'unscanned' };
    }
  }

  private ask(address: URL, bytes: Buffer): Promise<string> {
    return new Promise((answered, failed) => {
      const socket = open(address);
      let answer = '';
      socket.setTimeout(patience, () => socket.destroy(new Error('clamd did not answer in time')));
      socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
      socket.on('error', failed);
      socket.on('close', () => (answer ? answered(answer.replace(/\0/g, '').trim()) : failed(new Error('clamd gave no answer'))));
      socket.write('zINSTREAM\0');
      for (const chunk of chunksOf(bytes)) {
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.end(lengthOf(Buffer.alloc(0)));
    });
  }
}

const open = (address: URL): Socket =>
  address.protocol === 'unix:' ? connect(address.pathname) : connect(Number(address.port || 3310), address.hostname);

/** `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`. */
function resultOf(answer: string): ScanResult {
  if (answer.endsWith('OK')) return { state: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found) return { state: 'infected', finding: found[1]! };
  throw new Error(`clamd answered: ${answer}`);
}
