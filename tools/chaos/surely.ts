import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { call, type Answer, type Held } from '../../apps/client-e2e/src/processes/call';
import type { Staff } from '../../apps/client-e2e/src/processes/small-county';

const patience = 30_000;
/** Nothing was done, because there was no room for it at that moment: it may be asked again. */
const notNow = 503;

/** What came of an act whose server may die: how often it was asked, and the answer. */
export interface Sure<Body> extends Answer<Body> {
  readonly asked: number;
}

/**
 * Does an act as a careful client does: with an Idempotency-Key, and when no answer comes or there is no room for it, again with the same key
 * until one does. Whether the first one was done is then for the server to know.
 */
export async function surely<Body = Held>(
  addresses: readonly string[],
  staff: Staff,
  to: readonly ['POST', path: string],
  given: { body?: object; version?: number } = {},
): Promise<Sure<Body>> {
  const key = randomUUID();
  const until = Date.now() + patience;
  const first = Math.floor(Math.random() * addresses.length);
  for (let asked = 1; ; asked++) {
    try {
      const answer = await call<Body>(addresses[(first + asked) % addresses.length]!, staff, to, { ...given, key });
      if (answer.status !== notNow || Date.now() > until) return { ...answer, asked };
    } catch (error) {
      if (Date.now() > until) throw new Error(`${to.join(' ')} was not answered in ${patience} ms.`, { cause: error });
    }
    await pause(50);
  }
}
