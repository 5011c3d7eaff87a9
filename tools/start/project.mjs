// Where things are, and how to give up with one clear sentence.
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

export const inProject = (path) => resolve(root, path) + (process.platform === 'win32' && path.includes('.bin') ? '.cmd' : '');

/** Environment in which the project's own Node and tools come first. */
export const environment = () => ({
  ...process.env,
  PATH: `${resolve(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  NX_DAEMON: 'false',
  NG_CLI_ANALYTICS: 'false',
});

/** Ends with what is wrong and what to do about it. */
export function fail(what, wayOut) {
  console.error(`\n${what}\n${wayOut}`);
  process.exit(1);
}
