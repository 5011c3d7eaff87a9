/** What somebody tries first, and what stands in examples. */
const known = new Set(
  'password passwort kennwort secret geheim admin administrator root postgres postgresql redis lotse lotse_app lotse_owner lotse-demo demo test testing changeme change-me example 123456 12345678 123456789 1234567890 qwertz qwerty letmein'.split(
    ' ',
  ),
);
const shortest = 16;

/** The settings that hold a password within an address. */
interface Addresses {
  DATABASE_URL?: string;
  REDIS_URL?: string;
  SMTP_URL?: string;
  PUBLIC_URL?: string;
  SECRET_KEY?: readonly string[];
}

export interface Weakness {
  name: string;
  message: string;
}

/** Whether a secret can be guessed: known to everybody, short, or the same letter over and over. */
export function isWeak(secret: string): boolean {
  return known.has(secret.toLowerCase()) || secret.length < shortest || new Set(secret).size < 6;
}

/** What an installation with real people must not be started with, a sentence each. */
export function weaknessesOf(settings: Addresses): Weakness[] {
  return [
    ...ofDatabase(settings.DATABASE_URL),
    ...ofRedis(settings.REDIS_URL),
    ...ofMail(settings.SMTP_URL),
    ...ofPublic(settings.PUBLIC_URL),
    ...ofKeys(settings.SECRET_KEY),
  ];
}

const passwordIn = (address: URL): string => decodeURIComponent(address.password);

function ofDatabase(address: string | undefined): Weakness[] {
  const url = address && new URL(address);
  if (!url) return [];
  const found: Weakness[] = [];
  const role = decodeURIComponent(url.username);
  if (role === 'postgres' || role === 'lotse_owner')
    found.push({ name: 'DATABASE_URL', message: `connects as ${role}, who passes every wall; connect as lotse_app` });
  // Without a password the database knows the process in another way, such as a certificate.
  if (url.password && isWeak(passwordIn(url)))
    found.push({ name: 'DATABASE_URL', message: 'its password can be guessed; make one with `openssl rand -hex 24`' });
  return found;
}

function ofRedis(address: string | undefined): Weakness[] {
  const url = address && new URL(address);
  if (!url || !url.password || !isWeak(passwordIn(url))) return [];
  return [{ name: 'REDIS_URL', message: 'its password can be guessed; make one with `openssl rand -hex 24`' }];
}

const ofKeys = (keys: readonly string[] = []): Weakness[] =>
  keys.some((key) => new Set(Buffer.from(key, 'base64')).size < 16)
    ? [{ name: 'SECRET_KEY', message: 'is not random; make one with `openssl rand -base64 32`' }]
    : [];

/** How long it is is up to whoever runs the mail server. */
function ofMail(address: string | undefined): Weakness[] {
  const url = address && new URL(address);
  if (!url || !url.password || !known.has(passwordIn(url).toLowerCase())) return [];
  return [{ name: 'SMTP_URL', message: 'its password is one that everybody tries first' }];
}

function ofPublic(address: string | undefined): Weakness[] {
  const url = address && new URL(address);
  if (!url || url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return [];
  return [
    { name: 'PUBLIC_URL', message: 'is reached without https, so that anybody on the way can read along; put a TLS proxy before it' },
  ];
}
