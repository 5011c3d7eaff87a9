// `npm run requirements`, and a part of `npm test`: which requirements of OWASP ASVS a test says it proves (`@req ASVS 5.0.0-x.y.z` above it),
// which are decisions written down under a heading that there is, which do not apply and why (asvs.json), and which nobody proves yet; and that every
// proof that docs/data-protection.md names is there. An uncovered one is no failure: it is named. With --short only the sums.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readCommandLine } from '../start/command-line.mjs';

const isShort = readCommandLine('requirements').has('short');
const root = resolve(import.meta.dirname, '../..');
const { version, sections, notApplicable, documented } = JSON.parse(readFileSync(join(import.meta.dirname, 'asvs.json'), 'utf8'));

/** The level of each requirement, by its number; the list of a section has them in order. */
const levels = new Map(
  Object.entries(sections).flatMap(([section, ofSection]) => ofSection.map((level, index) => [`${section}.${index + 1}`, level])),
);
/** What is checked outside of a spec. */
const checks = ['tools/audit/audit.mjs', 'docker/validate.mjs', 'docker/check-tls.mjs', 'tools/audit/sources.mjs'];

function* specsBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist'].includes(entry.name)) yield* specsBelow(path);
    } else if (entry.name.endsWith('.spec.ts')) yield path;
  }
}

/** Which files say that they prove a requirement, by its number. */
const provedBy = new Map();
const wrong = [];
const files = [
  ...['apps', 'libs', 'tools'].flatMap((folder) => [...specsBelow(join(root, folder))]),
  ...checks.map((file) => join(root, file)),
];
for (const file of files) {
  const where = relative(root, file);
  for (const [, named] of readFileSync(file, 'utf8').matchAll(/@req ([^\n*]+)/g)) {
    for (const name of named
      .replace(/^ASVS /, '')
      .trim()
      .split(/, */)) {
      const id = name.startsWith(`${version}-`) ? name.slice(version.length + 1) : undefined;
      if (levels.has(id)) provedBy.set(id, new Set([...(provedBy.get(id) ?? []), where]));
      else wrong.push(`${where}: ASVS has no requirement ${name}`);
    }
  }
}

const isWithin = (id, part) => id === part || id.startsWith(`${part}.`);
/** What asks for a decision to be written down is proved by where it stands: a file and a heading in it. */
for (const [id, where] of Object.entries(documented)) {
  const [file, heading] = where.split('#');
  const text = readFileSync(join(root, file), 'utf8');
  if (!levels.has(id)) wrong.push(`asvs.json: ASVS has no requirement ${id}`);
  else if (text.split('\n').some((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading)) provedBy.set(id, new Set([file]));
  else wrong.push(`asvs.json: ${file} has no heading "${heading}"`);
}
const reasonFor = (id) => Object.keys(notApplicable).find((part) => isWithin(id, part));
for (const part of Object.keys(notApplicable)) {
  if (![...levels.keys()].some((id) => isWithin(id, part))) wrong.push(`asvs.json: ASVS has no ${part}`);
}
for (const id of provedBy.keys())
  if (reasonFor(id)) wrong.push(`asvs.json: ${id} is said not to apply, and ${[...provedBy.get(id)]} proves it`);

/** What docs/data-protection.md names as a proof is there, and each measure and figure names one. */
const known = new Set(files.map((file) => relative(root, file)));
const isThere = (name) => known.has(name) || [...known].some((file) => file.endsWith(`/${name}`));
const rowsOfProofs = readFileSync(join(root, 'docs/data-protection.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (V\d|S\d)/.test(line));
if (rowsOfProofs.length === 0) wrong.push('docs/data-protection.md: no measure and no figure is found');
for (const row of rowsOfProofs) {
  const [, what, second, third, fourth] = row.split('|').map((cell) => cell.trim());
  const named = [...(what.startsWith('V') ? fourth : third).matchAll(/`([^` ]+\.(?:spec\.ts|mjs))`|`npm run [\w:-]+`/g)];
  if (named.length === 0) wrong.push(`docs/data-protection.md: ${what} (${second.slice(0, 20)}) names no proof`);
  for (const [, file] of named)
    if (file && !isThere(file)) wrong.push(`docs/data-protection.md: ${what} names ${file}, which is not there`);
}

const all = [...levels.keys()];
const upTo2 = all.filter((id) => levels.get(id) <= 2);
const counted = (ids) => ({
  covered: ids.filter((id) => provedBy.has(id)).length,
  'not applicable': ids.filter((id) => reasonFor(id)).length,
  uncovered: ids.filter((id) => !provedBy.has(id) && !reasonFor(id)).length,
});

if (!isShort) {
  const chapters = [...new Set(all.map((id) => id.split('.')[0]))];
  console.table(
    Object.fromEntries(
      chapters.map((chapter) => {
        const third = all.filter((id) => isWithin(id, chapter) && levels.get(id) === 3 && provedBy.has(id)).length;
        return [`V${chapter}`, { ...counted(upTo2.filter((id) => isWithin(id, chapter))), 'covered, level 3': third }];
      }),
    ),
  );
  for (const chapter of chapters) {
    const open = upTo2.filter((id) => isWithin(id, chapter) && !provedBy.has(id) && !reasonFor(id));
    if (open.length > 0) console.log(`V${chapter} uncovered: ${open.join(' ')}`);
  }
}
for (const one of wrong) console.log(`FAILED  ${one}`);
const sums = counted(upTo2);
const third = all.filter((id) => levels.get(id) === 3 && provedBy.has(id)).length;
console.log(
  `ASVS ${version}, levels 1 and 2: ${upTo2.length} requirements, ${sums.covered} covered, ${sums['not applicable']} not applicable, ${sums.uncovered} uncovered; level 3: ${third} covered`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
