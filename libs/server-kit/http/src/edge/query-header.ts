import { parse } from 'node:querystring';
import { badRequest } from '@lotse/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isReadableQuery } from './unreadable-text';

/** In small letters, as Node hands headers over. */
const name = 'lotse-query';

/**
 * Takes what a read asks for from a header as well as from its address: proxies, histories and logs keep addresses, and what somebody
 * typed to find a person has no business there. From here on both are one; what is said twice is refused.
 */
export function takeQueryFromHeader(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const given = request.method === 'GET' ? request.headers[name] : undefined;
    if (!isReadableQuery(`${request.url}&${given ?? ''}`)) return refuse(reply);
    if (typeof given !== 'string') return done();
    const [inAddress, inHeader] = [request.query as object, parse(given)];
    if (Object.keys(inHeader).some((key) => Object.hasOwn(inAddress, key))) return refuse(reply);
    request.query = { ...inAddress, ...inHeader };
    done();
  });
}

const refuse = (reply: FastifyReply): void =>
  void reply.status(400).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(badRequest()));
