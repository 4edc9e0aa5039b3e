import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApiError, errorCodes } from './api-error.ts';
import { isDatabaseOutOfReach } from './is-database-out-of-reach.ts';
import { unavailable } from './unavailable.ts';

const told = new Set<unknown>(errorCodes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'));

/**
 * What a caller sees of an error. Refusals and faults of the query itself are told; everything unexpected is masked,
 * and logged by `onUnexpected`. A database out of reach is UNAVAILABLE: worth another try.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  onUnexpected: (cause: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const code = codeOf(cause, formatted);
  if (told.has(code)) {
    const { stacktrace, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions: { ...extensions, code } };
  }
  onUnexpected(cause);
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (isDatabaseOutOfReach(cause))
    return { message: unavailable().message, ...place, extensions: { code: 'UNAVAILABLE' } };
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** Scalars and arguments that do not parse while resolving are the caller's mistake. */
function codeOf(cause: unknown, formatted: GraphQLFormattedError): unknown {
  const given = formatted.extensions?.code;
  if (cause instanceof ApiError) return cause.extensions.code;
  // Apollo wraps what a validation rule reports, and gives it a code of its own.
  if (cause instanceof GraphQLError && cause.originalError instanceof ApiError)
    return cause.originalError.extensions.code;
  if (
    cause instanceof GraphQLError &&
    given === 'INTERNAL_SERVER_ERROR' &&
    cause.originalError === undefined &&
    cause.path === undefined
  )
    return 'BAD_USER_INPUT';
  return given;
}
