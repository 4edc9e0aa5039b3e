import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import { ApiError } from '../errors/api-error.ts';
import { readNodeId } from '../shared/node-id.ts';

/** Most points one operation may cost. */
export const costLimit = 20_000;

/** Rows reckoned for a list that takes no `first`. */
const unboundedListRows = 10;

/**
 * Points of an operation with its variables resolved: one for each object it may answer with, nothing for plain
 * values, for lists that times the rows asked for, and for what has to be computed over all issues as much as its time is
 * worth. Throws BAD_USER_INPUT when the variables do not fit.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | null | undefined,
): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      ...(operationName && { operationName }),
      estimators: [estimate],
    });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(
      'BAD_USER_INPUT',
      error instanceof Error ? error.message : 'The variables do not fit the operation.',
    );
  }
}

function estimate({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const own = (isCompositeType(getNamedType(field.type)) ? 1 : 0) + computing(type.name, field.name, args);
  const { first, ids } = args as { first?: unknown; ids?: unknown };
  if (Array.isArray(ids)) return own + ids.length * Math.max(1, childComplexity);
  // A Relay connection multiplies here; its `edges` and `nodes` lists do not multiply again.
  if (typeof first === 'number') return own + Math.max(1, first) * Math.max(1, childComplexity);
  const rows = isList(field.type) && !isPagePart(field.name) ? unboundedListRows : 1;
  return own + rows * childComplexity;
}

/** The families whose every field goes over all issues of the connection. */
const computedFamilies: ReadonlySet<string> = new Set(['Analytics', 'Investigation', 'Financial']);
const computedField = 500;
/** Fourteen rules over a few reports. A recommendation is found again by asking them all. */
const allRules = 2_000;
/** A year of weeks of one metric. */
const oneSeries = 100;
/** A metric before and after, some thousand resamples of it, and the same of what might have paid for it. */
const oneReview = 1_000;

/**
 * A report takes milliseconds of everybody's processor, however little of it is asked for, so that many at once in one
 * operation are refused. A forecast takes as long as what it draws: its trials, and for each week of its history as many.
 */
function computing(family: string, field: string, args: ComplexityEstimatorArgs['args']): number {
  if (!computedFamilies.has(family)) return computingElsewhere(`${family}.${field}`, args);
  if (field !== 'forecast') return computedField;
  const { trials, historyDays } = (args.question ?? {}) as { trials?: unknown; historyDays?: unknown };
  return computedField + numberOr(trials, 10_000) / 10 + numberOr(historyDays, 90) * 5;
}

function computingElsewhere(field: string, { id, ids, input }: ComplexityEstimatorArgs['args']): number {
  switch (field) {
    case 'JiraConnection.recommendations':
      return allRules;
    case 'Query.node':
      return rulesAskedBy([id]);
    case 'Query.nodes':
      return Array.isArray(ids) ? rulesAskedBy(ids) : 0;
    case 'Mutation.createAction':
      return computedField + rulesAskedBy([(input as { recommendationId?: unknown } | undefined)?.recommendationId]);
    case 'Mutation.reviewAction':
      return oneReview;
    case 'Action.series':
      return oneSeries;
    default:
      return 0;
  }
}

const rulesAskedBy = (ids: readonly unknown[]): number =>
  allRules * ids.filter((id) => typeof id === 'string' && readNodeId(id)?.type === 'Recommendation').length;

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise;

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

const isPagePart = (name: string): boolean => name === 'nodes' || name === 'edges';
