import type { ApolloServer } from '@apollo/server';
import type { Session } from '../../server/auth/session.ts';
import type { Context } from '../../server/graphql/context.ts';
import { createGraphql } from '../../server/graphql/create-graphql.ts';
import { createFlowTables } from '../../server/graphql/flow-tables.ts';
import { createQueryBudget } from '../../server/graphql/limits/query-budget.ts';
import { guardedSchema } from '../../server/graphql/schema.ts';
import type { Store } from '../../server/store/open-store.ts';

/** What a query has brought and taken. */
export interface Asked {
  readonly data: Record<string, unknown>;
  /** CPU of this process, ms, from the text of the query to the text of the answer. */
  readonly cpuMs: number;
}

/** Asks the real schema as one signed-in person, past HTTP. */
export interface Asker {
  ask(query: string): Promise<Asked>;
  close(): Promise<void>;
}

export async function createAsker(store: Store, session: Session): Promise<Asker> {
  const errors: unknown[] = [];
  const apollo: ApolloServer<Context> = createGraphql(guardedSchema(), (cause) => errors.push(cause));
  const flowTables = createFlowTables();
  const budget = createQueryBudget(Number.MAX_SAFE_INTEGER);
  await apollo.start();
  return {
    async ask(query) {
      const before = process.cpuUsage();
      const contextValue: Context = {
        request: { requestId: 'bench', address: '127.0.0.1', userAgent: null, refreshToken: undefined },
        repository: store.bindRepository(session),
        flowTables,
        appUrl: 'http://localhost',
        budget,
        cost: 0,
      };
      const { body } = await apollo.executeOperation({ query }, { contextValue });
      const text = body.kind === 'single' ? JSON.stringify(body.singleResult) : '';
      const { user, system } = process.cpuUsage(before);
      const answer = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
      if (answer.errors || !answer.data)
        throw new Error(`${query}\n${JSON.stringify(answer.errors)}`, { cause: errors.at(-1) });
      return { data: answer.data, cpuMs: (user + system) / 1000 };
    },
    close: () => apollo.stop(),
  };
}
