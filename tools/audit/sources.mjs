// What our own source must not do. Each rule says what it looks for and which files may, because somebody looked at them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'testing', 'gallery']);
const isOurs = (name) => /\.(ts|html|js)$/.test(name) && !/\.(spec|fixture)\.ts$/.test(name);

function* sourcesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesBelow(path);
    else if (isOurs(entry.name)) yield path;
  }
}

const rules = [
  // @req ASVS 5.0.0-1.3.2
  { what: 'no text becomes code', never: /\beval\(|\bnew Function\(|from 'node:vm'/ },
  // @req ASVS 5.0.0-1.2.5
  { what: 'no command of the operating system is run', never: /child_process/ },
  // @req ASVS 5.0.0-1.2.9
  { what: 'no pattern is made of what somebody typed', never: /\bnew RegExp\(/, except: ['apps/api/src/walls/example-of.ts'] },
  // @req ASVS 5.0.0-3.2.2
  { what: 'no text becomes markup', never: /\b(innerHTML|outerHTML|insertAdjacentHTML|bypassSecurityTrust\w+)\b|document\.write/ },
  // @req ASVS 5.0.0-11.4.1, 5.0.0-11.4.3
  { what: 'hashes are SHA-256 or longer', never: /\b(createHash|createHmac|hash)\('(?!sha(256|384|512)'|nobody)[^']*'/ },
  // @req ASVS 5.0.0-11.3.1, 5.0.0-11.3.2
  { what: 'ciphers notice changes', never: /['"](aes-\d+-(ecb|cbc|ctr|cfb|ofb)|des|rc4|AES-(CBC|CTR))\b|RSA_PKCS1_PADDING/i },
  // @req ASVS 5.0.0-11.6.1
  {
    what: 'signatures are Ed25519',
    never: /generateKeyPairSync\('(?!ed25519')/,
    except: ['libs/identity/server/src/passkeys/soft-authenticator.ts'],
  },
  // @req ASVS 5.0.0-11.5.1, 5.0.0-6.5.3
  // The counter beside the 62 bits of an identifier begins anywhere; nobody has to be unable to guess where.
  { what: 'chance comes from the system', never: /Math\.random\(/, except: ['libs/kernel/src/ids.ts'] },
  // @req ASVS 5.0.0-15.3.2
  { what: 'what is asked of other systems follows no redirect', never: /\bclient\.fetch\((?!.*redirect: 'error')/ },
  // @req ASVS 5.0.0-15.3.5
  {
    what: 'what is compared is of one type',
    never: /[^=!<>]==[^=]|!=[^=]/,
    only: /\.ts$/,
    andNot: /== null|!= null|'[^']*(==|!=)[^']*'|`|\/\/|^\s*\*|"[^"]*(==|!=)[^"]*"|\/[^/]*=[^/]*\//,
  },
];

/** `rule: file` for everything that does what it must not. */
export function sourceFaults(root) {
  const found = new Map(rules.map(({ what }) => [what, []]));
  for (const folder of ['apps/api', 'apps/worker', 'apps/migrate', 'apps/client', 'libs']) {
    for (const path of sourcesBelow(join(root, folder))) {
      const [file, lines] = [relative(root, path), readFileSync(path, 'utf8').split('\n')];
      for (const rule of rules) if (breaks(rule, file, lines)) found.get(rule.what).push(file);
    }
  }
  return [...found];
}

function breaks({ never, except = [], only, andNot }, file, lines) {
  if (except.includes(file) || (only && !only.test(file))) return false;
  return lines.some((line) => never.test(line) && !andNot?.test(line));
}

/** What a rule would say of one line: for the check of the checks. */
export const rulesBrokenBy = (line) => rules.filter((rule) => breaks(rule, 'planted.ts', [line])).map(({ what }) => what);
