// Draws docs/map.md from the table of arrows and the rooms that exist; with --check it only says whether the drawing is stale.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { domains } from './domains.mjs';

const root = resolve(import.meta.dirname, '../..');
const drawing = join(root, 'docs/map.md');
const sides = { model: 'neutral', server: 'server', client: 'client' };

const projects = globSync(['apps/*/project.json', 'libs/*/project.json', 'libs/*/*/project.json'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('planted-by-probe'))
  .sort()
  .map((path) => ({ folder: path.replace('/project.json', ''), tags: JSON.parse(readFileSync(join(root, path), 'utf8')).tags ?? [] }));

const roomsOf = (domain) => Object.keys(sides).filter((room) => existsSync(join(root, 'libs', domain, room, 'project.json')));
const known = (domain) => domains[domain].knows;

/** Whom a domain knows through somebody it knows. */
const knownBeyond = (domain) => new Set(known(domain).flatMap((name) => [...known(name), ...knownBeyond(name)]));

/** Arrows that follow from others are left out of the picture; the table below it has them all. */
const drawnArrows = (domain) => known(domain).filter((name) => !knownBeyond(domain).has(name));

const symbol = (domain) => domain.replaceAll('-', '_');
const box = (domain) => `  ${symbol(domain)}["<b>${domain}</b><br/>${roomsOf(domain).join(' · ') || 'no room yet'}"]`;
const arrowsFrom = (domain) => drawnArrows(domain).map((name) => `  ${symbol(domain)} --> ${symbol(name)}`);

function picture() {
  const names = Object.keys(domains);
  return ['```mermaid', 'graph BT', ...names.map(box), ...names.flatMap(arrowsFrom), '```'];
}

function tableOfDomains() {
  const row = ([name, { is, knows, knownByNobody }]) =>
    `| **${name}** | ${is} | ${roomsOf(name).join(', ') || '–'} | ${knows.join(', ') || 'nobody'}${knownByNobody ? '; is known by nobody' : ''} |`;
  return ['| domain | what it is | rooms | knows |', '|---|---|---|---|', ...Object.entries(domains).map(row)];
}

function tableOfTheRest() {
  const rest = projects.filter(({ tags }) => tags.some((tag) => ['domain:kernel', 'domain:kit', 'domain:app'].includes(tag)));
  const sideOf = (tags) => tags.find((tag) => tag.startsWith('side:'))?.slice('side:'.length) ?? '–';
  return ['| folder | side |', '|---|---|', ...rest.map(({ folder, tags }) => `| \`${folder}\` | ${sideOf(tags)} |`)];
}

const page = [
  '# Map',
  '',
  'Drawn by `tools/boundaries/map.mjs` from `tools/boundaries/domains.mjs`; edit the table of arrows, not this page.',
  'An arrow reads "knows". Arrows that follow from others are left out of the picture.',
  '',
  ...picture(),
  '',
  '## Domains',
  '',
  ...tableOfDomains(),
  '',
  'Inside a domain `server` and `client` know `model`, and never each other. `model` knows `zod`, the kernel and the models of the domains its own domain knows.',
  '',
  '## Apps, kernel and kits',
  '',
  ...tableOfTheRest(),
  '',
].join('\n');

const isFresh = existsSync(drawing) && readFileSync(drawing, 'utf8') === page;
if (!process.argv.includes('--check')) writeFileSync(drawing, page);
else if (!isFresh) {
  console.error('docs/map.md is stale: run `npx nx run workspace:map`.');
  process.exitCode = 1;
}
