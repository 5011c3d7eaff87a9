import { hash } from 'node:crypto';
import type { Delivered } from '@lotse/referral/model';

/** Text that is the same for the same content, in whatever order its fields come. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = value as Record<string, unknown>;
  let text = '{';
  for (const name of Object.keys(fields).sort()) if (fields[name] !== undefined) text += `"${name}":${inOrder(fields[name])},`;
  return `${text}}`;
}

/** The fingerprint of what a reader is shown: of the person and of what was written, with the parts that are hidden from them. */
export const fingerprintOf = ({ personName, birthDate, person, content, hidden }: Delivered): string =>
  hash('sha256', inOrder([personName, birthDate, person, content, hidden]));
