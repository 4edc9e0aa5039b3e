import type { CycleMeasure } from '../../gql/graphql.ts';

/** The report whose basis is meant. */
export type BasisOf =
  | { readonly report: 'bottlenecks' }
  | { readonly report: 'cycleTimes'; readonly measure: CycleMeasure };
