import { webcrypto } from 'node:crypto';
import { keyFrom, seal, unseal } from './sealed';

const key = (letter: string) => keyFrom(Buffer.alloc(32, letter).toString('base64url'));

describe('what is sealed', () => {
  beforeAll(() => Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true }));

  it('is opened by its key, with every letter', async () => {
    const value = { person: { familyName: 'Größ-Łuk' } };
    expect(await unseal(await key('a'), 'new', await seal(await key('a'), 'new', value))).toEqual(value);
  });

  it('says nothing to whoever looks at it', async () => {
    const { content } = await seal(await key('a'), 'new', { familyName: 'Muster' });
    expect(Buffer.from(content).toString('latin1')).not.toContain('Muster');
  });

  // @req ASVS 5.0.0-11.3.3
  it('is not opened by another key, under another name or after a change', async () => {
    const sealed = await seal(await key('a'), 'new', { familyName: 'Muster' });
    expect(await unseal(await key('b'), 'new', sealed)).toBeUndefined();
    expect(await unseal(await key('a'), 'other', sealed)).toBeUndefined();
    new Uint8Array(sealed.content)[0]! ^= 1;
    expect(await unseal(await key('a'), 'new', sealed)).toBeUndefined();
  });

  // @req ASVS 5.0.0-11.3.4
  it('never uses a number twice', async () => {
    const [one, other] = [await seal(await key('a'), 'new', 1), await seal(await key('a'), 'new', 1)];
    expect(Buffer.from(one.once).equals(Buffer.from(other.once))).toBe(false);
  });
});
