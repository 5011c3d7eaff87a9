import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire, with what mail does to letters that are not ASCII undone. */
export interface Mail {
  /** Its Message-ID: two copies of one mail have the same. */
  readonly id: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** A real mail server that writes what it gets into a file, a line each, so that every process of a run can read it. */
export interface MailBox {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a mail box on a free port, or on the one given. */
export async function openMailBox(file: string, port = 0): Promise<MailBox> {
  writeFileSync(file, '');
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const id = /^message-id:\s*<([^>]+)>/im.exec(raw)?.[1] ?? '';
        const mail: Mail = { id, to: envelope.rcptTo.map(({ address }) => address), text: readable(raw) };
        appendFileSync(file, `${JSON.stringify(mail)}\n`);
        done();
      });
    },
  });
  // A process that is killed while it sends a mail hangs up; the mail has come or it has not.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Everything that has come so far. */
export function mailsIn(file: string): Mail[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Mail);
}

function readable(raw: string): string {
  const words = raw
    .replace(/\?=\r?\n =\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll('_', ' ')),
    );
  return unquoted(words.replace(/=\r?\n/g, ''));
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
