import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everybodyNeedsSecondFactor, readSettings } from './settings';

const strong = 'c0ffee5aadf00d17e3b2';
const database = (user: string, password: string) => `postgres://${user}:${password}@db:5432/lotse`;
const installed = {
  NODE_ENV: 'production',
  DATABASE_URL: database('lotse_app', strong),
  PUBLIC_URL: 'https://lotse.example.org',
  SECRET_KEY: randomBytes(32).toString('base64'),
};

/** What is wrong, without the heading. */
function refused(environment: Record<string, string>): string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

describe('settings', () => {
  let directory: string;
  beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'lotse-settings-'))));
  afterAll(() => rmSync(directory, { recursive: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };

  // @req ASVS 5.0.0-13.3.1
  it('may come from files, as secrets are mounted', () => {
    const DATABASE_URL_FILE = file('database', `${installed.DATABASE_URL}\n`);
    expect(readSettings({ DATABASE_URL_FILE }).DATABASE_URL).toBe(installed.DATABASE_URL);
    expect(refused({ DATABASE_URL_FILE, DATABASE_URL: installed.DATABASE_URL })).toEqual([expect.stringContaining('keep one of them')]);
    expect(refused({ DATABASE_URL_FILE: join(directory, 'none') })).toEqual([expect.stringContaining('cannot be read')]);
    expect(refused({ ...installed, SMTP_URL_FILE: file('empty', '\n') })).toEqual([expect.stringContaining('SMTP_URL_FILE')]);
  });

  // @req ASVS 5.0.0-6.3.3
  it('an installation lets nobody in with a password alone, unless whoever runs it leaves that to organisations', () => {
    const asks = (environment: Record<string, string>) => everybodyNeedsSecondFactor(readSettings(environment));
    expect([asks(installed), asks({ ...installed, SECOND_FACTOR: 'organisations' })]).toEqual([true, false]);
    const tried = { DATABASE_URL: installed.DATABASE_URL };
    expect([asks(tried), asks({ ...tried, SECOND_FACTOR: 'everybody' })]).toEqual([false, true]);
  });

  // @req ASVS 5.0.0-13.2.1, 5.0.0-11.2.3
  it('an installation starts with secrets that nobody guesses', () => {
    expect(refused(installed)).toEqual([]);
    expect(refused({ ...installed, REDIS_URL: 'redis://queue:6379', SMTP_URL: `smtps://lotse:${strong}@mail` })).toEqual([]);
  });

  // @req ASVS 5.0.0-13.2.2, 5.0.0-13.2.3
  it.each([
    ['a password that everybody tries', { DATABASE_URL: database('lotse_app', 'password') }, 'DATABASE_URL'],
    ['a short one', { DATABASE_URL: database('lotse_app', 'x7Qpa') }, 'DATABASE_URL'],
    ['the same letter over and over', { DATABASE_URL: database('lotse_app', 'a'.repeat(40)) }, 'DATABASE_URL'],
    ['the owner of the tables', { DATABASE_URL: database('lotse_owner', strong) }, 'DATABASE_URL'],
    ['a queue anybody may enter', { REDIS_URL: 'redis://:redis@queue:6379' }, 'REDIS_URL'],
    ['a mailbox anybody may use', { SMTP_URL: 'smtp://lotse:geheim@mail' }, 'SMTP_URL'],
    ['an address without https', { PUBLIC_URL: 'http://lotse.example.org' }, 'PUBLIC_URL'],
    ['a key that is not random', { SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }, 'SECRET_KEY'],
    ['the demo region', { LOTSE_DEMO: '1' }, 'LOTSE_DEMO'],
    ['no limits', { RATE_LIMITS: '0' }, 'RATE_LIMITS'],
  ])('an installation is not started with %s; on a desk it is', (_, given, name) => {
    const said = refused({ ...installed, ...given } as Record<string, string>);
    expect(said).toEqual([expect.stringContaining(`${name}: `)]);
    expect(said.join()).not.toContain(strong);
    expect(refused({ ...installed, ...given, NODE_ENV: 'development' } as Record<string, string>)).toEqual([]);
  });
});
