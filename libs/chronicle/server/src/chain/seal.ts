import { createPrivateKey, createPublicKey, createHash, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { canonical } from './line';

/** What a seal says: the chain is as long as `position`, and its last hash is this one. */
export interface SealTerms {
  chain: string;
  number: number;
  position: number;
  hash: string;
  sealedAt: string;
  /** Every line that a transaction before this one wrote is in the chain. */
  mark: string;
  /** Whether everything that could be seen at that moment was sealed. */
  isComplete: boolean;
}

export interface Seal extends SealTerms {
  keyId: string;
  /** Base64. */
  signature: string;
}

const inBytes = ({ chain, number, position, hash, sealedAt, mark, isComplete }: SealTerms): Buffer =>
  Buffer.from(`lotse seal\n${canonical({ chain, number, position, hash, sealedAt, mark, isComplete })}`);

/** Names a public key: the beginning of its fingerprint. */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** Signs the chain. It is outside of the database: whoever can rewrite every row still cannot sign. */
export class SealKey {
  readonly publicKey: KeyObject;
  readonly id: string;

  constructor(private readonly key: KeyObject) {
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('The chronicle is sealed with an Ed25519 key.');
    this.publicKey = createPublicKey(key);
    this.id = keyIdOf(this.publicKey);
  }

  static fromPem(pem: string): SealKey {
    return new SealKey(createPrivateKey(pem));
  }

  seal(terms: SealTerms): Seal {
    return { ...terms, keyId: this.id, signature: sign(null, inBytes(terms), this.key).toString('base64') };
  }
}

/** A new private key as PEM text. */
export const newKeyPem = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Whether one of the keys made this seal. */
export function isGenuine(seal: Seal, keys: readonly KeyObject[]): boolean {
  const key = keys.find((one) => keyIdOf(one) === seal.keyId);
  const signature = Buffer.from(seal.signature, 'base64');
  // Several texts stand for the same bytes; only one of them is what was written.
  return key !== undefined && signature.toString('base64') === seal.signature && verify(null, inBytes(seal), key, signature);
}
