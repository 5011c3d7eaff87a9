import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const scriptTag = /<script[^>]+src="([^"]+\.js)"/g;
const preloadTag = /<link[^>]+rel="modulepreload"[^>]+href="([^"]+\.js)"/g;
/** Imports that run before anything is shown; `import(…)` is not one of them. */
const staticImport = /(?:^|[;}\s])(?:import|export)(?:[\w\s{},*$]*from)?\s*["'](\.[^"']+)["']/g;

/** The scripts a browser loads before the first page stands: those of index.html and what they import. */
export function initialScripts(directory: string): string[] {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const found = new Set<string>();
  const waiting = [...page.matchAll(scriptTag), ...page.matchAll(preloadTag)].map((match) => match[1]!);
  while (waiting.length > 0) {
    const file = normalize(waiting.pop()!);
    if (found.has(file)) continue;
    found.add(file);
    for (const [, imported] of readFileSync(join(directory, file), 'utf8').matchAll(staticImport))
      waiting.push(join(dirname(file), imported!));
  }
  return [...found];
}

/** What they weigh on the way, compressed as well as brotli can. */
export const brotliBytes = (directory: string, files: readonly string[]): number =>
  files.reduce(
    (sum, file) =>
      sum +
      brotliCompressSync(readFileSync(join(directory, file)), {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
      }).length,
    0,
  );
