import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server that keeps what it gets, and refuses for a while when told to. */
export interface MailCatcher {
  url: string;
  /** The mails as they came over the wire, with quoted-printable and encoded words undone. */
  mails: string[];
  refuses: boolean;
  stop(): Promise<void>;
}

/** Undoes what mail does to letters that are not ASCII, so that a test looks at words. */
function readable(raw: string): string {
  const words = raw
    .replace(/\?=\r?\n =\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : unquote(text.replaceAll('_', ' ')),
    );
  return unquote(words.replace(/=\r?\n/g, ''));
}

const unquote = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

export async function mailCatcher(): Promise<MailCatcher> {
  const catcher: MailCatcher = { url: '', mails: [], refuses: false, stop: () => new Promise((done) => server.close(() => done())) };
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    onRcptTo: (_, __, done) => (catcher.refuses ? done(Object.assign(new Error('later, please'), { responseCode: 451 })) : done()),
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        catcher.mails.push(readable(Buffer.concat(chunks).toString('latin1')));
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  catcher.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return catcher;
}
