import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The key of the demo region, where everything is invented and nothing needs to be kept secret. */
const demoKey = hash('sha256', 'Lotse demo', 'buffer');

/**
 * Seals secrets that the database keeps for others, such as those of authenticator apps. Whoever reads the database or a backup of it
 * finds nothing to use; a sealed secret put into somebody else's row does not open either.
 */
@Injectable()
export class Seals {
  private readonly keys: Buffer[];

  constructor(@Inject(SETTINGS) { SECRET_KEY, LOTSE_DEMO }: Settings) {
    const demoKeys = LOTSE_DEMO === '1' ? [demoKey] : [];
    this.keys = SECRET_KEY?.map((key) => Buffer.from(key, 'base64')) ?? demoKeys;
  }

  /** False where no key was set: nothing can be sealed then. */
  get available(): boolean {
    return this.keys.length > 0;
  }

  /** @param boundTo whose secret it is and what for; it opens with the same only */
  seal(secret: string, boundTo: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, this.keys[0]!, nonce).setAAD(Buffer.from(boundTo));
    const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
    return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
  }

  /** Answers undefined when no key of ours opens it: it was sealed elsewhere, or for something else. */
  open(sealed: Buffer, boundTo: string): string | undefined {
    for (const key of this.keys) {
      try {
        const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(boundTo));
        opening.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
        return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
      } catch {
        // Another key, or none of ours.
      }
    }
    return undefined;
  }
}
