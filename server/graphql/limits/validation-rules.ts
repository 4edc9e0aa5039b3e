import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { ValidationContext, ValidationRule } from 'graphql';
import { ApiError } from '../errors/api-error.ts';

const deepest = 16;
const mostAliases = 60;

/** Tokens a document may have; the introspection query of the playground has about 400. */
export const mostTokens = 4_000;

const refuse = (context: ValidationContext | null): void => {
  context?.reportError(
    new ApiError('QUERY_TOO_COMPLEX', `An operation has at most ${deepest} levels and ${mostAliases} aliases.`),
  );
};

/** Bounds on the shape of a document. Introspection stays open: third parties build their clients from it. */
export const validationRules: ValidationRule[] = [
  maxDepthRule({ n: deepest, ignoreIntrospection: true, propagateOnRejection: false, onReject: [refuse] }),
  maxAliasesRule({ n: mostAliases, propagateOnRejection: false, onReject: [refuse] }),
];
