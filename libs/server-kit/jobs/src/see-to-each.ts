import type { Logger } from '@lotse/server-kit/telemetry';

/**
 * Sees to each of what is due, one after another, and answers what came of those that went well. One that fails is written down and holds up no
 * other one: the next sweep finds it again.
 */
export async function seeToEach<Due extends { id: string }, Result>(
  what: string,
  due: readonly Due[],
  log: Logger,
  seeTo: (one: Due) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of due) {
    try {
      results.push(await seeTo(one));
    } catch (error) {
      log.warn({ [what]: one.id, error }, `${what} will be seen to later`);
    }
  }
  return results;
}
