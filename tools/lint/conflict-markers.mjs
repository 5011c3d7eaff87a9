// A merge that nobody finished. Such lines are no syntax in a text, a style or a page, so nothing else would notice them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The numbers of the lines that a merge has left. A line of equal signs alone may also underline a heading; between the others it is none. */
export function conflictMarkersIn(text) {
  return text.split('\n').flatMap((line, at) => (/^(<{7}|>{7}|\|{7})( |\r?$)/.test(line) ? [at + 1] : []));
}

/** Every file that belongs to the work tree, also those that are not yet committed; without git there is no merge to leave unfinished. */
export function filesIn(root) {
  if (!existsSync(join(root, '.git'))) return [];
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, maxBuffer: 64 << 20 });
  return listed.toString().split('\0').filter(Boolean);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = process.cwd();
  const isReadable = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
  const found = filesIn(root)
    .filter(isReadable)
    .flatMap((path) => conflictMarkersIn(readFileSync(join(root, path), 'utf8')).map((line) => `${path}:${line}`));
  for (const place of found) console.error(`${place}: a merge was left unfinished here`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
