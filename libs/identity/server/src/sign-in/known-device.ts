import { randomBytes } from 'node:crypto';
import { Database } from '@lotse/server-kit/database';
import { hashOf, ownCookie, valueOfOwn } from '@lotse/server-kit/http';
import { Injectable } from '@nestjs/common';

const name = 'lotse_device';
const halfAYear = 180 * 24 * 3600;

function tokenOf(cookieHeader: string | undefined): string | undefined {
  const token = valueOfOwn(name, cookieHeader) ?? '';
  return /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** The hash of what a browser keeps of having signed in before, or undefined. It opens nothing: it only spares its owner waits that others cause. */
export function deviceTokenOf(cookieHeader: string | undefined): Buffer | undefined {
  const token = tokenOf(cookieHeader);
  return token ? hashOf(token) : undefined;
}

/** A cookie that only signing in reads, for half a year. */
export const deviceCookie = (token: string, secure: boolean): string => ownCookie(name, token, { secure, maxAgeSeconds: halfAYear });

/** Browsers from which somebody has signed in. A shared one is known to each who did. */
@Injectable()
export class KnownDevices {
  constructor(private readonly database: Database) {}

  /** Answers the token that the browser keeps. */
  async remember(staffId: string, cookieHeader: string | undefined): Promise<string> {
    const token = tokenOf(cookieHeader) ?? randomBytes(32).toString('base64url');
    await this.database.asPublic(async (transaction) =>
      transaction.send('device.know', 'select know_device($1, $2)', [staffId, hashOf(token)]),
    );
    return token;
  }
}
