import { Database } from '@lotse/server-kit/database';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Job } from 'bullmq';
import { eventsQueue } from './queues';
import type { ToldEvent } from './reaction';
import { Reactions } from './reactions';

/** Takes events from the queue and lets every reaction deal with them. A reaction that fails is tried again; those that were done are not. */
@Processor(eventsQueue, { concurrency: 8 })
export class EventProcessor extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly reactions: Reactions,
    @Inject(LOG) private readonly log: Logger,
  ) {
    super();
  }

  async process(job: Job<{ eventId: string }>): Promise<void> {
    const event = await this.load(job.data.eventId);
    if (!event) return;
    for (const { options, reaction } of this.reactions.to(event)) {
      await reaction.react(event);
      this.log.debug({ event: event.id, name: event.name, reaction: options.name }, 'reacted');
    }
    await this.database.asSystem(async (transaction) => {
      // Every reaction has committed what it did; if this mark is lost, the event only comes round once more.
      transaction.send('event.done-at-leisure', `select set_config('synchronous_commit', 'off', true)`);
      transaction.send('event.done', 'update outbox_event set done_at = now() where id = $1', [event.id]);
    });
  }

  private load(id: string): Promise<ToldEvent | undefined> {
    return this.database.lookAsSystem<ToldEvent>(
      'event.load',
      `select id, name, subject, subject_id as "subjectId", region_id as "regionId", version, payload
       from outbox_event where id = $1 and done_at is null`,
      [id],
    );
  }
}
