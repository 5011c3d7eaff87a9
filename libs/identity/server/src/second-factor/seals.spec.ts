import { readSettings } from '@lotse/server-kit/settings';
import { Seals } from './seals';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const seals = (environment: Record<string, string>) =>
  new Seals(readSettings({ NODE_ENV: 'test', DATABASE_URL: 'postgres://nobody@nowhere/none', ...environment }));

describe('sealed secrets', () => {
  const ours = seals({ SECRET_KEY: key(1) });

  it('open with the key and for the purpose they were sealed with', () => {
    const sealed = ours.seal('JBSWY3DP', 'authenticator:ida');
    expect(sealed.includes('JBSWY3DP')).toBe(false);
    expect(ours.open(sealed, 'authenticator:ida')).toBe('JBSWY3DP');
    expect(ours.open(sealed, 'authenticator:max')).toBeUndefined();
    expect(seals({ SECRET_KEY: key(2) }).open(sealed, 'authenticator:ida')).toBeUndefined();
  });

  // @req ASVS 5.0.0-11.3.3
  it('do not open once they were changed', () => {
    const sealed = ours.seal('JBSWY3DP', 'authenticator:ida');
    sealed[sealed.length - 1]! ^= 1;
    expect(ours.open(sealed, 'authenticator:ida')).toBeUndefined();
  });

  // @req ASVS 5.0.0-11.2.2
  it('open while a key is being replaced', () => {
    const sealed = ours.seal('JBSWY3DP', 'x');
    expect(seals({ SECRET_KEY: `${key(2)} ${key(1)}` }).open(sealed, 'x')).toBe('JBSWY3DP');
  });

  it('need a key of the operator, but in the demo region', () => {
    expect([seals({}).available, seals({ LOTSE_DEMO: '1' }).available]).toEqual([false, true]);
    expect(() => seals({ SECRET_KEY: 'short' })).toThrow('openssl rand -base64 32');
    expect(() => seals({ NODE_ENV: 'production' })).toThrow('SECRET_KEY');
  });
});
