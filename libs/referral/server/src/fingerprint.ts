import { createHash } from 'node:crypto';
import type { Delivered } from '@lotse/referral/model';

/** The same content has the same print, in whatever order its fields come. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([name, field]) => [name, inOrder(field)]),
  );
}

/** The fingerprint of what a reader is shown: of the person and of what was written, with the parts that are hidden from them. */
export function fingerprintOf({ personName, birthDate, person, content, hidden }: Delivered): string {
  const delivered = inOrder({ personName, birthDate, person, content, hidden });
  return createHash('sha256').update(JSON.stringify(delivered)).digest('hex');
}
