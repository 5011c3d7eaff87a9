// `npm test`: everything, in the order in which a failure is cheapest to find. `npm test -- unit` or `npm run test:unit` runs one suite.
// Ends with the line "N passed, N failed" over all suites.
import { spawn, spawnSync } from 'node:child_process';
import { buildIfStale } from '../start/build-if-stale.mjs';
import { readCommandLine } from '../start/command-line.mjs';
import { installIfNeeded } from '../start/install-if-needed.mjs';
import { environment, inProject, root } from '../start/project.mjs';

const chosen = readCommandLine('test').words;
await installIfNeeded();

// The rest runs on the project's own Node, whatever Node npm was started with.
if (!process.env.LOTSE_OWN_NODE) {
  const again = spawnSync(inProject('node_modules/.bin/node'), [inProject('tools/test/test.mjs'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment(), LOTSE_OWN_NODE: '1' },
  });
  process.exit(again.status ?? 1);
}

// Only now: the suites need packages.
const { suites } = await import('./suites.mjs');

const toRun = suites.filter(({ name, onlyWhenNamed }) => (chosen.length === 0 ? !onlyWhenNamed : chosen.includes(name)));
if (toRun.some(({ needsBuild }) => needsBuild)) await buildIfStale();

// The stories wait more than they work: they run beside the other suites, and what they print is shown at the end.
const aside = toRun.length > 1 ? toRun.filter(({ runsBeside }) => runsBeside) : [];
const besides = aside.map(({ name }) => inOwnProcess(name));
const counts = [];
for (const suite of toRun.filter((one) => !aside.includes(one))) {
  console.log(`\n── ${suite.name}: ${suite.what}`);
  const began = Date.now();
  const { passed, failed } = await suite.run();
  counts.push({ passed, failed });
  console.log(`── ${suite.name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - began) / 1000)} s)`);
}
for (const beside of besides) {
  const { output, passed, failed } = await beside;
  process.stdout.write(output);
  counts.push({ passed, failed });
}
const total = (which) => counts.reduce((sum, count) => sum + count[which], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);

/** Runs one suite as `npm test -- NAME` would; answers what it printed but for the last line, and what that says. */
function inOwnProcess(name) {
  const child = spawn(process.execPath, [inProject('tools/test/test.mjs'), name], {
    cwd: root,
    env: { ...environment(), LOTSE_OWN_NODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  return new Promise((done) =>
    child.on('close', (code) => {
      const [last, passed = '0', failed = '0'] = /\n(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [''];
      const shown = output.slice(0, output.length - last.length) + '\n';
      done({ output: shown, passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1) });
    }),
  );
}
