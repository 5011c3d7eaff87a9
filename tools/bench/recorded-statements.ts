import type { Settings } from '@lotse/server-kit/settings';
import { makeLog } from '@lotse/server-kit/telemetry';
import pg from 'pg';
import { createApi } from '../../apps/api/src/create-api';
import type { Request } from './load';

/** A statement as it went to the database. Those without a name are not prepared. */
export interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
}

/** How the floor and the bench call a statement: its name, or its text when it has none. */
export const nameOf = ({ name, text }: Statement): string => name ?? text;

type Query = (statement: string | Statement, ...rest: unknown[]) => unknown;

/**
 * Lets the API answer each request twice and records what it sends to the database the second time, when everything that is kept
 * for a while is warm. The floor sends the same texts: it cannot fall behind what Lotse does.
 */
export async function recordStatements<Name extends string>(
  settings: Settings,
  requests: Record<Name, Request>,
): Promise<Record<Name, Statement[]>> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  let recorded: Statement[] = [];
  prototype.query = function (statement, ...rest) {
    if (typeof statement === 'string') recorded.push({ text: statement });
    else if (statement.text) recorded.push({ name: statement.name, text: statement.text, values: statement.values });
    return query.call(this, statement, ...rest);
  };
  const api = await createApi(settings, makeLog('bench', 'warn'));
  try {
    const found: [string, Statement[]][] = [];
    for (const [name, { method, path, headers, body }] of Object.entries<Request>(requests)) {
      for (const attempt of ['warm', 'recorded']) {
        recorded = [];
        const answer = await api.inject({
          method,
          url: path,
          headers: { ...headers, 'idempotency-key': `${name}-${attempt}` },
          payload: body,
        });
        if (answer.statusCode >= 300) throw new Error(`${method} ${path} answers ${answer.statusCode}: ${answer.body}`);
      }
      found.push([name, recorded]);
    }
    return Object.fromEntries(found) as Record<Name, Statement[]>;
  } finally {
    prototype.query = query;
    await api.close();
  }
}
