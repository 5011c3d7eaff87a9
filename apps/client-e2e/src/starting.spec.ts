import { mkdirSync, mkdtempSync, chmodSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, startProgram } from './setup/started-process';

const program = 'dist/start/main.mjs';
const plain = { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, REDIS_URL: undefined, NODE_ENV: undefined, LOTSE_DEMO: undefined };
let directory: string;

test.beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'lotse-starting-'));
  chmodSync(directory, 0o755);
});
test.afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Starts, expects a refusal, and answers what was said: one sentence that says what is wrong, one that says what to do. */
async function refusal(environment: Record<string, string | undefined>): Promise<string[]> {
  const data = join(directory, 'never-made');
  const lotse = startProgram(program, { ...plain, LOTSE_DATA: data, PORT: String(await freePort()), ...environment });
  const { code } = await lotse.ends(30_000);
  expect(code).toBe(1);
  expect(lotse.said(), 'no trace of the code').not.toMatch(/^\s+at /m);
  return lotse
    .said()
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(' …'));
}

test('a port that is taken is one clear sentence', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', () => listening()));
  const { port } = other.address() as AddressInfo;
  const said = await refusal({ PORT: String(port) });
  expect(said).toEqual([`Port ${port} is taken by another program.`, expect.stringContaining(`PORT=${port + 1}`)]);
  other.close();
});

// @req ASVS 5.0.0-6.3.2
test('the demo region is refused in production', async () => {
  const said = await refusal({ NODE_ENV: 'production' });
  expect(said).toEqual(['The demo region is refused with NODE_ENV=production.', expect.stringContaining('LOTSE_DEMO=0')]);
});

test('a data directory that is broken is one clear sentence', async () => {
  const data = join(directory, 'broken');
  mkdirSync(join(data, 'postgres'), { recursive: true, mode: 0o755 });
  writeFileSync(join(data, 'postgres/PG_VERSION'), 'nonsense\n');
  const said = await refusal({ LOTSE_DATA: data });
  expect(said).toEqual([
    expect.stringMatching(/^The database in .*broken\/postgres does not start: ./),
    expect.stringContaining('npm run reset'),
  ]);
});

test('a data directory that is none is one clear sentence', async () => {
  const data = join(directory, 'a-file');
  writeFileSync(data, '');
  const said = await refusal({ LOTSE_DATA: data });
  expect(said).toEqual([expect.stringContaining(`${data} cannot be written`), expect.any(String)]);
});

test('two at a time in one directory are one too many', async () => {
  test.skip(!process.env['LOTSE_DATA'], 'needs the Lotse of the run');
  const said = await refusal({ LOTSE_DATA: process.env['LOTSE_DATA'] });
  expect(said).toEqual(['Another Lotse already runs in this directory.', expect.stringContaining('Stop it first')]);
});

test('an ordinary user starts it as well, and ends it cleanly', async () => {
  const data = join(directory, 'of-somebody');
  mkdirSync(data, { mode: 0o755 });
  // PostgreSQL does not run as root; `nobody` is on every system.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
  if (somebody) chownSync(data, somebody.uid, somebody.gid);
  const port = await freePort();
  const lotse = startProgram(program, { ...plain, LOTSE_DATA: data, LOTSE_DEMO: '0', PORT: String(port), HOME: data }, [], somebody);
  await lotse.says('Lotse runs:', 60_000);
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
  expect(answer.status).toBe(200);
  expect((await (await fetch(`http://127.0.0.1:${port}/`)).text()).toLowerCase()).toContain('<!doctype html>');
  expect(await lotse.stop(15_000)).toMatchObject({ code: 0 });
});
