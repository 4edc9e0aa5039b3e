import { authExchange } from '@urql/exchange-auth';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange, type SubscriptionForwarder, subscriptionExchange } from 'urql';
import type { SessionKeeper } from '../session/session-keeper.ts';
import { cacheRules } from './cache-rules.ts';
import type { LiveLink } from './live-link.ts';
import { subscribeOverSse } from './subscribe-over-sse.ts';
import { waitFor } from './wait-for.ts';

/**
 * A client for one viewer (or for nobody). It never sends another viewer's token: when another tab has signed somebody
 * else in, its requests go without one and fail, and the next snapshot of the keeper replaces it.
 */
export function makeClient(keeper: SessionKeeper, viewerId: string | null, live: LiveLink): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      cacheExchange(cacheRules()),
      authExchange((tools) =>
        Promise.resolve({
          addAuthToOperation(operation) {
            const token = viewerId === null ? null : keeper.token(viewerId);
            return token ? tools.appendHeaders(operation, { Authorization: `Bearer ${token}` }) : operation;
          },
          willAuthError: () => viewerId !== null && keeper.expiresSoon(),
          didAuthError: (error) =>
            viewerId !== null && error.graphQLErrors.some((one) => one.extensions.code === 'UNAUTHENTICATED'),
          refreshAuth: () => keeper.refresh(),
        }),
      ),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: forwardOverSse(keeper, viewerId, live) }),
    ],
  });
}

function forwardOverSse(keeper: SessionKeeper, viewerId: string | null, live: LiveLink): SubscriptionForwarder {
  return (request) => ({
    subscribe(observer) {
      const stop = subscribeOverSse(
        { query: request.query ?? '', operationName: request.operationName, variables: request.variables },
        {
          fetch: (input, init) => fetch(input, init),
          wait: waitFor,
          random: Math.random,
          token: () => (viewerId === null ? Promise.resolve(null) : keeper.freshToken(viewerId)),
          renew: () => keeper.refresh(),
        },
        {
          next: (result) => observer.next(result),
          complete: () => observer.complete(),
          connected: (now) => live.set(now),
        },
      );
      return {
        unsubscribe() {
          stop();
          live.set(false);
        },
      };
    },
  });
}
