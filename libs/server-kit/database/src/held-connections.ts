import type { Pool, PoolClient } from 'pg';

/** How long a statement may take once the process has been told to end. */
export const graceMilliseconds = 10_000;

const overlook = (): void => undefined;

/** The socket below a client; the driver's types do not name it. */
const socketOf = (client: PoolClient) => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;

/**
 * The connections that somebody holds at the moment. The pool closes when each has been given back, so one that waits for a lock, or that
 * nobody will ever give back, would keep a process from ending for ever.
 */
export class HeldConnections {
  private readonly held = new Set<PoolClient>();

  constructor(pool: Pool) {
    pool.on('acquire', (client) => {
      this.held.add(client);
      // A connection that breaks between two statements tells its listeners, and ends the process when it has none. The next statement
      // on it is refused anyway, and that is where it is dealt with.
      if (!client.listeners('error').includes(overlook)) client.on('error', overlook);
    });
    pool.on('release', (_, client) => this.held.delete(client));
  }

  /** Waits a while for what is under way, without keeping the process alive for it, and then breaks it off. */
  breakOffAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.breakOff(), milliseconds).unref();
  }

  /** What waits for an answer is refused at once; what nobody would give back is given back. */
  breakOff(): void {
    for (const client of this.held) socketOf(client).destroy();
    setImmediate(() => {
      for (const client of this.held) client.release(true);
    });
  }
}
