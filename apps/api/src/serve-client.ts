import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { notFound } from '@lotse/kernel';
import type { FastifyInstance } from 'fastify';

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
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!;
    // A file that is gone, such as a part of an older build, is missing; only pages are the client's to route.
    const isMissingFile = /\.\w+$/.test(path) && !files.has(path.slice(1));
    if (apiPaths.test(path) || isMissingFile) {
      return reply.status(404).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(notFound()));
    }
    const file = files.has(path.slice(1)) ? path.slice(1) : 'index.html';
    return reply.header('cache-control', hashedName.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(file);
  });
}
