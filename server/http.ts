import { randomUUID } from 'node:crypto';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { AccessClaims, AccessTokens } from './auth/access-token.ts';
import { readPersonalToken } from './auth/personal-token.ts';
import { Session } from './auth/session.ts';
import type { MutationContext } from './graphql/context.ts';
import { createGraphql } from './graphql/create-graphql.ts';
import { isDatabaseOutOfReach } from './graphql/errors/is-database-out-of-reach.ts';
import { unavailable } from './graphql/errors/unavailable.ts';
import type { FlowTables } from './graphql/flow-tables.ts';
import type { QueryBudget } from './graphql/limits/query-budget.ts';
import { guardedSchema } from './graphql/schema.ts';
import { createStream, type StreamContext } from './graphql/stream.ts';
import { serveExports } from './http/exports.ts';
import { receiveJiraWebhooks } from './http/jira-webhooks.ts';
import { createRefreshCookie } from './http/refresh-cookie.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { serveClient } from './http/static-client.ts';
import type { VerifyWebhook } from './jira/webhooks/verify-webhook.ts';
import type { Store } from './store/open-store.ts';
import type { ConnectJira } from './sync/connect-jira.ts';

export interface HttpParts {
  readonly store: Store;
  readonly accessTokens: AccessTokens;
  readonly connectJira: ConnectJira;
  readonly flowTables: FlowTables;
  readonly budget: QueryBudget;
  readonly log: Logger;
  /** Cookies are Secure. */
  readonly secure: boolean;
  readonly clientFolder: string;
  /** How browsers reach it. */
  readonly appUrl: string;
  readonly verifyWebhook: VerifyWebhook;
}

/** Bodies are queries; nobody needs more. */
const bodyLimit = 256 * 1024;

/** The HTTP server, not listening yet: GraphQL, its stream, health, and the client. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { store, log } = parts;
  const app = Fastify({ bodyLimit, genReqId: () => randomUUID(), trustProxy: 'loopback', forceCloseConnections: true });
  const refreshCookie = createRefreshCookie(parts.secure);
  await addSecurityHeaders(app, parts.secure);
  await app.register(cookie);
  app.addHook('onSend', async (request, reply) => {
    // Files that never change say so themselves; nothing else is to be found in a cache, nor behind the back button.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-request-id', request.id);
  });
  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const status = isDatabaseOutOfReach(error) ? 503 : (error.statusCode ?? 500);
    if (status >= 500) log.error({ requestId: request.id, err: error }, 'a request failed');
    if (status === 503) return reply.code(503).send({ errors: [unavailable()] });
    const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message = status >= 500 ? 'Something went wrong on our side.' : error.message;
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<MutationContext> => {
    const session = await sessionOf(parts, request);
    return {
      request: {
        requestId: request.id,
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
        refreshToken: refreshCookie.read(request),
      },
      answer: { setRefreshToken: (token) => refreshCookie.write(reply, token) },
      repository: session && store.bindRepository(session),
      writer: session && store.bindWriter(session, request.ip),
      flowTables: parts.flowTables,
      appUrl: parts.appUrl,
      budget: parts.budget,
      accounts: store.accounts,
      accessTokens: parts.accessTokens,
      connectJira: parts.connectJira,
      cost: 0,
      async bind(opened) {
        const own = await verifyClaims(parts, opened);
        if (!own) throw new Error('a session that has just been opened is not live');
        return store.bindWriter(own, request.ip);
      },
    };
  };

  const schema = guardedSchema();
  const apollo = createGraphql(schema, (cause) => log.error({ err: cause }, 'a field failed'));
  apollo.addPlugin(fastifyApolloDrainPlugin(app));
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['POST', 'GET', 'OPTIONS'],
    context: (request, reply) =>
      contextOf(request, reply).catch((error: unknown) => {
        if (!isDatabaseOutOfReach(error)) throw error;
        log.error({ requestId: request.id, err: error }, 'the database is out of reach');
        throw unavailable({ http: { status: 503 } });
      }),
  });

  const stream = createStream(schema, async (request, reply): Promise<StreamContext> => {
    const gone = new AbortController();
    reply.raw.on('close', () => gone.abort());
    const context = await contextOf(request, reply);
    // A browser's token is only good for minutes, its session for as long as it lasts; a program's is both.
    const claims = parts.accessTokens.read(bearerOf(request));
    const bindAgain = async () => {
      const session = await (claims ? verifyClaims(parts, claims) : sessionOf(parts, request));
      return session && store.bindRepository(session);
    };
    return { ...context, signal: gone.signal, bindAgain };
  });
  app.post('/graphql/stream', (request, reply) => stream(request, reply));

  receiveJiraWebhooks(app, { verify: parts.verifyWebhook, receive: store.receiveHint });

  serveExports(app, {
    take: store.takeExport,
    onError: (error) => log.error({ err: error }, 'a fetched archive could not be deleted'),
  });

  app.get('/healthz', (_request, reply) => reply.send({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await store.isReady();
    return reply.code(ready ? 200 : 503).send({ ok: ready });
  });
  await serveClient(app, parts.clientFolder);
  return app;
}

const bearerOf = (request: FastifyRequest): string =>
  /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** Who sends a request: somebody at a browser with a JWT, or a program with a personal access token. */
function sessionOf(parts: HttpParts, request: FastifyRequest): Promise<Session | null> {
  const bearer = bearerOf(request);
  const token = readPersonalToken(bearer);
  return token
    ? Session.verifyToken(token, (presented) => parts.store.accounts.acceptToken(presented, request.ip))
    : verify(parts, bearer);
}

const verify = ({ store, accessTokens }: HttpParts, bearer: string): Promise<Session | null> =>
  Session.verify(bearer, accessTokens, (accountId, sessionId) => store.accounts.isLive({ accountId, sessionId }));

const verifyClaims = (parts: HttpParts, claims: AccessClaims): Promise<Session | null> =>
  verify(parts, parts.accessTokens.issue(claims).token);
