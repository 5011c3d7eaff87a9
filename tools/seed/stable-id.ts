import { createHash } from 'node:crypto';

const namespace = 'lotse-demo';

/**
 * An identifier that is the same in every run: a name-based UUID (the form of version 5). `position` makes identifiers sort in an order of
 * ours, which the list of demo logins relies on.
 */
export function stableId(kind: string, name: string, position?: number): string {
  const hex = createHash('sha1').update(`${namespace}/${kind}/${name}`).digest('hex');
  const head = position === undefined ? hex.slice(0, 8) : String(position).padStart(8, '0');
  return `${head}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
