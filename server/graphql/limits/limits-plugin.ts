import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';
import { ApiError } from '../errors/api-error.ts';
import { costLimit, queryCost } from './query-cost.ts';

/**
 * Counts what an operation costs before it runs, and refuses one that is too large (COST_LIMIT) or more than the
 * viewer may still spend this minute (RATE_LIMITED). The cost is told in `extensions.cost`.
 */
export const limitsPlugin: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request, contextValue, operation }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
          throw new ApiError('BAD_REQUEST', 'Subscriptions are served at /graphql/stream.');
        const cost = queryCost(schema, document, request.variables ?? {}, request.operationName);
        contextValue.cost = cost;
        await refuseUnaffordable(contextValue, cost);
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind === 'single' && contextValue.cost > 0)
          response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost: contextValue.cost };
      },
    };
  },
};

/** Throws COST_LIMIT or RATE_LIMITED; otherwise the points are spent. */
export async function refuseUnaffordable(context: Context, cost: number): Promise<void> {
  if (cost > costLimit)
    throw new ApiError(
      'COST_LIMIT',
      `This operation costs ${cost} points; ${costLimit} are the most. Ask for less at once.`,
      {
        cost,
        limit: costLimit,
      },
    );
  if (!context.repository) return;
  const { ok, limit, remaining, resetAt } = await context.budget.spend(context.repository.id, cost);
  if (!ok)
    throw new ApiError(
      'RATE_LIMITED',
      `You have ${remaining} points left until ${resetAt.toISOString()}; this costs ${cost}.`,
      {
        cost,
        limit,
        remaining,
        resetAt: resetAt.toISOString(),
      },
    );
}
