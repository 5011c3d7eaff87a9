import { badRequest, routeClassOf, type Endpoint, type RouteClass } from '@lotse/kernel';
import type { Settings } from '@lotse/server-kit/settings';
import type { Logger } from '@lotse/server-kit/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withoutPlainCookies } from '../own-cookie';
import { readOnlyJson } from './json-body';
import { refuseForeignOrigins } from './same-origin';
import { takeQueryFromHeader } from './query-header';
import { addSecurityHeaders, headersOfData } from './security-headers';

const kilobyte = 1024;

/** How large a body may be that a route of a class reads. Whoever needs more says so here. */
export const largestBody: Readonly<Record<RouteClass, number>> = {
  'sign-in': 16 * kilobyte,
  search: 16 * kilobyte,
  write: 256 * kilobyte,
  export: 64 * kilobyte,
  read: 16 * kilobyte,
};

/** Whether browsers reach Lotse over https, so that cookies and addresses can insist on it. */
export const isSecure = ({ PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): boolean => PUBLIC_URL?.startsWith('https:') ?? false;

/**
 * How the server is made: who says where a caller is, and how long it listens to somebody who hardly speaks. A slow line sends the head
 * of a request within ten seconds and all of it within thirty, or it is in nobody's way any more.
 */
export const serverOptions = (settings: Settings) => ({
  bodyLimit: largestBody.write,
  trustProxy: (_address: string, hop: number): boolean => hop < settings.PROXY_HOPS,
  requestTimeout: 30_000,
  keepAliveTimeout: 72_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16 * kilobyte },
  frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => sendUnreadable(reply, isAlwaysSecure(settings)),
});

const isAlwaysSecure = (settings: Settings): boolean => isSecure(settings) || settings.NODE_ENV === 'production';

/** An address that cannot even be read comes to no route, and passes nothing that stands before one. */
function sendUnreadable(reply: FastifyReply, secure: boolean): void {
  void reply
    .status(400)
    .headers(headersOfData(secure))
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(badRequest()));
}

/** Everything that stands before the first route, for every route and for what is none. */
export function standAtTheEdge(server: FastifyInstance, settings: Settings, log: Logger): void {
  addSecurityHeaders(server, isAlwaysSecure(settings));
  refuseForeignOrigins(server, settings.PUBLIC_URL, log);
  readOnlyJson(server);
  takeQueryFromHeader(server);
  if (isSecure(settings)) acceptOnlyOwnCookies(server);
  server.addHook('onRoute', (route) => {
    const { contract } = (route.config ?? {}) as { contract?: Endpoint };
    if (contract) route.bodyLimit = largestBody[routeClassOf(contract)];
  });
}

/** Over https our cookies have names that no neighbouring host can set; one without it is somebody else's. */
function acceptOnlyOwnCookies(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { cookie } = request.headers;
    if (cookie) request.headers.cookie = withoutPlainCookies(cookie);
    done();
  });
}
