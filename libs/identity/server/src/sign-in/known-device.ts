import { hashOf } from '@lotse/server-kit/http';

const name = 'lotse_device';
const halfAYear = 180 * 24 * 3600;

/** The hash of what a browser keeps of having signed in before, or undefined. It opens nothing: it only spares its owner waits that others cause. */
export function deviceTokenOf(cookieHeader: string | undefined): Buffer | undefined {
  const found = cookieHeader?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  const token = found?.trim().slice(name.length + 1);
  return token ? hashOf(token) : undefined;
}

/** A cookie that only signing in reads, for half a year. */
export const deviceCookie = (token: string, secure: boolean): string =>
  `${name}=${token}; Path=/api/session; HttpOnly; SameSite=Strict; Max-Age=${halfAYear}${secure ? '; Secure' : ''}`;
