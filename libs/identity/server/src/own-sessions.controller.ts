import { endOwnSession, endOwnSessions, readOwnSessions } from '@lotse/identity/model';
import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OwnSessions } from './own-sessions/own-sessions';
import { SessionCookies } from './sign-in/session-cookies';

/** Where one is signed in. */
@Controller()
export class OwnSessionsController {
  constructor(
    private readonly ownSessions: OwnSessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Serves(readOwnSessions)
  async read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readOwnSessions>> {
    return { items: await this.ownSessions.read(transaction) };
  }

  @Serves(endOwnSession)
  async end(
    @Current() transaction: Transaction,
    @Param({ schema: endOwnSession.params }) { id }: ParamsOf<typeof endOwnSession>,
  ): Promise<AnswerOf<typeof endOwnSession>> {
    await this.ownSessions.end(transaction, id);
    return { ended: true };
  }

  @Serves(endOwnSessions)
  async endMany(
    @Current() transaction: Transaction,
    @Body({ schema: endOwnSessions.body }) { which }: BodyOf<typeof endOwnSessions>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnswerOf<typeof endOwnSessions>> {
    const ended = await this.ownSessions.endMany(transaction, which);
    if (which === 'all') this.cookies.clear(reply);
    return { ended };
  }
}
