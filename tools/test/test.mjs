// `npm test`: everything, in the order in which a failure is cheapest to find. `npm test -- unit` or `npm run test:unit` runs one suite.
// Ends with the line "N passed, N failed" over all suites.
import { spawnSync } from 'node:child_process';
import { buildIfStale } from '../start/build-if-stale.mjs';
import { installIfNeeded } from '../start/install-if-needed.mjs';
import { environment, inProject, root } from '../start/project.mjs';

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
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`There is no suite "${unknown[0]}". There are: ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const suite of suites.filter(({ name, onlyWhenNamed }) => (chosen.length === 0 ? !onlyWhenNamed : chosen.includes(name)))) {
  console.log(`\n── ${suite.name}: ${suite.what}`);
  if (suite.needsBuild) await buildIfStale();
  const began = Date.now();
  const result = await suite.run();
  passed += result.passed;
  failed += result.failed;
  console.log(`── ${suite.name}: ${result.passed} passed, ${result.failed} failed (${Math.round((Date.now() - began) / 1000)} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
