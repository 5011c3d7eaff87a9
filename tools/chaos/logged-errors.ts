import type { Installation } from '../../apps/client-e2e/src/processes/installation';

interface LogLine {
  level: number | string;
  msg: string;
  error?: { name?: string; code?: string; message?: string };
}

const isError = ({ level }: LogLine): boolean => level === 'error' || Number(level) >= 50;

/** What the processes that run now have logged as errors, each kind once with how often: where to look when a scenario has failed. */
export function loggedErrors({ apis, workers }: Installation): string[] {
  const counts = new Map<string, number>();
  for (const line of [...apis.map(({ process }) => process), ...workers].flatMap((process) => process.said().split('\n'))) {
    const read = readLine(line);
    if (!read || !isError(read)) continue;
    const kind = [read.msg, read.error?.name, read.error?.code ?? read.error?.message].filter(Boolean).join(' ');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `logged ${count} times: ${kind}`);
}

function readLine(line: string): LogLine | undefined {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    // Processes also say things that are not for the log.
    return undefined;
  }
}
