// `npm run replay`. Installs and builds what is missing or stale. On a machine without the project, `node dist/replay/main.mjs` with the same words
// does the same.
import { spawn } from 'node:child_process';
import { buildIfStale } from '../start/build-if-stale.mjs';
import { installIfNeeded } from '../start/install-if-needed.mjs';
import { readCommandLine } from '../start/command-line.mjs';
import { environment, inProject, root } from '../start/project.mjs';

readCommandLine('replay');
await installIfNeeded();
await buildIfStale();
const run = spawn(inProject('node_modules/.bin/node'), [inProject('dist/replay/main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
  env: environment(),
});
run.on('exit', (code) => process.exit(code ?? 1));
