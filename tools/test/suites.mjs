// What there is to run, and how each suite counts what passed.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, inProject, root } from '../start/project.mjs';
import { withRedis } from './redis.mjs';
import { withTestDatabase } from './test-database.mjs';

/** Runs a command, shows what it prints, and answers its exit code and output. */
function run(command, args, extra = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: { ...environment(), ...extra } });
    let output = '';
    const keep = (stream) => (data) => {
      output += data;
      stream.write(data);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('close', (code) => done({ code, output }));
  });
}

/** A check that passes or fails as a whole. */
const check = async (command, args, extra) => {
  const { code } = await run(command, args, extra);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

/** A program that ends with "N passed, N failed". */
const counted = async (command, args, extra) => {
  const { code, output } = await run(command, args, extra);
  const [, passed = '0', failed = '0'] = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  return { passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) };
};

const sum = (...results) => results.reduce((total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }));

async function jest(config, extra = {}, files = []) {
  const directory = mkdtempSync(join(tmpdir(), 'lotse-jest-'));
  const report = join(directory, 'report.json');
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    inProject('node_modules/jest/bin/jest.js'),
    '-c',
    config,
    '--json',
    `--outputFile=${report}`,
  ];
  const { code } = await run('node', [...args, ...files], extra);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    // A skipped test is a failure: nobody would ever hear of it again.
    const failed = numFailedTests + numPendingTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export const suites = [
  {
    name: 'lint',
    what: 'style, boundaries, and proof that every rule bites',
    run: async () =>
      sum(
        await check('npx', ['nx', 'run', 'workspace:lint', '--output-style=stream']),
        await counted('npx', ['nx', 'run', 'workspace:probe', '--output-style=stream']),
        await check('node', ['tools/lint/conflict-markers.mjs']),
        await check('node', ['tools/boundaries/map.mjs', '--check']),
        await counted('node', ['docker/validate.mjs']),
        await counted('node', ['tools/audit/audit.mjs']),
        await check('node', ['tools/audit/requirements.mjs', '--short']),
        await check('npx', ['prettier', '--check', '--log-level=warn', '.']),
      ),
  },
  {
    name: 'types',
    what: 'server, model and client with strict templates',
    run: async () =>
      sum(await check('npx', ['tsc', '-p', 'tsconfig.server.json']), await check('npx', ['ngc', '-p', 'tsconfig.client.json', '--noEmit'])),
  },
  { name: 'unit', what: 'rules and life cycles; touches nothing', run: () => jest('jest.config.mjs') },
  {
    name: 'db',
    what: 'acts against a real PostgreSQL and the real queue',
    needsBuild: true,
    run: () => withTestDatabase((addresses) => jest('jest.config.mjs', { LOTSE_SUITE: 'db', ...addresses })),
  },
  { name: 'client', what: 'components in jsdom', run: () => jest('jest.client.config.mjs') },
  {
    name: 'e2e',
    what: 'stories in a real browser, with real processes',
    needsBuild: true,
    runsBeside: true,
    run: () => counted('node', ['apps/client-e2e/run.mjs']),
  },
  {
    name: 'chaos',
    what: 'races and kills, a short form',
    needsBuild: true,
    runsBeside: true,
    run: () => counted('node', ['tools/chaos/chaos.mjs', '--seconds', '20']),
  },
  {
    name: 'redis',
    what: 'the queue and the main stories once more, on Redis',
    needsBuild: true,
    onlyWhenNamed: true,
    run: () =>
      withRedis(async (url) =>
        sum(
          await withTestDatabase((addresses) =>
            jest('jest.config.mjs', { LOTSE_SUITE: 'db', REDIS_URL: url, ...addresses }, [
              'outbox',
              'deliver-notices',
              'when-referral-moved',
            ]),
          ),
          await counted('node', ['apps/client-e2e/run.mjs', ...mainStories], { REDIS_URL: url }),
        ),
      ),
  },
];

const mainStories = ['a-referral-becomes-a-booked-appointment', 'a-declined-slot-goes-to-the-next-person', 'processes'];
