// A Redis for one run of tests, on a free port, in a folder that is gone afterwards; Debian's `redis-server` is enough.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

export async function withRedis(work) {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    throw new Error('There is no redis-server on this machine. On Debian: apt-get install redis-server');
  }
  const port = await freePort();
  // It writes only when a test asks what it would write.
  const directory = mkdtempSync(join(tmpdir(), 'lotse-redis-'));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise((ready, failed) => {
      server.stdout.on('data', (data) => /Ready to accept connections/.test(String(data)) && ready());
      server.once('exit', (code) => failed(new Error(`redis-server ended with code ${code}.`)));
    });
    return await work(`redis://127.0.0.1:${port}`);
  } finally {
    server.kill('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  }
}
