import { invalidInput, Refusal } from '@lotse/kernel';

type Key = string | number | null;

/** The sort key of the last row of a page, as an opaque text. */
export const writeCursor = (keys: readonly Key[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * The sort key to go on after; as many nulls as asked for when there is no cursor.
 * @throws Refusal with the field `cursor` when the text was not made by `writeCursor` for as many keys
 */
export function readCursor(cursor: string | undefined, count: number): Key[] {
  if (!cursor) return Array<Key>(count).fill(null);
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === count && keys.every(isKey)) return keys;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(invalidInput({ fields: [{ field: 'cursor', code: 'unknown-cursor', message: 'Begin again without a cursor.' }] }));
}

const isKey = (key: unknown): key is Key => key === null || typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key));

/** Cuts rows, of which one more than the limit was read, into a page. */
export function asPage<Row, Item>(rows: readonly Row[], limit: number, keysOf: (row: Row) => Key[], itemOf: (row: Row) => Item) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), nextCursor: rows.length > limit && last ? writeCursor(keysOf(last)) : null };
}
