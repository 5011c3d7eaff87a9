import { isBeingMended } from './remediation.mjs';
import { rulesBrokenBy } from './sources.mjs';
import { hasForeignLicence, hasUnreasonedScript, isKnownBad, isUnlocked } from './lock-file.mjs';

const sound = { name: 'sound', version: '1.0.0', license: 'MIT', integrity: 'sha512-abc' };

const known = (said) => ({ remediation: { 'sound@1.0.0': { because: 'for this probe', ...said } } });

/** Plants one fault of each kind and answers the checks that do not bite, so that a check that finds nothing has looked. */
export function findFaults({ allowed, knownBad }) {
  const planted = {
    'from elsewhere': isUnlocked({ ...sound, resolved: 'https://elsewhere.example/sound.tgz' }),
    'not locked': isUnlocked({ ...sound, integrity: undefined }),
    'locked by a broken hash': isUnlocked({ ...sound, integrity: 'sha1-abc' }),
    'a link': isUnlocked({ ...sound, link: true }),
    'a script without reason': hasUnreasonedScript({ ...sound, hasInstallScript: true }, allowed),
    'a foreign licence': hasForeignLicence({ ...sound, license: 'SSPL-1.0' }, allowed),
    'half a foreign licence': hasForeignLicence({ ...sound, license: '(MIT AND GPL-3.0-only)' }, allowed),
    'no licence': hasForeignLicence({ ...sound, license: undefined }, allowed),
    'a version known to be bad': isKnownBad({ name: 'event-stream', version: '3.3.6' }, knownBad),
    'a version before its fix': isKnownBad({ name: 'ws', version: '8.17.0' }, knownBad),
    'a fault that is known for too long': !isBeingMended(sound, known({ since: '2026-11-01' }), '2026-11-16'),
    'one that is being used, for too long': !isBeingMended(sound, known({ since: '2026-11-01', exploited: true }), '2026-11-04'),
    'one of which nobody says what is in the way': !isBeingMended(sound, known({ since: '2026-11-01', because: '' }), '2026-11-02'),
    'one of which nobody says since when': !isBeingMended(sound, known({}), '2026-11-02'),
    'a major version without a fix': isKnownBad({ name: 'ws', version: '4.0.0' }, knownBad),
  };
  const written = {
    'code of text': 'const run = new Function(text);',
    'a command': "import { exec } from 'node:child_process';",
    'markup of text': 'element.innerHTML = text;',
    'a short hash': "createHash('md5')",
    'a weak cipher': "createCipheriv('aes-256-cbc', key, iv)",
    'a weak signature': "generateKeyPairSync('rsa', { modulusLength: 1024 })",
    'chance that can be guessed': 'const token = Math.random();',
    'a loose comparison': 'if (given == 1) return;',
  };
  for (const [what, line] of Object.entries(written)) planted[what] = rulesBrokenBy(line).length > 0;
  const spared = {
    'a sound line': rulesBrokenBy("const mark = createHash('sha256').update(text).digest('hex') === known;").length > 0,
    'a sound package': isUnlocked(sound) || hasForeignLicence(sound, allowed) || isKnownBad(sound, knownBad),
    'a licence to choose': hasForeignLicence({ ...sound, license: '(MIT OR GPL-3.0-only)' }, allowed),
    'a fault whose time is not over': !isBeingMended(sound, known({ since: '2026-11-01' }), '2026-11-15'),
    'a fixed version': isKnownBad({ name: 'ws', version: '8.18.3' }, knownBad),
  };
  return [...Object.entries(planted).filter(([, found]) => !found), ...Object.entries(spared).filter(([, found]) => found)].map(
    ([what]) => what,
  );
}
