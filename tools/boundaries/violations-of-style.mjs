// One violation for each rule about what a file says, in a file that is clean otherwise. `says` picks the reason where a rule has several.
import { untagged } from './violations-of-boundaries.mjs';

const model = 'libs/waiting-list/model/src/planted.ts';
const server = 'libs/waiting-list/server/src/planted.ts';
const client = 'libs/waiting-list/client/src/planted.ts';
const template = 'libs/waiting-list/client/src/planted.html';

const syntax = 'no-restricted-syntax';

const using = (from, name) => `import { ${name} } from '${from}';\nexport const planted = ${name};\n`;

const grammar = [
  {
    name: 'raw route decorator',
    file: server,
    source: "import { Get } from '@nestjs/common';\nexport class Lists {\n  @Get('lists') read() {\n    return 1;\n  }\n}\n",
    rule: syntax,
    says: /@Serves/,
  },
  {
    name: 'state set by hand',
    file: server,
    source: "export const lose = (entry: { state: string }) => {\n  entry.state = 'offered';\n};\n",
    rule: syntax,
    says: /lifecycle/,
  },
  {
    name: 'state updated by hand',
    file: server,
    source: "export const lose = (entries: { update(id: string, to: object): void }) => entries.update('1', { state: 'offered' });\n",
    rule: syntax,
    says: /lifecycle/,
  },
  { name: 'enum', file: model, source: 'export enum Urgency {\n  Soon,\n}\n', rule: syntax, says: /as-const/ },
  { name: 'export star', file: model, source: "export * from './index';\n", rule: syntax, says: /room shows/ },
  { name: 'default export', file: model, source: 'export default 1;\n', rule: syntax, says: /by name/ },
  {
    name: 'default export by alias',
    file: model,
    source: 'const planted = 1;\nexport { planted as default };\n',
    rule: syntax,
    says: /by name/,
  },
];

const neutralGround = [
  { name: 'node: in a model', file: model, source: using('node:crypto', 'randomUUID'), rule: 'no-restricted-imports' },
  { name: 'bare Node module in a model', file: model, source: using('fs/promises', 'readFile'), rule: 'no-restricted-imports' },
  { name: 'node: in the kernel', file: 'libs/kernel/src/planted.ts', source: using('node:os', 'cpus'), rule: 'no-restricted-imports' },
  { name: 'node: in a client', file: client, source: using('node:path', 'join'), rule: 'no-restricted-imports' },
  { name: 'process.env in a model', file: model, source: 'export const planted = process.env;\n', rule: 'no-restricted-properties' },
  { name: 'process.env in a client', file: client, source: 'export const planted = process.env;\n', rule: 'no-restricted-properties' },
  { name: 'process.env in a server lib', file: server, source: 'export const { env } = process;\n', rule: 'no-restricted-properties' },
  {
    name: 'process.env in an app, outside settings',
    file: 'apps/api/src/planted.ts',
    source: 'export const planted = process.env;\n',
    rule: 'no-restricted-properties',
  },
];

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const size = [
  { name: 'file too long', file: model, source: `${lines(201, (index) => `export const line${index} = ${index};`)}\n`, rule: 'max-lines' },
  {
    name: 'function too long',
    file: model,
    source: `export function planted(sum: number) {\n${lines(60, (index) => `  sum += ${index};`)}\n  return sum;\n}\n`,
    rule: 'max-lines-per-function',
  },
  {
    name: 'function too tangled',
    file: model,
    source: `export function planted(step: number) {\n${lines(10, (index) => `  if (step === ${index}) return ${index};`)}\n  return step;\n}\n`,
    rule: 'complexity',
  },
  {
    name: 'file named after nothing',
    file: 'libs/people/server/src/people.service.ts',
    source: 'export const planted = 1;\n',
    rule: 'lotse/plain-file-names',
  },
  {
    name: 'folder named after nothing',
    file: 'libs/people/model/src/common/planted.ts',
    source: 'export const planted = 1;\n',
    rule: 'lotse/plain-file-names',
  },
];

const component = (body) =>
  `import { Component } from '@angular/core';\n\n@Component({ selector: 'lotse-planted', template: '${body}' })\nexport class Planted {\n  readonly act = () => 1;\n}\n`;

const screens = [
  { name: 'picture without a text', file: template, source: '<img src="map.png" />\n', rule: '@angular-eslint/template/alt-text' },
  {
    name: 'click without a key',
    file: template,
    source: '<div tabindex="0" (click)="act()">Annehmen</div>\n',
    rule: '@angular-eslint/template/click-events-have-key-events',
  },
  {
    name: 'label without a field',
    file: template,
    source: '<label>Frist</label>\n',
    rule: '@angular-eslint/template/label-has-associated-control',
  },
  {
    name: 'role without its state',
    file: template,
    source: '<span role="checkbox">Frist</span>\n',
    rule: '@angular-eslint/template/role-has-required-aria',
  },
  {
    name: 'inline template without a text',
    file: client,
    source: component('<img src="map.png" />'),
    rule: '@angular-eslint/template/alt-text',
  },
  {
    name: 'constructor injection',
    file: client,
    source:
      "import { Component, ElementRef } from '@angular/core';\n\n@Component({ selector: 'lotse-planted', template: '' })\nexport class Planted {\n  constructor(readonly element: ElementRef) {}\n}\n",
    rule: '@angular-eslint/prefer-inject',
  },
];

export const violationsOfStyle = [...grammar, ...neutralGround, ...size, ...screens];

/** Violations that need types, so they lie on the disk for a moment, in the untagged lib. */
export const typedViolations = [
  {
    name: 'promise left floating',
    file: `${untagged.folder}/src/floating.ts`,
    source: 'const send = async () => 1;\nexport const planted = () => {\n  send();\n};\n',
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    name: 'state forgotten in a switch',
    file: `${untagged.folder}/src/forgotten.ts`,
    source:
      "export function planted(state: 'sent' | 'received') {\n  switch (state) {\n    case 'sent':\n      return 1;\n  }\n  return 2;\n}\n",
    rule: '@typescript-eslint/switch-exhaustiveness-check',
  },
];
