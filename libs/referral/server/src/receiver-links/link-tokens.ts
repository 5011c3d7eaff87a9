import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';

const nonceBytes = 20;
const markBytes = 20;
/** No letter that is taken for another on the phone or in a fax. */
const letters = 'ABCDEFGHKLMNPRSTUVWXYZ23456789';
const codeLength = 8;

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/** A token as it stands in a link, the code that goes another way, and what the database keeps of both. */
export interface NewToken {
  token: string;
  tokenHash: Buffer;
  code: string;
  codeHash: Buffer;
}

/** Makes and checks what links carry: chance, the end of the link, and our mark on both, so that nobody makes one up or prolongs one. */
@Injectable()
export class LinkTokens {
  private readonly keys: Buffer[];

  constructor(@Inject(SETTINGS) { SECRET_KEY }: Settings) {
    // Without a key of the installation (never in production) the mark says only that it is a link of Lotse; the hash decides anyway.
    const keys = SECRET_KEY?.map((key) => Buffer.from(key, 'base64')) ?? [sha256('Lotse links')];
    this.keys = keys.map((key) => createHmac('sha256', key).update('receiver link').digest());
  }

  make(expiresAt: Date): NewToken {
    const body = Buffer.alloc(4 + nonceBytes);
    body.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000));
    randomBytes(nonceBytes).copy(body, 4);
    const token = Buffer.concat([body, this.mark(this.keys[0]!, body)]).toString('base64url');
    const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
    return { token, tokenHash: sha256(token), code, codeHash: this.codeHash(token, code) };
  }

  /** Whether a token is one of ours and not over; the database says the rest. */
  isOurs(token: string, now: Date): boolean {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 4 + nonceBytes + markBytes) return false;
    const [body, mark] = [bytes.subarray(0, 4 + nonceBytes), bytes.subarray(4 + nonceBytes)];
    const isMarked = this.keys.some((key) => timingSafeEqual(this.mark(key, body), mark));
    return isMarked && body.readUInt32BE() * 1000 > now.getTime();
  }

  /** Of both together: the code is short, and nobody who reads the table can try the few there are. */
  codeHash(token: string, code: string): Buffer {
    return sha256(`${token} ${code}`);
  }

  private mark(key: Buffer, body: Buffer): Buffer {
    return createHmac('sha256', key).update(body).digest().subarray(0, markBytes);
  }
}
