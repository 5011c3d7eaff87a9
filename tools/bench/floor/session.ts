import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Pool, PoolClient } from 'pg';
import { nameOf, type Statement } from '../recorded-statements';

export interface Actor {
  staffId: string;
  organisationId: string;
  roles: string[];
}

/** The hash of the session token; there is one cookie. */
const tokenHash = (request: IncomingMessage): Buffer =>
  createHash('sha256').update(request.headers.cookie!.slice('lotse_session='.length)).digest();

/** Who asks, and what else Lotse says when it enters a session. */
export const entering = (enter: Statement, request: IncomingMessage): unknown[] => [tokenHash(request), ...enter.values!.slice(1)];

/** The role check, with the one role the bench signs in with. */
export function mustHold(actor: Actor | undefined, role: string): Actor {
  if (!actor?.roles.includes(role)) throw new Error('not permitted');
  return actor;
}

/** One recorded statement with values of its own. */
export function statement(recorded: readonly Statement[], name: string, values?: unknown[]): Statement {
  const found = recorded.find((one) => nameOf(one) === name);
  if (!found) throw new Error(`There is no statement "${name}".`);
  return values ? { ...found, values } : found;
}

/** A connection that failed is not used again: otherwise the next request would wait for it, and the bench for ever. */
export async function onConnection<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
