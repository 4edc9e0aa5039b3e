import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from '../faults/faults.ts';
import { refuseAnswer } from '../faults/refuse-answer.ts';
import { InFlight } from '../limits/in-flight.ts';
import { type GrantType, isGrantType, tokenBody } from '../oauth/token-body.ts';
import { jsonAnswer } from './answers.ts';
import type { Answer, Call } from './exchange.ts';
import { bodyKeys, type Journal, openQuery } from './journal.ts';

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly clock: () => number;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly answer: (call: Call) => Answer;
}

const tooMany = { kind: 'refuse', status: 429 } as const;
const largestBody = 5_000_000;

/** Starts the HTTP server: reads requests whole, lets faults strike, keeps the journal. Rejects when the port is taken. */
export async function listen(options: ListenOptions): Promise<{ server: Server; port: number }> {
  const inFlight = new InFlight();
  const server = createServer((request, response) => {
    serve(request, response, options, inFlight).catch((cause: unknown) => {
      const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      process.stderr.write(`sandbox: ${request.method} ${request.url} failed: ${message}\n`);
      if (response.headersSent) response.destroy();
      else send(response, jsonAnswer(500, { errorMessages: ['Internal server error'], errors: {} }));
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : options.port };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: ListenOptions,
  inFlight: InFlight,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const body = await readBody(request);
  const at = options.clock();
  const isControl = url.pathname.startsWith('/sandbox/');
  const grantType = url.pathname === '/oauth/token' ? readGrantType(request, body) : undefined;
  const effects = isControl ? [] : options.faults.meet(method, url.pathname, grantType);
  const note = (status: number) => {
    const entry = { method, path: url.pathname, query: openQuery(url.searchParams), status, bodyKeys: bodyKeys(body) };
    if (!isControl) options.journal.add({ ...entry, at, ...(grantType && { grantType }) });
  };
  const leave = inFlight.enter(url.pathname, options.faults.plan.concurrency?.most);
  if (leave) for (const effect of effects) if (effect.kind === 'delay') await pause(effect.ms);
  leave?.();
  const refusal = leave ? effects.find((effect) => effect.kind === 'refuse') : tooMany;
  const call: Call = { method, path: url.pathname, query: url.searchParams, headers: request.headers, body, at };
  const answer = refusal ? refuseAnswer(refusal, at) : options.answer(call);
  if (effects.some((effect) => effect.kind === 'lose')) {
    note(0);
    response.destroy();
    return;
  }
  note(answer.status);
  const cut = effects.find((effect) => effect.kind === 'cut');
  if (cut) sendHalf(response, answer, cut.afterBytes);
  else send(response, answer);
}

function readGrantType(request: IncomingMessage, body: string): GrantType | undefined {
  const { grant_type: grantType } = tokenBody(request.headers['content-type'], body);
  return isGrantType(grantType) ? grantType : undefined;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) throw new Error('request body too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length) });
  response.end(bytes);
}

/** Promises the whole body and hangs up in its middle. */
function sendHalf(response: ServerResponse, answer: Answer, afterBytes: number | undefined): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, afterBytes ?? Math.floor(bytes.length / 2)), () => response.destroy());
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
