const name = 'lotse_sign_on';
const path = '/api/session/single-sign-on';
const heldSeconds = 300;

/**
 * What the browser brings back from the account service. `Lax`, because it comes back by a link of another site; it opens nothing by
 * itself and is gone with the first answer.
 */
export function returnCookie(key: string, isSecure: boolean): string {
  const age = key === '' ? 0 : heldSeconds;
  return `${name}=${key}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${age}${isSecure ? '; Secure' : ''}`;
}

export function keyFrom(cookieHeader: string | undefined): string | undefined {
  const found = cookieHeader?.split(';').find((cookie) => cookie.trim().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim() || undefined;
}
