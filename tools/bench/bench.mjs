// `npm run bench [-- --only P1,P3] [--json] [--rounds 5] [--seconds 3]`: measures Lotse against its physical limits in one run.
// Installs and builds what is missing or stale, then measures on the project's own Node.
import { spawn } from 'node:child_process';
import { buildIfStale } from '../start/build-if-stale.mjs';
import { installIfNeeded } from '../start/install-if-needed.mjs';
import { readCommandLine } from '../start/command-line.mjs';
import { environment, inProject, root } from '../start/project.mjs';

const given = readCommandLine('bench');
const built = given.text('built');
if (given.has('json')) console.log = console.error;

await installIfNeeded();
// A build of one's own can be compared with another one: `--built dist/other`.
if (!built) await buildIfStale();

const measuring = spawn(
  inProject('node_modules/.bin/node'),
  ['--enable-source-maps', inProject(`${built ?? 'dist'}/bench/main.mjs`), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    cwd: root,
    env: environment(),
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && measuring.kill(signal));
measuring.on('exit', (code) => process.exit(code ?? 1));
