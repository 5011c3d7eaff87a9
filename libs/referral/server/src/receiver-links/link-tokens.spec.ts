import type { Settings } from '@lotse/server-kit/settings';
import { LinkTokens } from './link-tokens';

const tokens = (key?: string) =>
  new LinkTokens({ SECRET_KEY: key ? [Buffer.alloc(32, key).toString('base64')] : undefined } as unknown as Settings);
const now = new Date('2026-11-22T10:00:00Z');
const later = new Date('2026-12-01T10:00:00Z');

describe('the token of a link', () => {
  // @req ASVS 5.0.0-9.2.1
  it('is ours until it is over, and nobody else’s', () => {
    const { token } = tokens('a').make(later);
    expect(tokens('a').isOurs(token, now)).toBe(true);
    expect(tokens('a').isOurs(token, new Date('2026-12-01T10:00:01Z'))).toBe(false);
    expect(tokens('b').isOurs(token, now)).toBe(false);
  });

  // @req ASVS 5.0.0-9.1.1, 5.0.0-9.1.2, 5.0.0-9.1.3
  it('cannot be prolonged, cut or made up', () => {
    const bytes = Buffer.from(tokens('a').make(later).token, 'base64url');
    bytes.writeUInt32BE(4_000_000_000);
    expect(tokens('a').isOurs(bytes.toString('base64url'), now)).toBe(false);
    expect(tokens('a').isOurs('a'.repeat(43), now)).toBe(false);
    expect(tokens('a').isOurs('', now)).toBe(false);
  });

  // @req ASVS 5.0.0-6.5.4
  it('has a code that can be read out, and a hash that needs both', () => {
    const made = Array.from({ length: 50 }, () => tokens('a').make(later));
    for (const { code } of made) expect(code).toMatch(/^[A-HK-NPR-Z2-9]{8}$/);
    expect(new Set(made.map(({ code }) => code)).size).toBe(50);
    const [first, second] = made as [(typeof made)[0], (typeof made)[0]];
    expect(tokens().codeHash(first.token, first.code).equals(first.codeHash)).toBe(true);
    expect(tokens().codeHash(second.token, first.code).equals(first.codeHash)).toBe(false);
  });
});
