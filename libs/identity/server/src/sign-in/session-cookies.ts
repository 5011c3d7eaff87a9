import { sessionCookie } from '@lotse/server-kit/http';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Hands browsers the token of their session, and takes it back. */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;

  constructor(@Inject(SETTINGS) { PUBLIC_URL }: Settings) {
    this.secure = PUBLIC_URL?.startsWith('https:') ?? false;
  }

  set(reply: FastifyReply, { token, lifetimeSeconds }: { token: string; lifetimeSeconds: number }): void {
    void reply.header('set-cookie', sessionCookie(token, { secure: this.secure, maxAgeSeconds: lifetimeSeconds }));
  }

  clear(reply: FastifyReply): void {
    this.set(reply, { token: '', lifetimeSeconds: 0 });
  }
}
