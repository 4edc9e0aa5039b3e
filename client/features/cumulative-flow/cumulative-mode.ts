import type { CumulativeFlowMode } from '../../gql/graphql.ts';

export const cumulativeModes = [
  { value: 'HIGH_WATER', label: 'Furthest reached' },
  { value: 'OCCUPANCY', label: 'Where it was' },
] as const;

/** What a band of each of the two forms holds. */
export const modeWords: Readonly<Record<CumulativeFlowMode, string>> = {
  HIGH_WATER: 'Each issue counts in the furthest stage it had reached, even if it went back: lines never fall.',
  OCCUPANCY: 'Each issue counts in the stage where it was: a band shrinks when work goes back or on.',
};

export function readCumulativeMode(search: URLSearchParams): CumulativeFlowMode {
  return search.get('mode') === 'occupancy' ? 'OCCUPANCY' : 'HIGH_WATER';
}

export function writeCumulativeMode(search: URLSearchParams, mode: CumulativeFlowMode): URLSearchParams {
  const next = new URLSearchParams(search);
  if (mode === 'HIGH_WATER') next.delete('mode');
  else next.set('mode', mode.toLowerCase());
  return next;
}
