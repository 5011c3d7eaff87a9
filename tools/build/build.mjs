// `npm run build [server|client]`: everything that `npm start` and the images need, into dist/.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { readCommandLine } from '../start/command-line.mjs';
import { buildServer } from './build-server.mjs';
import { compressClient } from './compress-client.mjs';
import { listLicences } from './list-licences.mjs';
import { writePagesAhead } from './pages-ahead.mjs';

const root = resolve(import.meta.dirname, '../..');
const [only] = readCommandLine('build').words;

if (only !== 'client') await buildServer();
if (only !== 'server') {
  const nx = spawnSync('npx', ['nx', 'build', 'client'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false' },
  });
  if (nx.status !== 0) process.exit(nx.status ?? 1);
  await writePagesAhead(resolve(root, 'dist/client'));
  await listLicences(resolve(root, 'dist/client'));
  await compressClient(resolve(root, 'dist/client/browser'));
}
