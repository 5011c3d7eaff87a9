// `node apps/client-e2e/run.mjs [files]`: the stories in a real browser, against Lotse as `npm start` runs it, with a mail server beside it.
// Ends with "N passed, N failed". While writing stories, LOTSE_URL, LOTSE_DATA and LOTSE_MAILS name a Lotse that runs already.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const ownNode = join(root, 'node_modules/.bin/node');

// The project's own Node reads the TypeScript below as it is.
if (Number(process.versions.node.split('.')[0]) < 24) {
  const again = spawnSync(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(again.status ?? 1);
}
const { openMailBox } = await import('./src/setup/mail-box.ts');
const { freePort, startProcess, startProgram } = await import('./src/setup/started-process.ts');

const firstStart = 5 * 60_000;
const wholeRun = 27 * 60_000;
const ending = 15_000;

/** Database, API and worker in one process, the demo region in a directory of its own. */
async function startLotse(directory) {
  const mails = join(directory, 'mails.jsonl');
  const mailBox = await openMailBox(mails);
  const port = await freePort();
  // The account service is only started by the story that needs it; another site than Lotse, as in life.
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const data = join(directory, 'data');
  const lotse = startProgram('dist/start/main.mjs', {
    LOTSE_DATA: data,
    PORT: String(port),
    SMTP_URL: mailBox.url,
    REDIS_URL: process.env.REDIS_URL,
    SINGLE_SIGN_ON_ISSUERS: issuer,
    // Long enough to be held, short enough to be waited for.
    NOTICE_HOLD_SECONDS: '1',
    DATABASE_URL: undefined,
    LOTSE_DEMO: undefined,
    NODE_ENV: undefined,
  });
  const began = Date.now();
  const stop = async () => {
    const ended = await lotse.stop(ending).catch((error) => ({ code: error.message }));
    await mailBox.close();
    return ended;
  };
  try {
    await lotse.says('Lotse runs:', firstStart);
  } catch (error) {
    await stop();
    throw error;
  }
  console.log(`Lotse runs after ${Math.round((Date.now() - began) / 1000)} s${process.env.REDIS_URL ? ', its queue on Redis' : ''}.`);
  return {
    environment: { LOTSE_URL: `http://localhost:${port}`, LOTSE_DATA: data, LOTSE_MAILS: mails, LOTSE_ISSUER: issuer },
    said: lotse.said,
    stop,
  };
}

/** Runs Playwright and counts: a test that was skipped, or that passed only after another try, has failed. */
async function playwright(files, environment, report) {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const config = join(root, 'apps/client-e2e/playwright.config.ts');
  const stories = startProcess(ownNode, [cli, 'test', '-c', config, ...files], { ...environment, LOTSE_REPORT: report, FORCE_COLOR: '0' });
  stories.child.stdout.pipe(process.stdout);
  stories.child.stderr.pipe(process.stderr);
  const { code } = await stories.ends(wholeRun).catch((error) => ({ code: error.message }));
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = stats.unexpected + stats.flaky + stats.skipped;
    return { passed: stats.expected, failed: Math.max(failed, code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const files = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'lotse-e2e-'));
chmodSync(directory, 0o755);
let passed = 0;
let failed = 0;
let lotse;
// Whoever gives up leaves nothing running behind.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await lotse?.stop();
    rmSync(directory, { recursive: true, force: true });
    process.exit(130);
  });
}
try {
  lotse = process.env.LOTSE_URL ? undefined : await startLotse(directory);
  const result = await playwright(files, lotse?.environment ?? {}, join(directory, 'report.json'));
  ({ passed, failed } = result);
  if (lotse) {
    const { code, afterMs } = await lotse.stop();
    if (code === 0) passed++;
    else failed++;
    console.log(
      code === 0 ? `Lotse stopped cleanly after ${afterMs} ms.` : `Lotse did not stop cleanly: ${code}\n${lotse.said().slice(-2000)}`,
    );
  }
} catch (error) {
  failed++;
  console.error(error.message ?? error);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
