import type { Fetcher } from '@graphiql/toolkit';
import { getOperationAST } from 'graphql';
import { type SseSink, type SseSurroundings, subscribeOverSse } from '../api/subscribe-over-sse.ts';

type Token = () => Promise<string | null>;

/** Asks as the signed-in viewer: queries and mutations by POST, subscriptions over the event stream. */
export function createPlaygroundFetcher(around: SseSurroundings): Fetcher {
  return async (request, options) => {
    const operation = options?.documentAST && getOperationAST(options.documentAST, request.operationName ?? null);
    if (operation?.operation === 'subscription') {
      const { query, variables } = request;
      return eventsOf((sink) =>
        subscribeOverSse({ query, variables, operationName: request.operationName ?? undefined }, around, sink),
      );
    }
    return post(request, around.fetch, around.token);
  };
}

/** Pushed events as the async iterable GraphiQL reads; leaving the loop (its stop button) stops the subscription. */
async function* eventsOf(start: (sink: SseSink) => () => void): AsyncGenerator<Record<string, unknown>, void> {
  const arrived: Record<string, unknown>[] = [];
  let over = false;
  let wake: () => void = () => undefined;
  const stop = start({
    next(result) {
      arrived.push(result);
      wake();
    },
    complete() {
      over = true;
      wake();
    },
    connected: () => undefined,
  });
  try {
    for (;;) {
      const next = arrived.shift();
      if (next) yield next;
      else if (over) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stop();
  }
}

async function post(request: object, fetchNow: typeof fetch, token: Token): Promise<Record<string, unknown>> {
  const bearer = await token();
  const response = await fetchNow('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(request),
  });
  return (await response.json()) as Record<string, unknown>;
}
