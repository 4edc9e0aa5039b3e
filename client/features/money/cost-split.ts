import type { CostSplit } from '../../gql/graphql.ts';

export const costSplits = [
  { value: 'TYPE', label: 'Type' },
  { value: 'EPIC', label: 'Epic' },
  { value: 'CAPITALISATION', label: 'Capitalised' },
] as const;

/** By what an address splits the labour of a team; by type when it says nothing. */
export function readCostSplit(search: URLSearchParams): CostSplit {
  const split = search.get('split')?.toUpperCase();
  return costSplits.find((one) => one.value === split)?.value ?? 'TYPE';
}

/** The same search with another split. */
export function writeCostSplit(search: URLSearchParams, split: CostSplit): URLSearchParams {
  const next = new URLSearchParams(search);
  if (split === 'TYPE') next.delete('split');
  else next.set('split', split.toLowerCase());
  return next;
}
