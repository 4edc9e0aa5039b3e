import type { FastifyInstance } from 'fastify';

/** What is fetched: see store/exports/take-export.ts. */
export interface FetchedExport {
  readonly archive: Buffer;
  arrived(): Promise<void>;
  giveBack(): Promise<void>;
}

export interface ExportParts {
  readonly take: (request: string, secret: string, address: string) => Promise<FetchedExport | null>;
  readonly onError: (error: unknown) => void;
}

/**
 * Hands out archives of personal data, each once. The address itself is the proof, since a link that is clicked carries no
 * token: it is written to no log. Every address that is not good gets the same answer.
 */
export function serveExports(app: FastifyInstance, { take, onError }: ExportParts): void {
  app.get<{ Params: { request: string; secret: string } }>(
    '/exports/:request/:secret',
    { exposeHeadRoute: false },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { params, ip } = request;
      const taken = await take(params.request, params.secret, ip);
      if (!taken) return reply.code(404).send({ ok: false });
      // Whoever loses the line half-way may come again.
      reply.raw.once('close', () => {
        (reply.raw.writableFinished ? taken.arrived() : taken.giveBack()).catch(onError);
      });
      return reply
        .header('content-disposition', 'attachment; filename="personal-data.zip"')
        .type('application/zip')
        .send(taken.archive);
    },
  );
  app.all('/exports/*', (_request, reply) => reply.code(404).header('cache-control', 'no-store').send({ ok: false }));
}
