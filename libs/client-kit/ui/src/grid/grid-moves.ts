/** Rows that Page Down goes on by. */
const page = 10;

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + page,
  PageUp: (at) => at - page,
  Home: () => 0,
  End: (_, last) => last,
};

/** The row a key leads to, from the row at an index; undefined when the key does not walk. */
export function rowAfter(key: string, at: number, count: number): number | undefined {
  const move = moves[key];
  return move && Math.max(0, Math.min(count - 1, move(at, count - 1)));
}

/** Where the focus goes when rows have changed: to the row that had it, else to the one that took its place, else to the last. */
export function rowToKeep(rows: readonly string[], current: string | undefined, index: number): string | undefined {
  return current !== undefined && rows.includes(current) ? current : rows[Math.max(0, Math.min(index, rows.length - 1))];
}
