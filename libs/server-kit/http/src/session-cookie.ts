import { hash } from 'node:crypto';

const name = 'lotse_session';

/** The token in a Cookie header, or undefined. */
export function tokenFrom(cookieHeader: string | undefined): string | undefined {
  const found = cookieHeader?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1) || undefined;
}

/** The database keeps a hash, so that somebody who reads it cannot sign in with what they find. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** A cookie scripts cannot read and other sites cannot send. `secure` unless Lotse is reached over plain http on this machine. */
export function sessionCookie(token: string, options: { secure: boolean; maxAgeSeconds: number }): string {
  const secure = options.secure ? '; Secure' : '';
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${options.maxAgeSeconds}${secure}`;
}
