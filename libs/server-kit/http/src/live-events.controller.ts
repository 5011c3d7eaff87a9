import { endpoint, type QueryOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Controller, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { EventStream } from './event-stream';
import { LiveEvents, type LiveEvent } from './live-events';
import { Current } from './request';
import { Serves } from './serves';

const replayAtMost = 500;
/** An event is numbered when it is written and seen when its transaction commits: this many may have been overtaken by a later one. */
const overtaken = 64;

export const followEvents = endpoint({
  method: 'GET',
  path: 'events',
  summary: 'Server-sent events: what changed for the own organisation, by id and version. `reset` means: read everything again.',
  may: 'signed-in',
  query: z.object({ since: z.coerce.number().int().min(0).optional() }),
  response: z.any(),
});

/** Keeps a stream open for each screen. Events are numbered by the outbox, so that nothing is missed over a reconnect. */
@Controller()
export class LiveEventsController {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  @Serves(followEvents)
  async follow(
    @Current() transaction: Transaction,
    @Query({ schema: followEvents.query }) { since }: QueryOf<typeof followEvents>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const stream = new EventStream(reply.raw);
    // Listening begins before the look at what was missed: in between nothing gets lost.
    const { organisationId, staffId } = transaction.actor;
    const unsubscribe = this.live.subscribe(organisationId, (event) => {
      stream.tell(event);
      // Something about whoever listens has changed: a session of theirs may have ended. They come back, if they still may.
      if (isAbout(event, staffId)) stream.tell('closing');
    });
    reply.raw.on('close', () => {
      unsubscribe();
      stream.stop();
    });
    const missed = await missedEvents(transaction, Number(request.headers['last-event-id'] ?? since));
    await transaction.commit();
    reply.hijack();
    stream.begin(missed);
  }
}

const isAbout = (event: LiveEvent | 'lost' | 'closing', staffId: string): boolean =>
  typeof event === 'object' && event.subject === 'staff' && event.subjectId === staffId;

/** What happened since an event that the screen has seen; `too-many` when reading everything again is cheaper. */
async function missedEvents(transaction: Transaction, lastSeen: number): Promise<LiveEvent[] | 'too-many'> {
  if (!Number.isSafeInteger(lastSeen) || lastSeen < 0) return [];
  const events = await transaction.rows<LiveEvent>(
    'events.missed',
    `select sequence::int as sequence, name, subject, subject_id as "subjectId", version from outbox_event
     where sequence > $1 and current_organisation() = any (audience) order by sequence limit $2`,
    [lastSeen - overtaken, replayAtMost],
  );
  return events.length === replayAtMost ? 'too-many' : events;
}
