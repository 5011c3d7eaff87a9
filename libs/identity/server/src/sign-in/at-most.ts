import { Refusal, tooMany } from '@lotse/kernel';

/**
 * Lets only so many run at a time; the others wait in line, and whoever finds the line too long is told to come back. Hashing passwords
 * would otherwise starve everybody else.
 */
export function atMost(limit: number, waitingAtMost = Infinity): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) {
      if (waiting.length >= waitingAtMost) throw new Refusal(tooMany({ context: { waitSeconds: 2 } }));
      await new Promise<void>((go) => waiting.push(go));
    } else running++;
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place: it is never free in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
