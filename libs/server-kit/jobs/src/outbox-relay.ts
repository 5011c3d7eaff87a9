import { Database } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { Client } from 'pg';
import { eventsQueue } from './queues';
import { Reactions } from './reactions';

const batch = 200;
const pollEvery = 2_000;
/** An event that was handed to the queue and not dealt with for this long is handed over again: the queue may have been lost. */
const handOverAgainAfter = '60 seconds';

/** What concerns nobody is done with being told. */
const relayed = `
  update outbox_event set relayed_at = now(), done_at = case when id <> all ($2) then now() end where id = any ($1) and done_at is null`;

interface Waiting {
  id: string;
  name: string;
  payload: unknown;
}

interface JobToGive {
  name: string;
  data: { eventId: string };
  opts: JobsOptions;
}

/** Hands events from the outbox to the queue: at once when the database announces one, and by polling in case it did not. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private listener: Client | undefined;
  /** While a connection to listen on is being made: one at a time, and none is left behind when the process ends meanwhile. */
  private listening: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  /** For events that wait a moment; the polling finds those whose moment no process has kept. */
  private readonly alarms = new Set<NodeJS.Timeout>();

  constructor(
    private readonly database: Database,
    private readonly reactions: Reactions,
    @InjectQueue(eventsQueue) private readonly queue: Queue,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
    this.timer = setInterval(() => {
      if (!this.listener) this.listening ??= this.listen().finally(() => (this.listening = undefined));
      this.wake();
    }, pollEvery);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    for (const alarm of this.alarms) clearTimeout(alarm);
    await this.listening;
    await this.listener?.end().catch(() => undefined);
    await this.running;
  }

  /** An event was written: it is handed over now, or when what holds it is over. */
  private announced(payload = '{}'): void {
    const { heldFor } = JSON.parse(payload) as { heldFor?: number | null };
    if (!heldFor || heldFor <= 0) return this.wake();
    const alarm = setTimeout(() => {
      this.alarms.delete(alarm);
      this.wake();
    }, heldFor);
    this.alarms.add(alarm);
  }

  /** Starts a round, or asks the round under way to look once more. */
  private wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.rounds().finally(() => (this.running = undefined));
  }

  private async rounds(): Promise<void> {
    do {
      this.again = false;
      try {
        while (!this.stopped && (await this.handOver()) === batch);
      } catch (error) {
        this.log.warn({ error }, 'relay will try again');
        return;
      }
    } while (this.again && !this.stopped);
  }

  /** Hands over one batch. The rows stay locked until the queue has them; a crash in between only means a second hand-over. */
  private handOver(): Promise<number> {
    return this.database.asSystem(async (transaction) => {
      const waiting = await transaction.rows<Waiting>(
        'relay.waiting',
        `select id, name, payload from outbox_event where relayed_at is null and (due_at is null or due_at <= now()) order by sequence limit ${batch} for update skip locked`,
      );
      const stuck =
        waiting.length > 0
          ? []
          : await transaction.rows<Waiting>(
              'relay.stuck',
              `select id, name, payload from outbox_event where done_at is null and relayed_at < now() - interval '${handOverAgainAfter}'
         order by relayed_at limit ${batch} for update skip locked`,
            );
      const events = [...waiting, ...stuck];
      if (events.length === 0) return 0;
      const concerning = events.filter((event) => this.reactions.to(event).length > 0);
      await this.give(concerning.map(({ id, name }) => ({ name, data: { eventId: id }, opts: jobOptions(id, stuck.length > 0) })));
      transaction.send('relay.done', relayed, [events.map(({ id }) => id), concerning.map(({ id }) => id)]);
      return events.length;
    });
  }

  /** Most of the time one event comes alone, and then a statement made for many takes several times as long as the rest of its way. */
  private async give(jobs: JobToGive[]): Promise<void> {
    const [job] = jobs;
    if (job && jobs.length === 1) await this.queue.add(job.name, job.data, job.opts);
    else if (job) await this.queue.addBulk(jobs);
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.settings.DATABASE_URL });
    const lost = () => {
      if (this.listener === client) this.listener = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.announced(payload));
    try {
      await client.connect();
      await client.query('listen lotse_event');
      this.listener = client;
    } catch (error) {
      this.log.warn({ error }, 'relay polls until it can listen');
    }
  }
}

/** The event's id as job id keeps doubles out of the queue; a second hand-over needs an id of its own. */
const jobOptions = (id: string, isSecond: boolean) => ({
  jobId: isSecond ? `${id}-${Date.now()}` : id,
  attempts: 8,
  backoff: { type: 'exponential', delay: 500 },
  // An event that comes round again is known by its row. Keeping the last thousand would cost more with every job than the job (PostgreSQL).
  removeOnComplete: true,
  removeOnFail: 5_000,
});
