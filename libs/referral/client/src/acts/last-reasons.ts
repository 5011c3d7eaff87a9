/** So many stand on top of the list. */
const onTop = 3;
const remembered = 'lotse.lastReasons';

type Reasons = Readonly<Record<string, readonly string[]>>;

/** The reasons after one was used: the newest first, each once. */
export function withReason(reasons: readonly string[], used: string): string[] {
  return [used, ...reasons.filter((reason) => reason !== used)].slice(0, onTop);
}

/** The reasons somebody used last for an act. Codes of the list only: nothing about anybody. */
export function lastReasons(act: string): readonly string[] {
  return stored()[act] ?? [];
}

export function rememberReason(act: string, reason: string): void {
  try {
    localStorage.setItem(remembered, JSON.stringify({ ...stored(), [act]: withReason(lastReasons(act), reason) }));
  } catch {
    // Without storage the list keeps its usual order.
  }
}

function stored(): Reasons {
  try {
    return Object(JSON.parse(localStorage.getItem(remembered) ?? '{}')) as Reasons;
  } catch {
    return {};
  }
}
