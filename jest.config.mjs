// Unit and database tests of server, model and tools. `LOTSE_SUITE=db` picks the database tests; the client has a configuration of its own.
import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [path]]) => [`^${alias}$`, path.replace('./', '<rootDir>/')]),
);
const isDatabaseSuite = process.env.LOTSE_SUITE === 'db';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  testMatch: [isDatabaseSuite ? '**/*.db.spec.ts' : '**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/libs/[^/]+/client/',
    '/libs/client-kit/',
    '/apps/client/',
    '/apps/client-e2e/',
    ...(isDatabaseSuite ? [] : ['\\.db\\.spec\\.ts$']),
  ],
  moduleNameMapper: aliases,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
        },
        module: { type: 'es6' },
      },
    ],
  },
  testTimeout: isDatabaseSuite ? 60_000 : 20_000,
  maxWorkers: 2,
};
