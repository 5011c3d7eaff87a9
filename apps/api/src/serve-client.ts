import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { notFound } from '@lotse/kernel';
import { nonceInPage, pagePolicy } from '@lotse/server-kit/http';
import type { FastifyInstance, FastifyReply } from 'fastify';

const apiPaths = /^\/(api|public|health)(\/|$)/;
/** What the build named after its content may be kept forever; `theme.js`, fonts and icons have fixed names. */
const hashedName = /-[\w-]{8}\.(js|css)$/;

/**
 * Serves the built client beside the API, for installations without a web server of their own. Pages are the client's to route, so
 * every address that is no file answers with the page that starts it.
 */
export async function serveClient(server: FastifyInstance, directory: string | undefined): Promise<void> {
  const root = directory && resolve(directory);
  if (!root || !existsSync(join(root, 'index.html'))) return;
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!;
    // A file that is gone, such as a part of an older build, is missing; only pages are the client's to route.
    const isMissingFile = /\.\w+$/.test(path) && !files.has(path.slice(1));
    if (apiPaths.test(path) || isMissingFile) {
      return reply.status(404).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(notFound()));
    }
    const file = path.slice(1);
    if (!files.has(file) || file === 'index.html') return sendPage(reply, page);
    return reply.header('cache-control', hashedName.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(file);
  });
}

/** The page that starts the client, with a mark of its own for this answer. It has no ETag: a kept copy would carry an old mark. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(nonceInPage, nonce));
}
