// `npm run build:twice`: builds server and client here, once more in another folder, and compares them byte for byte, so that whoever builds a
// release anew gets what was published. Takes some minutes; for before a release. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { readCommandLine } from '../start/command-line.mjs';
import { entryPoints } from './build-server.mjs';

readCommandLine('build:twice');
const root = resolve(import.meta.dirname, '../..');
const elsewhere = mkdtempSync(join(tmpdir(), 'lotse-build-'));
const written = [...new Set([...Object.keys(entryPoints).map((name) => name.split('/')[0]), 'server-chunks', 'client'])];

/** Everything that git knows or would take, and the packages: as links to the same bytes, for there are many. */
function copyTo(folder) {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  const linked = spawnSync('cp', ['-al', join(root, 'node_modules'), join(folder, 'node_modules')]);
  if (linked.status !== 0) cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

function buildIn(folder) {
  for (const name of written) rmSync(join(folder, 'dist', name), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['tools/build/build.mjs'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`Building in ${folder} failed.`);
}

/** The hash of every file that a build has written. */
function hashesIn(folder) {
  const dist = join(folder, 'dist');
  const files = written.flatMap((name) =>
    readdirSync(join(dist, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(files.map((file) => [relative(dist, file), createHash('sha256').update(readFileSync(file)).digest('hex')]));
}

try {
  copyTo(elsewhere);
  for (const folder of [root, elsewhere]) buildIn(folder);
  const [here, there] = [hashesIn(root), hashesIn(elsewhere)];
  const all = [...new Set([...here.keys(), ...there.keys()])].sort();
  const different = all.filter((file) => here.get(file) !== there.get(file));
  for (const file of different) console.log(`FAILED  ${file} ${here.has(file) && there.has(file) ? 'differs' : 'is in one build only'}`);
  console.log(`${all.length - different.length} passed, ${different.length} failed`);
  process.exitCode = different.length > 0 || all.length === 0 ? 1 : 0;
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
