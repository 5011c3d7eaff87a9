// The model and the client run in a browser: nothing of Node, and no settings read from thin air.
import { builtinModules } from 'node:module';

const ofNode = [
  ...builtinModules.filter((name) => !name.startsWith('_')).map((name) => ({ name, message: 'This room also runs in a browser.' })),
];

/** `node:*` and the bare names of Node's modules. */
export const noNodeModules = [
  'error',
  { paths: ofNode, patterns: [{ group: ['node:*', 'node:*/**'], message: 'This room also runs in a browser.' }] },
];

/** A setting is read once, checked, and handed in; nothing else looks at the environment. */
export const noEnvironment = [
  'error',
  { object: 'process', property: 'env', message: 'Settings are read in settings.ts, checked once, and handed in.' },
];
