import { unavailable } from '@lotse/kernel';
import { Database } from '@lotse/server-kit/database';
import { Controller, RequestMapping, RequestMethod, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { CONTRACT } from './serves';

const health = { method: 'GET', path: 'health', summary: 'Health', may: 'anyone', response: z.any() } as const;
const backlogAfterSeconds = 60;

/** For whatever watches over the processes. `live`: the process runs. `ready`: it can reach the database and the outbox is not stuck. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @SetMetadata(CONTRACT, health)
  @RequestMapping({ path: '/health/live', method: RequestMethod.GET })
  live(): { status: string } {
    return { status: 'live' };
  }

  @SetMetadata(CONTRACT, health)
  @RequestMapping({ path: '/health/ready', method: RequestMethod.GET })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    try {
      const waitingSeconds = await this.database.asSystem(async (transaction) => {
        const oldest = await transaction.row<{ seconds: number | null }>(
          'health.outbox',
          `select extract(epoch from now() - min(coalesce(due_at, created_at)))::float8 as seconds from outbox_event
           where relayed_at is null and (due_at is null or due_at <= now())`,
        );
        return oldest?.seconds ?? 0;
      });
      return {
        status: 'ready',
        database: 'up',
        outbox: waitingSeconds > backlogAfterSeconds ? 'behind' : 'flowing',
        outboxSeconds: Math.round(waitingSeconds),
      };
    } catch {
      void reply.status(503).header('content-type', 'application/problem+json; charset=utf-8');
      return unavailable({ context: { database: 'down' } });
    }
  }
}
