import { notPermitted } from '@lotse/kernel';
import type { Logger } from '@lotse/server-kit/telemetry';
import type { FastifyInstance } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses writes that another site's page makes a browser send. Programs that are no browsers send neither header. */
export function refuseForeignOrigins(server: FastifyInstance, publicUrl: string | undefined, log: Logger): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (safe.has(request.method)) return done();
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreignOrigin = origin !== undefined && !isOwn(origin, request.headers.host, publicUrl);
    if (!foreignSite && !foreignOrigin) return done();
    log.warn({ request: request.id, method: request.method, route: request.routeOptions.url }, 'refused to another site');
    void reply.status(403).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(notPermitted()));
  });
}

function isOwn(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  try {
    return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
  } catch {
    return false;
  }
}
