import type { CycleMeasure } from '../../gql/graphql.ts';

/** The measure an address asks for; cycle time when it says none. */
export function readMeasure(search: URLSearchParams): CycleMeasure {
  const measure = search.get('measure')?.toUpperCase();
  return measure === 'LEAD' || measure === 'PROCESS' ? measure : 'CYCLE';
}
