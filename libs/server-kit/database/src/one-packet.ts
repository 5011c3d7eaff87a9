import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

const held = new WeakSet<Writable>();

/**
 * Holds back what is written on a connection until the work at hand is done, so that statements that are called together leave in
 * one packet. Each packet of its own would cost a system call here and wake the database once more.
 */
export function leaveTogether(client: PoolClient): void {
  // The driver's types do not name the connection below its client.
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  process.nextTick(() => {
    held.delete(stream);
    stream.uncork();
  });
}
