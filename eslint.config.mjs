// Run lint through Nx (`nx run workspace:lint`): without Nx's project graph the boundary rule only warns.
// `nx run workspace:probe` plants a violation of each rule and fails when one of them stays silent.
import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { depConstraints } from './tools/boundaries/domains.mjs';
import { noEnvironment, noNodeModules } from './tools/lint/neutral-ground.mjs';
import { plainFileNames } from './tools/lint/plain-file-names.mjs';
import { restrictedSyntax, restrictedSyntaxOfConfigs, restrictedSyntaxOfKits } from './tools/lint/restricted-syntax.mjs';

const code = ['**/*.{ts,mts,mjs}'];
const typed = ['{apps,libs,tools}/**/*.ts'];
const rooms = ['{apps,libs}/**/*.ts'];
const tests = ['**/*.spec.{ts,mts,mjs}', 'apps/client-e2e/**', 'libs/*/testing/**', '**/testing/**', '**/test-setup.ts'];
const configs = ['**/*.config.{ts,mts,mjs}'];
const clients = ['libs/*/client/**', 'libs/client-kit/**', 'apps/client/**'];
const kits = ['libs/{server,client}-kit/**/*.ts', 'tools/**'];
const neutral = ['libs/*/model/**', 'libs/kernel/**'];
const data = ['**/*.lifecycle.ts', 'apps/migrate/src/**', 'tools/seed/**', '**/*.data.{ts,mjs}'];
const readsSettings = ['libs/server-kit/settings/**', 'apps/*/src/settings.ts', 'apps/*/src/main.ts', 'tools/**', 'docker/**'];

const withSuffix = (globs, suffix) => globs.map((glob) => glob + suffix);

const house = {
  files: code,
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  languageOptions: { globals: globals.node },
  plugins: { lotse: { rules: { 'plain-file-names': plainFileNames } } },
  rules: {
    'lotse/plain-file-names': 'error',
    'no-restricted-syntax': restrictedSyntax,
    'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    complexity: ['error', { max: 10, variant: 'modified' }],
  },
};

// A room is split where its routes load a page, not at its index, so the shell may know a room both ways; bundle budgets watch the size.
const mayBeLazyAndStatic = ['@lotse/**'];

const boundaries = {
  files: rooms,
  plugins: { '@nx': nx },
  rules: {
    '@nx/enforce-module-boundaries': [
      'error',
      {
        depConstraints,
        enforceBuildableLibDependency: false,
        allowCircularSelfDependency: false,
        checkDynamicDependenciesExceptions: mayBeLazyAndStatic,
      },
    ],
  },
};

// The parser needs one program over the whole tree; the rooms have no tsconfig of their own.
const promises = {
  files: typed,
  languageOptions: { parserOptions: { project: ['tools/lint/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/no-floating-promises': [
      'error',
      { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'it', 'describe'] }] },
    ],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/.lotse/**',
      '**/.nx/**',
      '**/.angular/**',
      '**/coverage/**',
      '**/test-results/**',
      '**/playwright-report/**',
    ],
  },
  { files: code, extends: [eslint.configs.recommended] },
  {
    files: ['**/*.{ts,mts}'],
    extends: [typescript.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  house,
  boundaries,
  promises,
  { files: rooms, ignores: [...readsSettings, ...tests], rules: { 'no-restricted-properties': noEnvironment } },
  { files: withSuffix([...neutral, ...clients], '/*.ts'), ignores: tests, rules: { 'no-restricted-imports': noNodeModules } },
  {
    files: withSuffix(clients, '/*.ts'),
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: { globals: globals.browser },
  },
  { files: withSuffix(clients, '/*.html'), extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  { files: data, rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: tests,
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }], 'max-lines-per-function': 'off' },
  },
  { files: kits, rules: { 'no-restricted-syntax': restrictedSyntaxOfKits } },
  // Types written for a package that brings none must export as the package does.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: configs, rules: { 'no-restricted-syntax': restrictedSyntaxOfConfigs } },
);
