import autocannon, { type Request } from 'autocannon';
import { cpuMilliseconds, type Running } from './processes';

export type { Request };

/** What one burst of requests showed. */
export interface Loaded {
  perSecond: number;
  p50: number;
  p99: number;
  /** What the process itself computed for a request; undefined where the system does not tell. */
  cpuMillisecondsEach: number | undefined;
}

export interface Load {
  connections: number;
  /** How long, or until how many were answered. */
  until: { seconds: number } | { answers: number };
  /** Requests by connection: each goes through its own list, so that no two ask for the same at once. */
  requestsOf(connection: number): Request[];
}

/** Sends requests as fast as they are answered. Throws when a single one was not answered with success. */
export async function load(running: Running, { connections, until, requestsOf }: Load): Promise<Loaded> {
  let connection = 0;
  const cpuBefore = cpuMilliseconds(running.pid);
  const result = await autocannon({
    url: running.url,
    connections,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.answers }),
    // Only to begin with; every connection copies this list, so it is short.
    requests: requestsOf(0).slice(0, 1),
    // `[<id>]` in a header becomes something new for each request.
    idReplacement: requestsOf(0)[0]!.method === 'POST',
    setupClient: (client) => client.setRequests(requestsOf(connection++)),
  });
  const cpu = cpuMilliseconds(running.pid);
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result['2xx'] === 0) {
    throw new Error(
      `${running.name}: ${failed} of ${failed + result['2xx']} requests failed; a round with errors counts for nothing.\n${running.said()}`,
    );
  }
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMillisecondsEach: cpu === undefined || cpuBefore === undefined ? undefined : (cpu - cpuBefore) / result['2xx'],
  };
}
