import { lacksFix } from './versions.mjs';

const registry = 'https://registry.npmjs.org/';

/** Every package of the lock file that is not ours: its name, where it stands, and what the file says of it. */
export const packagesOf = (lock) =>
  Object.entries(lock.packages)
    .filter(([path]) => path.startsWith('node_modules/'))
    .map(([path, given]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), ...given }));

/** From the registry, and exactly what was locked. */
export const isUnlocked = ({ resolved, integrity, link }) =>
  link === true || (resolved !== undefined && !resolved.startsWith(registry)) || !/^sha512-/.test(integrity ?? '');

/** The licences of `(MIT AND Zlib)` or `(MIT OR CC0-1.0)`, and whether one of them is enough. */
function choiceOf(expression) {
  const parts = expression.replace(/[()]/g, '').split(/ (AND|OR) /);
  return { names: parts.filter((_, index) => index % 2 === 0), oneIsEnough: parts.length > 1 && parts[1] === 'OR' };
}

export function hasForeignLicence({ name, license }, { licences, licencesOfSingle }) {
  const [single] = licencesOfSingle[name] ?? [];
  if (single && (license === undefined || license === single)) return false;
  if (typeof license !== 'string') return true;
  const { names, oneIsEnough } = choiceOf(license);
  const isAllowed = (one) => licences.includes(one);
  return oneIsEnough ? !names.some(isAllowed) : !names.every(isAllowed);
}

/** A script that runs on the machine of whoever installs needs a reason, or a reason why it is not run. */
export const hasUnreasonedScript = ({ name, hasInstallScript }, { scripts }) =>
  hasInstallScript === true && !(name in scripts) && !(`${name.split('/')[0]}/*` in scripts);

export const isKnownBad = ({ name, version }, { exactly, below }) =>
  (exactly[name] ?? []).includes(version) || (below[name] !== undefined && lacksFix(version, below[name]));
