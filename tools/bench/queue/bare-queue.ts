import { Queue, Worker, type ConnectionOptions } from 'bullmq';
import { Bell } from './bell';
import type { Hops } from './hops';

const name = 'bench-bare';
const concurrency = 50;

/** The floor: BullMQ alone, on the same backend. */
export class BareQueue implements Hops {
  private readonly bell = new Bell();
  private readonly queue: Queue;
  private readonly worker: Worker;

  constructor(connection: ConnectionOptions) {
    this.queue = new Queue(name, { connection });
    this.worker = new Worker(name, () => Promise.resolve(this.bell.ring()), { connection, concurrency, autorun: false });
  }

  async start(): Promise<void> {
    await this.queue.waitUntilReady();
    await this.worker.waitUntilReady();
    void this.worker.run();
  }

  async stop(): Promise<void> {
    await this.worker.close();
    await this.queue.close();
  }

  async give(count: number): Promise<number> {
    const opts = { removeOnComplete: true };
    const began = performance.now();
    if (count === 1) await this.queue.add('hop', {}, opts);
    else await this.queue.addBulk(Array.from({ length: count }, () => ({ name: 'hop', data: {}, opts })));
    return began;
  }

  begun(count: number): Promise<number[]> {
    return this.bell.next(count);
  }
}
