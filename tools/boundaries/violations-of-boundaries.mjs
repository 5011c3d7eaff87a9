// Imports against the table of arrows, each in a file that is clean otherwise. `says` picks the rule's reason.
const model = 'libs/waiting-list/model/src/planted.ts';
const server = 'libs/waiting-list/server/src/planted.ts';
const client = 'libs/waiting-list/client/src/planted.ts';

const boundaries = '@nx/enforce-module-boundaries';
// A lib that is already known by the other one is refused for the circle before its tags are looked at.
const wrongTag = /onlyTagsConstraintViolation|noCircularDependencies/;
const wrongPackage = /bannedExternalImportsViolation/;
const reachedPast = /noRelativeOrAbsoluteImportsAcrossLibraries/;
const noTags = /projectWithoutTagsCannotHaveDependencies|onlyTagsConstraintViolation/;

const using = (from, name = 'it') => `import { ${name} } from '${from}';\nexport const planted = ${name};\n`;

/** The folder of the lib that exists only while the probe runs, and how others call it. */
export const untagged = { folder: 'libs/planted-by-probe', name: '@lotse/planted-by-probe' };

const sides = [
  { name: 'model may not import Nest', file: model, source: using('@nestjs/common', 'Injectable'), rule: boundaries, says: wrongPackage },
  { name: 'model may not import TypeORM', file: model, source: using('typeorm', 'Entity'), rule: boundaries, says: wrongPackage },
  { name: 'model may not import Angular', file: model, source: using('@angular/core', 'signal'), rule: boundaries, says: wrongPackage },
  { name: 'model may not import server', file: model, source: using('@lotse/people/server'), rule: boundaries, says: wrongTag },
  { name: 'model may not import client', file: model, source: using('@lotse/directory/client'), rule: boundaries, says: wrongTag },
  { name: 'client may not import Nest', file: client, source: using('@nestjs/common', 'Injectable'), rule: boundaries, says: wrongPackage },
  { name: 'client may not import the database driver', file: client, source: using('pg', 'Pool'), rule: boundaries, says: wrongPackage },
  { name: 'client may not import server', file: client, source: using('@lotse/waiting-list/server'), rule: boundaries, says: wrongTag },
  { name: 'client may not import server-kit', file: client, source: using('@lotse/server-kit/http'), rule: boundaries, says: wrongTag },
  { name: 'server may not import Angular', file: server, source: using('@angular/core', 'signal'), rule: boundaries, says: wrongPackage },
  { name: 'server may not import client', file: server, source: using('@lotse/waiting-list/client'), rule: boundaries, says: wrongTag },
  { name: 'server may not import client-kit', file: server, source: using('@lotse/client-kit/ui'), rule: boundaries, says: wrongTag },
];

const arrows = [
  {
    name: 'arrows only point up, model',
    file: 'libs/people/model/src/planted.ts',
    source: using('@lotse/referral/model'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'arrows only point up, server',
    file: 'libs/directory/server/src/planted.ts',
    source: using('@lotse/waiting-list/server'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'arrows only point up, client',
    file: 'libs/calendar/client/src/planted.ts',
    source: using('@lotse/waiting-list/client'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'siblings do not know each other',
    file: 'libs/calendar/server/src/planted.ts',
    source: using('@lotse/people/server'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'nobody knows notification, server',
    file: server,
    source: using('@lotse/notification/server'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'nobody knows notification, model',
    file: 'libs/referral/model/src/planted.ts',
    source: using('@lotse/notification/model'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'server-kit knows no domain',
    file: 'libs/server-kit/http/src/planted.ts',
    source: using('@lotse/people/model'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'client-kit knows no domain',
    file: 'libs/client-kit/ui/src/planted.ts',
    source: using('@lotse/people/model'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'kernel knows no domain',
    file: 'libs/kernel/src/planted.ts',
    source: using('@lotse/people/model'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'kernel knows no kit',
    file: 'libs/kernel/src/planted.ts',
    source: using('@lotse/server-kit/http'),
    rule: boundaries,
    says: wrongTag,
  },
  {
    name: 'no reaching past index.ts',
    file: server,
    source: using('../../../people/model/src/index'),
    rule: boundaries,
    says: reachedPast,
  },
  {
    name: 'no reaching into the tools',
    file: server,
    source: using('../../../../tools/boundaries/domains.mjs', 'domains'),
    rule: boundaries,
    says: reachedPast,
  },
  { name: 'nobody imports an untagged lib', file: server, source: using(untagged.name), rule: boundaries, says: noTags },
  {
    name: 'an untagged lib imports nobody',
    file: `${untagged.folder}/src/planted.ts`,
    source: using('@lotse/people/model'),
    rule: boundaries,
    says: noTags,
  },
];

export const violationsOfBoundaries = [...sides, ...arrows];
