// `npm run chronicle:verify`, `chronicle:export` and `chronicle:key`. Installs and builds what is missing or stale. On a machine without the
// project, `node dist/chronicle/main.mjs` with the same words does the same; for an export it needs nothing else.
import { spawn } from 'node:child_process';
import { buildIfStale } from '../start/build-if-stale.mjs';
import { installIfNeeded } from '../start/install-if-needed.mjs';
import { readCommandLine } from '../start/command-line.mjs';
import { environment, inProject, root } from '../start/project.mjs';

const [command, ...given] = process.argv.slice(2);
readCommandLine(`chronicle:${command}`, given);
// An export goes to standard output: everything else that is said goes beside it.
console.log = console.error;
await installIfNeeded();
await buildIfStale();
const run = spawn(inProject('node_modules/.bin/node'), [inProject('dist/chronicle/main.mjs'), command, ...given], {
  stdio: 'inherit',
  cwd: root,
  env: environment(),
});
run.on('exit', (code) => process.exit(code ?? 1));
