// Tests of the client: `NODE_OPTIONS=--experimental-vm-modules jest -c jest.client.config.mjs`.
import { readFileSync } from 'node:fs';

const { paths } = JSON.parse(readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8')).compilerOptions;
const aliases = Object.entries(paths).map(([name, [file]]) => [`^${name}$`, file.replace(/^\.\//, '<rootDir>/')]);

export default {
  testEnvironment: 'jsdom',
  // Long enough for a machine that does other things as well.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/libs/*/client/**/*.spec.ts', '<rootDir>/libs/client-kit/**/*.spec.ts', '<rootDir>/apps/client/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/client/jest-setup.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'html'],
  moduleNameMapper: { '^tslib$': 'tslib/tslib.es6.mjs', ...Object.fromEntries(aliases) },
  transformIgnorePatterns: ['/node_modules/'],
  transform: {
    '^.+\\.(ts|html)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/apps/client/tsconfig.spec.json', stringifyContentPathRegex: '\\.html$', useESM: true },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
