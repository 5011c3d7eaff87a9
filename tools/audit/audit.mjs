// `npm run audit`, and a part of `npm test`: what we install and ship. Works without a network; where the registry answers, its own findings
// count too. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasForeignLicence, hasUnreasonedScript, isKnownBad, isUnlocked, packagesOf } from './lock-file.mjs';
import { namedPackages } from './uses.mjs';
import { findFaults } from './faults.mjs';
import { days, isBeingMended } from './remediation.mjs';
import { sourceFaults } from './sources.mjs';
import { readCommandLine } from '../start/command-line.mjs';

readCommandLine('audit');
const root = resolve(import.meta.dirname, '../..');
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const [lock, manifest] = [json('package-lock.json'), json('package.json')];
const [allowed, knownBad] = [json('tools/audit/allowed.json'), json('tools/audit/known-bad.json')];
const packages = packagesOf(lock);

let passed = 0;
let failed = 0;
function check(what, found) {
  const wrong = found.map((one) => (typeof one === 'string' ? one : `${one.name}@${one.version}`));
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'}  ${what}${wrong.length === 0 ? '' : `: ${wrong.slice(0, 10).join(', ')}`}`);
}

const runtime = Object.keys(manifest.dependencies);
const all = [...runtime, ...Object.keys(manifest.devDependencies)];
const inTable = new Set(
  [...readFileSync(join(root, 'docs/adr/0012-dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` /gm)].map(([, name]) => name),
);

/** `@types/x` belongs to `x`. */
const typedBy = (name) => (name.startsWith('@types/') ? name.slice('@types/'.length) : undefined);
const named = new Set(namedPackages(root, all));
const unused = all.filter((name) => !named.has(name) && !(name in allowed.usedWithoutImport) && !all.includes(typedBy(name)));

// @req ASVS 5.0.0-15.2.4
check('every package comes from the registry, and is exactly what was locked', packages.filter(isUnlocked));
check(
  'every script that runs while installing has a reason',
  packages.filter((one) => hasUnreasonedScript(one, allowed)),
);
check(
  'no script is let run that nobody has',
  Object.keys(manifest.allowScripts).filter((name) => !packages.some((one) => one.name === name && one.hasInstallScript)),
);
check(
  'every licence may be used with ours',
  packages.filter((one) => hasForeignLicence(one, allowed)),
);
// @req ASVS 5.0.0-15.2.1
const today = new Date().toISOString().slice(0, 10);
check(
  'no version is known to be bad, or it is being mended and its time is not over',
  packages.filter((one) => isKnownBad(one, knownBad) && !isBeingMended(one, allowed, today)),
);
check(
  'nothing is said to be mended that is gone',
  Object.keys(allowed.remediation).filter((said) => !packages.some(({ name, version }) => said === `${name}@${version}`)),
);
const promised = readFileSync(join(root, 'docs/security-decisions.md'), 'utf8');
check(
  'the time that there is for it is the one that is promised',
  Object.values(days)
    .filter((count) => !promised.includes(`ithin ${count} days`))
    .map(String),
);
check(
  'versions are exact',
  Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d/.test(version))
    .map(([name]) => name),
);
check('every package is used, or it is said why it is there', unused);
check(
  'nothing is excused that is used or gone',
  Object.keys(allowed.usedWithoutImport).filter((name) => !all.includes(name)),
);
check(
  'every package that runs stands in docs/adr/0012 with what it saves',
  runtime.filter((name) => !inTable.has(name)),
);
check(
  'docs/adr/0012 names no package that is gone',
  [...inTable].filter((name) => !runtime.includes(name)),
);
for (const [what, files] of sourceFaults(root)) check(`our own source: ${what}`, files);
check('the checks find what is planted', findFaults({ allowed, knownBad }));

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=8000'], {
  cwd: root,
  encoding: 'utf8',
});
const vulnerabilities = reported(stdout);
if (vulnerabilities) check('the registry knows of no serious fault in what runs', vulnerabilities);
else console.log('        the registry has no answer to an audit here; the lock file was checked against the list in tools/audit');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function reported(text) {
  try {
    const { vulnerabilities } = JSON.parse(text);
    return (
      vulnerabilities &&
      Object.values(vulnerabilities)
        .filter(({ severity }) => ['high', 'critical'].includes(severity))
        .filter(({ name }) => !packages.some((one) => one.name === name && isBeingMended(one, allowed, today)))
        .map(({ name, severity }) => `${name} (${severity})`)
    );
  } catch {
    return undefined;
  }
}
