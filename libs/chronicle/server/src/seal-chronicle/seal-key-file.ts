import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Settings } from '@lotse/server-kit/settings';
import { newKeyPem, SealKey } from '../chain/seal';

/**
 * The key that seals the chronicle, from `CHRONICLE_KEY_FILE`. Outside of production a missing file is made at the first start; an
 * installation makes its key with `npm run chronicle:key`, keeps a copy elsewhere and gives it to no process but the worker.
 * @throws Error that says what to do, when an installation has none
 */
export function readSealKey({ NODE_ENV, CHRONICLE_KEY_FILE: path }: Settings): SealKey | undefined {
  if (!path && NODE_ENV !== 'production') return undefined;
  if (!path) throw new Error('Set CHRONICLE_KEY_FILE: the chronicle is not sealed without a key. `npm run chronicle:key FILE` makes one.');
  if (!existsSync(path)) {
    if (NODE_ENV === 'production')
      throw new Error(`${path} (CHRONICLE_KEY_FILE) does not exist. \`npm run chronicle:key FILE\` makes a key.`);
    writeNewKey(path);
  }
  return SealKey.fromPem(readFileSync(path, 'utf8'));
}

/** Makes a key in a file that only its owner reads, and beside it the public half, which verifiers need. Never overwrites one. */
export function writeNewKey(path: string): SealKey {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const pem = newKeyPem();
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  const key = SealKey.fromPem(pem);
  writeFileSync(`${path}.pub`, key.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  return key;
}
