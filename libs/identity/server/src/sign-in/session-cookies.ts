import { sessionCookie } from '@lotse/server-kit/http';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { deviceCookie } from './known-device';

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

  /** Spares whoever signed in from this browser the waits that others cause. */
  know(reply: FastifyReply, deviceToken: string): void {
    void reply.header('set-cookie', deviceCookie(deviceToken, this.secure));
  }

  clear(reply: FastifyReply): void {
    this.set(reply, { token: '', lifetimeSeconds: 0 });
  }
}
