// `npm run chaos [-- --only R1,R3] [--seconds 60] [--json]`: races and kills against real processes. Without `--seconds` it takes about an hour.
// Installs and builds what is missing or stale. Ends with "N passed, N failed"; a run to which nothing was done fails.
import { spawn } from 'node:child_process';
import { buildIfStale } from '../start/build-if-stale.mjs';
import { installIfNeeded } from '../start/install-if-needed.mjs';
import { readCommandLine } from '../start/command-line.mjs';
import { environment, inProject, root } from '../start/project.mjs';

if (readCommandLine('chaos').has('json')) console.log = console.error;

await installIfNeeded();
await buildIfStale();

const running = spawn(
  inProject('node_modules/.bin/node'),
  ['--enable-source-maps', inProject('dist/chaos/main.mjs'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    cwd: root,
    env: environment(),
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && running.kill(signal));
running.on('exit', (code) => process.exit(code ?? 1));
