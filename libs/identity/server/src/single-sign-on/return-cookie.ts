import { ownCookie, valueOfOwn } from '@lotse/server-kit/http';

const name = 'lotse_sign_on';
const heldSeconds = 300;

/**
 * What the browser brings back from the account service. `Lax`, because it comes back by a link of another site; it opens nothing by
 * itself and is gone with the first answer.
 */
export const returnCookie = (key: string, secure: boolean): string =>
  ownCookie(name, key, { secure, maxAgeSeconds: key === '' ? 0 : heldSeconds, sameSite: 'Lax' });

export const keyFrom = (cookieHeader: string | undefined): string | undefined => valueOfOwn(name, cookieHeader);
