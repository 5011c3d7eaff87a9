import { endpoint } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { LiveEvents, type LiveEvent } from './live-events';
import { Current } from './request';
import { Serves } from './serves';

const keepAliveEvery = 20_000;
const replayAtMost = 500;

export const followEvents = endpoint({
  method: 'GET',
  path: 'events',
  summary: 'Server-sent events: what changed for the own organisation, by id and version. `reset` means: read everything again.',
  may: 'signed-in',
  response: z.any(),
});

/** Keeps a stream open for each screen. Events are numbered by the outbox, so that nothing is missed over a reconnect. */
@Controller()
export class LiveEventsController {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  @Serves(followEvents)
  async follow(@Current() transaction: Transaction, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { organisationId } = transaction.actor;
    const missed = await missedEvents(transaction, Number(request.headers['last-event-id']));
    await transaction.commit();
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\n\n');
    if (missed === 'too-many') stream.write('event: reset\ndata: {}\n\n');
    else for (const event of missed) stream.write(asMessage(event));
    const unsubscribe = this.live.subscribe(organisationId, (event) => {
      if (event === 'closing') stream.end();
      else stream.write(event === 'lost' ? 'event: reset\ndata: {}\n\n' : asMessage(event));
    });
    const keepAlive = setInterval(() => stream.write(': still here\n\n'), keepAliveEvery);
    request.raw.on('close', () => {
      clearInterval(keepAlive);
      unsubscribe();
    });
  }
}

const asMessage = (event: LiveEvent): string =>
  `id: ${event.sequence}\ndata: ${JSON.stringify({ type: event.name, subject: event.subject, id: event.subjectId, version: event.version })}\n\n`;

/** What happened since an event that the screen has seen; `too-many` when reading everything again is cheaper. */
async function missedEvents(transaction: Transaction, lastSeen: number): Promise<LiveEvent[] | 'too-many'> {
  if (!Number.isSafeInteger(lastSeen) || lastSeen < 0) return [];
  const events = await transaction.rows<LiveEvent>(
    'events.missed',
    `select sequence::int as sequence, name, subject, subject_id as "subjectId", version from outbox_event
     where sequence > $1 and current_organisation() = any (audience) order by sequence limit $2`,
    [lastSeen, replayAtMost],
  );
  return events.length === replayAtMost ? 'too-many' : events;
}
