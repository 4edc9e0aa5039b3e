import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves the built client from `folder`: its hashed assets for a year, its page for every path of the application.
 * Without a build every page says so.
 */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/*', (_request, reply) =>
      reply.code(503).type('text/plain').send('The client is not built. Run: npm start\n'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store'),
  });
  app.get('/*', (request, reply) => {
    const isAsset = /\.[a-z0-9]{2,5}$/i.test(new URL(request.url, 'http://localhost').pathname);
    if (isAsset) return reply.code(404).type('text/plain').send('There is no such file.\n');
    return reply.sendFile('index.html');
  });
}
