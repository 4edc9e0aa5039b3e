import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyJson } from './authorized.ts';

export interface Received {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: AnyJson;
}

export interface WebhookReceiver {
  readonly url: string;
  /** What has come, oldest first. */
  readonly received: Received[];
  /** The statuses of the next answers; 200 when there are none left. A redirect leads back to the receiver. */
  readonly statuses: number[];
  /** Takes what has come, and forgets it. */
  take(): Received[];
  close(): Promise<void>;
}

/** An endpoint for webhooks on this machine that keeps all it is sent. */
export async function openReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const url = new URL(request.url ?? '/', 'http://receiver');
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    received.push({ path: url.pathname, query: url.searchParams, headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 200, { location: '/elsewhere' });
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret-of-the-app`;
  return { url, received, statuses, take: () => received.splice(0), close };
}
