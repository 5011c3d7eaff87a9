import { hash } from 'node:crypto';
import { ownCookie, valueOfOwn } from './own-cookie';

const name = 'lotse_session';

/** The token in a Cookie header, or undefined. */
export const tokenFrom = (cookieHeader: string | undefined): string | undefined => valueOfOwn(name, cookieHeader);

/** The database keeps a hash, so that somebody who reads it cannot sign in with what they find. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** A cookie scripts cannot read and other sites cannot send. */
export const sessionCookie = (token: string, terms: { secure: boolean; maxAgeSeconds: number }): string => ownCookie(name, token, terms);
