/** So many stand on top of the list. */
const onTop = 3;
const remembered = 'lotse.lastUsed';

type Used = Readonly<Record<string, readonly string[]>>;

/** What was used last, after one was used again: the newest first, each once. */
export function withUsed(before: readonly string[], used: string): string[] {
  return [used, ...before.filter((other) => other !== used)].slice(0, onTop);
}

/**
 * What somebody chose last from a list: the reasons of an act under its name, help offers under `service`. Codes and ids of the list only:
 * nothing about anybody.
 */
export function lastUsed(list: string): readonly string[] {
  return stored()[list] ?? [];
}

export function rememberUsed(list: string, used: string): void {
  try {
    localStorage.setItem(remembered, JSON.stringify({ ...stored(), [list]: withUsed(lastUsed(list), used) }));
  } catch {
    // Without storage the list keeps its usual order.
  }
}

function stored(): Used {
  try {
    return Object(JSON.parse(localStorage.getItem(remembered) ?? '{}')) as Used;
  } catch {
    return {};
  }
}
