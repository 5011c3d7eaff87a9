/** How a cookie of ours is given to a browser. `secure` unless Lotse is reached over plain http on this machine. */
export interface CookieTerms {
  secure: boolean;
  maxAgeSeconds: number;
  /** `Lax` for what must come back by a link of another site. */
  sameSite?: 'Strict' | 'Lax';
}

const secureMark = '__Host-';
const named = (cookie: string, wanted: string): boolean => cookie.trim().startsWith(`${wanted}=`);

/**
 * A cookie that no script reads. Over https its name begins so that browsers take it only for this very host and all of its paths: no
 * neighbour can plant one, and none narrower than all paths can stand in front of it.
 */
export function ownCookie(name: string, value: string, { secure, maxAgeSeconds, sameSite = 'Strict' }: CookieTerms): string {
  const [called, mark] = secure ? [`${secureMark}${name}`, '; Secure'] : [name, ''];
  return `${called}=${value}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${maxAgeSeconds}${mark}`;
}

/** What a cookie of ours says in a Cookie header, or undefined; the one that came over https counts before the plain one. */
export function valueOfOwn(name: string, cookieHeader: string | undefined): string | undefined {
  if (!cookieHeader) return undefined;
  const cookies = cookieHeader.split(';');
  const found = cookies.find((cookie) => named(cookie, `${secureMark}${name}`)) ?? cookies.find((cookie) => named(cookie, name));
  return found?.slice(found.indexOf('=') + 1).trim() || undefined;
}

/** A Cookie header without what is called as one of ours and did not come over https. */
export const withoutPlainCookies = (cookieHeader: string): string =>
  cookieHeader
    .split(';')
    .filter((cookie) => !cookie.trim().startsWith('lotse_'))
    .join(';');
