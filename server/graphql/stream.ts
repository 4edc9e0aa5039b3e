import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { OperationArgs, Response } from 'graphql-sse';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Reader } from '../store/repository/reader.ts';
import type { Context } from './context.ts';
import { ApiError } from './errors/api-error.ts';
import { isDatabaseOutOfReach } from './errors/is-database-out-of-reach.ts';
import { unavailable } from './errors/unavailable.ts';
import { refuseUnaffordable } from './limits/limits-plugin.ts';
import { queryCost } from './limits/query-cost.ts';
import { mostTokens, validationRules } from './limits/validation-rules.ts';

/** What subscriptions see. */
export interface StreamContext extends Context {
  /** Aborted when the subscriber has gone. */
  readonly signal: AbortSignal;
  /** The repository, if the session is still good: streams outlive tokens and sign-outs. */
  bindAgain(): Promise<Reader | null>;
}

/**
 * Serves subscriptions, and nothing else, as server-sent events. Apollo's plugins do not reach here, so limits and
 * authentication are applied again. `contextOf` makes the context from the same bearer token as for queries.
 */
export function createStream(
  schema: GraphQLSchema,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<StreamContext>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  return createHandler<ContextValue>({
    schema,
    onSubscribe: async (request, params) => {
      try {
        const context = await contextOf(request.raw, request.context.reply);
        if (!context.repository) throw new ApiError('UNAUTHENTICATED', 'Sign in first.');
        return await subscription(schema, context, params);
      } catch (error) {
        if (error instanceof GraphQLError) return refusal([error]);
        if (isDatabaseOutOfReach(error)) return refusal([unavailable()]);
        throw error;
      }
    },
  });
}

type ContextValue = Record<PropertyKey, unknown>;

/** A plain JSON answer, before any event: clients read it as they read one of /graphql. */
function refusal(errors: readonly GraphQLError[]): Response {
  const code = errors[0]?.extensions.code;
  const [status, statusText] = statuses.get(code) ?? [400, 'Bad Request'];
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return [JSON.stringify({ errors }), { status, statusText, headers }];
}

const statuses: ReadonlyMap<unknown, readonly [number, string]> = new Map([
  ['UNAUTHENTICATED', [401, 'Unauthorized']],
  ['UNAVAILABLE', [503, 'Service Unavailable']],
]);

async function subscription(
  schema: GraphQLSchema,
  context: StreamContext,
  params: {
    query: string;
    operationName?: string | null | undefined;
    variables?: Record<string, unknown> | null | undefined;
  },
): Promise<OperationArgs<ContextValue> | Response> {
  const document = parse(params.query, { maxTokens: mostTokens });
  const faults = validate(schema, document, [...specifiedRules, ...validationRules]);
  if (faults.length > 0)
    return refusal(faults.map((fault) => new ApiError('GRAPHQL_VALIDATION_FAILED', fault.message)));
  const operation = getOperationAST(document, params.operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    throw new ApiError('BAD_REQUEST', 'Only subscriptions are served here; queries and mutations at /graphql.');
  const variableValues = params.variables ?? {};
  await refuseUnaffordable(context, queryCost(schema, document, variableValues, params.operationName));
  return {
    schema,
    document,
    variableValues,
    contextValue: { ...context },
    ...(params.operationName && { operationName: params.operationName }),
  };
}
