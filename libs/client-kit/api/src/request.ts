import type { Endpoint } from '@lotse/kernel';
import type { AnyArguments } from './arguments';

type QueryValues = Record<string, string | number | boolean | readonly (string | number | boolean)[]>;

/** The address of a call, parameters filled in. Written here as well as in the kernel, whose zod would come along at start-up. */
export function urlOf(contract: Pick<Endpoint, 'path'>, { params = {} }: AnyArguments): string {
  const filled = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  return contract.path.startsWith('public/') ? `/${filled}` : `/api/${filled}`;
}

/** What somebody typed to find a person, or where a list of people goes on: the place is said by the name of the last one. */
const aboutPeople = new Set(['text', 'birthDate', 'cursor']);

/** Takes the query of a call instead of the address: addresses are written down on the way, headers are not. */
export const queryHeader = 'Lotse-Query';

/** The query of a call; what is empty is left out. */
export function queryOf({ query = {} }: AnyArguments): QueryValues {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as QueryValues;
}

/** Where the query of a call goes: what says something about people into a header, the rest into the address. */
export function askedBy({ method, touches }: Endpoint, given: AnyArguments): { params: QueryValues; headers: Record<string, string> } {
  const all = Object.entries(queryOf(given));
  const isQuiet = ([name]: [string, unknown]) => method === 'GET' && touches !== undefined && aboutPeople.has(name);
  const quiet = all.filter(isQuiet).map(([name, value]) => [name, String(value)]);
  return {
    params: Object.fromEntries(all.filter((one) => !isQuiet(one))),
    headers: quiet.length > 0 ? { [queryHeader]: new URLSearchParams(quiet).toString() } : {},
  };
}

/** The headers of a write: what makes it happen once, and what it was based on. */
export function headersOf(method: string, key: string, { version }: AnyArguments): Record<string, string> {
  return {
    ...(method === 'GET' ? {} : { 'Idempotency-Key': key }),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
}
