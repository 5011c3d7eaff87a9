import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from 'node:crypto';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes, keyBytes] = [12, 16, 32];

/** In the demo region everything is invented and nothing needs to be kept secret. */
const demoKey = hash('sha256', 'Lotse demo', 'buffer');

/** Not the key itself but one made of it, for files alone. */
const forFiles = (key: Buffer): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'lotse files', keyBytes));

/** Seals bytes so that they open with the same key and for the same thing only. */
export function seal(key: Buffer, bytes: Buffer, boundTo: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([sealing.update(bytes), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
}

/** Throws when a byte was changed, or when it belongs somewhere else. */
export function open(key: Buffer, sealed: Buffer, boundTo: string): Buffer {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(boundTo));
  opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]);
}

/** A key for each file, sealed with one made of SECRET_KEY: whoever has the database or the storage alone has nothing to read. */
@Injectable()
export class FileKeys {
  private readonly keys: Buffer[];

  constructor(@Inject(SETTINGS) { SECRET_KEY, LOTSE_DEMO }: Settings) {
    const given = SECRET_KEY?.map((key) => Buffer.from(key, 'base64')) ?? (LOTSE_DEMO === '1' ? [demoKey] : []);
    this.keys = given.map(forFiles);
  }

  /** False where no key was set: nothing can be kept then. */
  get available(): boolean {
    return this.keys.length > 0;
  }

  /** A new key and how it is kept. */
  make(fileId: string): { key: Buffer; sealed: Buffer } {
    const key = randomBytes(keyBytes);
    return { key, sealed: seal(this.keys[0]!, key, fileId) };
  }

  /** The key of a file, also while the key of the installation is being replaced. */
  unseal(sealed: Buffer, fileId: string): Buffer {
    for (const key of this.keys) {
      try {
        return open(key, sealed, fileId);
      } catch {
        // The next key.
      }
    }
    throw new Error('No key of this installation opens this file.');
  }
}
