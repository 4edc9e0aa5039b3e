import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { formatError } from './errors/format-error.ts';
import { limitsPlugin } from './limits/limits-plugin.ts';
import { mostTokens, validationRules } from './limits/validation-rules.ts';

/**
 * The GraphQL server. Two of Apollo's own plugins are off: CacheControl wraps every field of every row, and the
 * landing page loads scripts from elsewhere. `onUnexpected` is told of errors that callers do not see.
 */
export function createGraphql(schema: GraphQLSchema, onUnexpected: (cause: unknown) => void): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    validationRules,
    parseOptions: { maxTokens: mostTokens },
    formatError: (formatted, error) => formatError(formatted, error, onUnexpected),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), limitsPlugin],
  });
}
