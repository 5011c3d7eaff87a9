import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the files of a directory compressed, and nothing else: as fast as a page can come. */
export function serveDirectory(directory: string, port: number): Promise<Server> {
  const ready = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(join(directory, request.url === '/' ? 'index.html' : (request.url ?? '')));
    if (!path.startsWith(directory) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
    const compressed = ready.get(path) ?? brotliCompressSync(readFileSync(path));
    ready.set(path, compressed);
    response
      .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'br' })
      .end(compressed);
  });
  return new Promise((listening) => server.listen(port, '127.0.0.1', () => listening(server)));
}
