// Bundles the server processes: SWC transpiles (it knows decorator metadata, esbuild does not), esbuild bundles, packages stay outside.
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { transform } from '@swc/core';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

export const entryPoints = {
  'api/main': 'apps/api/src/main.ts',
  'worker/main': 'apps/worker/src/main.ts',
  'migrate/main': 'apps/migrate/src/main.ts',
  'start/main': 'tools/start/main.ts',
  'seed/main': 'tools/seed/main.ts',
  'chronicle/main': 'tools/chronicle/main.ts',
  'replay/main': 'tools/replay/main.ts',
  'bench/main': 'tools/bench/main.ts',
  'bench/floor': 'tools/bench/floor/main.ts',
  'bench/queue': 'tools/bench/queue/main.ts',
  'chaos/main': 'tools/chaos/main.ts',
};

const decorators = {
  name: 'decorators',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Bundles some or all entry points into `dist/`. */
export async function buildServer(entries = entryPoints, outdir = resolve(root, 'dist')) {
  for (const name of Object.keys(entries)) await rm(resolve(outdir, name.split('/')[0]), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: 'server-chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    keepNames: true,
    tsconfig: resolve(root, 'tsconfig.base.json'),
    plugins: [decorators],
    logLevel: 'warning',
  });
}
