import type { Endpoint } from '@lotse/kernel';
import type { AnyArguments } from './arguments';

type QueryValues = Record<string, string | number | boolean | readonly (string | number | boolean)[]>;

/** The address of a call, parameters filled in. Written here as well as in the kernel, whose zod would come along at start-up. */
export function urlOf(contract: Pick<Endpoint, 'path'>, { params = {} }: AnyArguments): string {
  const filled = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  return contract.path.startsWith('public/') ? `/${filled}` : `/api/${filled}`;
}

/** The query of a call; what is empty is left out. */
export function queryOf({ query = {} }: AnyArguments): QueryValues {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as QueryValues;
}

/** The headers of a write: what makes it happen once, and what it was based on. */
export function headersOf(method: string, key: string, { version }: AnyArguments): Record<string, string> {
  return {
    ...(method === 'GET' ? {} : { 'Idempotency-Key': key }),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
}
