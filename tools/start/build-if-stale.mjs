// Builds server and client when a source is newer than what was built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, fail, inProject, root } from './project.mjs';

const sources = { server: ['apps', 'libs', 'tools'], client: ['apps/client', 'libs'] };
const files = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];
const results = { server: 'dist/start/main.mjs', client: 'dist/client/browser/index.html' };

export async function buildIfStale() {
  for (const part of ['server', 'client']) {
    const print = fingerprint(sources[part]);
    const stamp = inProject(`dist/.built-${part}`);
    if (existsSync(inProject(results[part])) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) continue;
    console.log(part === 'server' ? 'Building the server (a few seconds) …' : 'Building the client (about half a minute) …');
    const built = spawnSync(inProject('node_modules/.bin/node'), [inProject('tools/build/build.mjs'), part], {
      cwd: root,
      env: environment(),
      encoding: 'utf8',
    });
    if (built.status !== 0) {
      console.error(`${built.stdout}\n${built.stderr}`.slice(-6000));
      fail(`Building the ${part} failed.`, /ENOSPC/.test(built.stderr) ? 'There is no space left on the disk.' : 'See above.');
    }
    mkdirSync(inProject('dist'), { recursive: true });
    writeFileSync(stamp, print);
  }
}

/** Names, sizes and times of all sources: changes when any of them does. */
function fingerprint(directories) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  const walk = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/\.(spec\.ts|md)$/.test(entry.name)) add(path);
    }
  };
  directories.map(inProject).forEach(walk);
  files.map(inProject).forEach(add);
  return hash.digest('hex');
}
