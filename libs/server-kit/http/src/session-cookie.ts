import { hash } from 'node:crypto';

const name = 'lotse_session';
/** Browsers take a name that begins so only over https, for this very host and all of its paths: no neighbour can plant a session. */
const secureName = `__Host-${name}`;

const named = (cookie: string, wanted: string): boolean => cookie.trim().startsWith(`${wanted}=`);

/** The token in a Cookie header, or undefined. */
export function tokenFrom(cookieHeader: string | undefined): string | undefined {
  if (!cookieHeader) return undefined;
  const cookies = cookieHeader.split(';');
  const found = cookies.find((cookie) => named(cookie, secureName)) ?? cookies.find((cookie) => named(cookie, name));
  return found?.slice(found.indexOf('=') + 1).trim() || undefined;
}

/** A Cookie header without a session that did not come over https. */
export const withoutPlainSession = (cookieHeader: string): string =>
  cookieHeader
    .split(';')
    .filter((cookie) => !named(cookie, name))
    .join(';');

/** The database keeps a hash, so that somebody who reads it cannot sign in with what they find. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** A cookie scripts cannot read and other sites cannot send. `secure` unless Lotse is reached over plain http on this machine. */
export function sessionCookie(token: string, options: { secure: boolean; maxAgeSeconds: number }): string {
  const [called, secure] = options.secure ? [secureName, '; Secure'] : [name, ''];
  return `${called}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${options.maxAgeSeconds}${secure}`;
}
