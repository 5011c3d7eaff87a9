import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const read = new Set(['.ts', '.mts', '.mjs', '.js', '.css', '.json']);
const skipped = new Set(['node_modules', 'dist', '.git', '.nx', '.lotse', 'test-results']);

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (read.has(extname(entry.name)) && !/^package(-lock)?\.json$/.test(entry.name)) yield path;
  }
}

/** The packages that some file imports or names in quotes, by the first part of the path. */
export function namedPackages(root, names) {
  const missing = new Set(names);
  const patterns = new Map(names.map((name) => [name, new RegExp(`['"](?:node_modules/)?${name.replace(/[/.]/g, '\\$&')}['"/]`)]));
  for (const folder of ['apps', 'docker', 'libs', 'tools', '.']) {
    const files =
      folder === '.'
        ? readdirSync(root).filter((file) => /\.(mjs|json)$/.test(file) && !/^package/.test(file))
        : filesBelow(join(root, folder));
    for (const file of files) {
      // What this folder says about packages is no use of them.
      if (file.includes(join('tools', 'audit'))) continue;
      const text = readFileSync(folder === '.' ? join(root, file) : file, 'utf8');
      for (const name of missing) if (patterns.get(name).test(text)) missing.delete(name);
    }
  }
  return names.filter((name) => !missing.has(name));
}
