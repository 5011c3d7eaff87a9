import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compare, type Line } from '../figure';
import { emptyApplication } from './empty-application';
import { brotliBytes, initialScripts } from './initial-scripts';

const client = resolve('dist/client/browser');
/** Measured with Angular 22.2; used where the empty application cannot be built. */
const emptyBytes = 51_900;

/** P11: the initial JavaScript of the client against that of an empty application of the same Angular. */
export function measureBytes(say: (what: string) => void): Line[] {
  if (!existsSync(join(client, 'index.html'))) throw new Error('There is no built client: run npm run build:client.');
  say('P11 initial JavaScript');
  const scripts = initialScripts(client);
  const empty = emptyApplication();
  const floor = empty ? brotliBytes(empty, initialScripts(empty)) : emptyBytes;
  const note = `${scripts.length} scripts of index.html and their static imports, brotli; ${empty ? 'the empty application was built here' : 'the size of the empty application is the one measured before'}.`;
  const kilo = (bytes: number) => [bytes / 1_000];
  return [
    compare({
      figure: 'P11',
      name: 'initial JavaScript',
      unit: 'kB',
      ours: kilo(brotliBytes(client, scripts)),
      floor: kilo(floor),
      goal: { is: 'at-most', target: 2.5 },
      note,
    }),
  ];
}
