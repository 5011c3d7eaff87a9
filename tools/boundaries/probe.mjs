// Proves that every rule still bites. A rule that nobody has seen fire may be switched off without anyone noticing;
// without Nx's project graph, for one, all boundaries go silent and lint stays green.
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { domains } from './domains.mjs';
import { untagged, violationsOfBoundaries } from './violations-of-boundaries.mjs';
import { typedViolations, violationsOfStyle } from './violations-of-style.mjs';

process.env.NX_DAEMON = 'false';
const root = resolve(import.meta.dirname, '../..');
process.chdir(root);
const link = join('node_modules', untagged.name);

let passed = 0;
let failed = 0;
function report(name, isFiring, reason) {
  if (isFiring) passed += 1;
  else failed += 1;
  console.log(`${isFiring ? 'fires ' : 'SILENT'}  ${name}${isFiring ? '' : ` - ${reason}`}`);
}

function plant(file, source) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

/** The untagged lib, with a package name of its own so that others can try to import it as they would any other lib. */
function plantUntaggedLib() {
  uproot();
  const { folder, name } = untagged;
  plant(
    join(folder, 'project.json'),
    `${JSON.stringify({ name: 'planted-by-probe', sourceRoot: `${folder}/src`, projectType: 'library', tags: [] })}\n`,
  );
  plant(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version: '0.0.0', type: 'module', main: './src/index.ts', types: './src/index.ts' })}\n`,
  );
  plant(join(folder, 'src/index.ts'), 'export const it = 1;\n');
  for (const { file, source } of typedViolations) plant(file, source);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(resolve(folder), link, 'dir');
}

function uproot() {
  rmSync(untagged.folder, { recursive: true, force: true });
  try {
    unlinkSync(link);
  } catch {
    // There was no link.
  }
}

/** The intended rule fires, and nothing else does: a violation in a broken file would prove nothing. */
function judge({ name, rule, says }, result) {
  const messages = result?.messages ?? [];
  const hit = messages.some(
    (message) => message.severity === 2 && message.ruleId === rule && (says?.test(`${message.messageId} ${message.message}`) ?? true),
  );
  const others = messages.filter((message) => message.ruleId !== rule);
  const [first] = others.length ? others : messages;
  report(
    name,
    hit && others.length === 0,
    first ? `${first.ruleId} ${first.messageId}: ${first.message.split('\n')[0]}` : 'no message from the rule',
  );
}

/** Violations are read as text at the place where they would hurt, so nothing is written there. Rules that need types cannot judge such a text. */
const withoutTypes = {
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { project: null } },
  rules: Object.fromEntries(typedViolations.map(({ rule }) => [rule, 'off'])),
};

async function probeTexts() {
  const eslint = new ESLint({ overrideConfig: withoutTypes });
  for (const violation of [...violationsOfBoundaries, ...violationsOfStyle]) {
    const [result] = await eslint.lintText(violation.source, { filePath: violation.file });
    judge(violation, result);
  }
}

async function probeFiles() {
  const results = await new ESLint().lintFiles(typedViolations.map(({ file }) => file));
  for (const violation of typedViolations)
    judge(
      violation,
      results.find(({ filePath }) => filePath === resolve(violation.file)),
    );
}

/** The table itself: a domain knows only domains above it, and nobody knows those that only react. */
function probeTable() {
  const names = Object.keys(domains);
  const pointsDown = names.filter((name, index) => domains[name].knows.some((known) => !names.slice(0, index).includes(known)));
  report('the table of arrows has no circle', pointsDown.length === 0, `${pointsDown} know a domain that stands below`);
  const secrets = names.filter((name) => domains[name].knownByNobody && names.some((other) => domains[other].knows.includes(name)));
  report('domains that only react are known by nobody', secrets.length === 0, `${secrets} are known`);
}

/** A lib without tags is nobody, so a forgotten tag would show only when somebody needs the lib. */
function probeTags(graph) {
  const nodes = Object.values(graph.nodes).filter(({ name, data }) => /^(apps|libs)\//.test(data.root) && name !== 'planted-by-probe');
  const tagless = nodes.filter(({ data }) => !['domain:', 'side:'].every((kind) => data.tags?.some((tag) => tag.startsWith(kind))));
  report(
    'every app and lib names its domain and its side',
    nodes.length > 0 && tagless.length === 0,
    tagless.map(({ name }) => name).join(', ') || 'no projects found',
  );
  const paths = Object.keys(JSON.parse(readFileSync('tsconfig.base.json', 'utf8')).compilerOptions.paths);
  const nowhere = paths.filter((path) => !existsSync(join('libs', path.replace('@lotse/', ''), 'project.json')));
  report('every name of a lib leads to a lib', nowhere.length === 0, nowhere.join(', '));
}

async function probe() {
  plantUntaggedLib();
  const graph = await createProjectGraphAsync({ exitOnError: false });
  await probeTexts();
  await probeFiles();
  probeTable();
  probeTags(graph);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    uproot();
    process.exit(130);
  });
}
process.on('exit', uproot);

await probe();
uproot();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
