// `npm start` on a fresh clone: installs, builds what is stale, then runs dist/start/main.mjs on the project's own Node.
// Plain JavaScript without dependencies: it must run before anything is installed.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, inProject, root } from './project.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { installIfNeeded } from './install-if-needed.mjs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Node ${process.versions.node} is too old.`, 'Install Node 20 or newer.');

// Only now: an older Node has nothing that reads it.
const { readCommandLine } = await import('./command-line.mjs');
const given = readCommandLine('start');

const platforms = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];
if (!process.env.DATABASE_URL && !platforms.includes(`${process.platform}-${process.arch}`)) {
  fail(
    `The PostgreSQL that comes with Lotse does not run on ${process.platform}-${process.arch}.`,
    'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  );
}

if (given.has('reset')) {
  for (const part of ['postgres', 'chronicle']) rmSync(resolve(root, '.lotse', part), { recursive: true, force: true });
  console.log('The local data is gone; a new demo region will be made.');
}
await installIfNeeded();
await buildIfStale();

const lotse = spawn(inProject('node_modules/.bin/node'), ['--enable-source-maps', inProject('dist/start/main.mjs')], {
  stdio: 'inherit',
  cwd: root,
});
// Ctrl-C reaches the child as well; this process only waits for it and hands on its exit code.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && lotse.kill(signal));
lotse.on('exit', (code) => process.exit(code ?? 1));
